import type { ImageFile } from './image-file.ts';

/** The cells that an image is drawn over. */
export interface ImageBox {
  readonly columns: number;
  readonly rows: number;
}

/** Pixels of a cell's height, twice its width: no terminal is queried for its own. */
const cellHeight = 20;

/** Fits an image into so many columns and rows, no larger than it is. */
export function imageBox(
  { width, height }: Pick<ImageFile, 'width' | 'height'>,
  columns: number,
  rows: number,
): ImageBox {
  const columnsPerRow = (2 * width) / height;
  // Rows first: they are the coarser step, and the columns then follow the image's shape.
  const fitting = Math.min(Math.round(height / cellHeight), rows, Math.floor(columns / columnsPerRow));
  const shown = Math.max(1, fitting);
  return { columns: Math.max(1, Math.min(columns, Math.round(shown * columnsPerRow))), rows: shown };
}
