import type { ImageProtocol, Images } from '../tools.ts';
import { drawImage } from './draw-image.ts';
import { imageBox } from './image-box.ts';
import { type ImageFile, readImage } from './image-file.ts';

/** Creates the drawing of images from their files, by their addresses as written, for a terminal of `rows` rows. */
export function createImages(
  files: ReadonlyMap<string, Uint8Array>,
  protocol: ImageProtocol,
  screenRows: number,
): Images {
  const images = new Map<string, ImageFile>();
  for (const [address, bytes] of files) {
    const image = readImage(bytes);
    if (image && canDraw(image, protocol)) images.set(address, image);
  }
  const rows = Math.max(1, Math.floor(screenRows / 2));
  return {
    count: images.size,
    draw(address, columns) {
      const image = images.get(address);
      if (!image) return undefined;
      const box = imageBox(image, columns, rows);
      return { rows: box.rows, sequence: drawImage(image, box, protocol) };
    },
  };
}

/** Reports whether a terminal can draw an image: Kitty's protocol takes only PNG, iTerm2's what the system reads. */
function canDraw({ kind }: ImageFile, protocol: ImageProtocol): boolean {
  return kind === 'png' || protocol === 'iterm2';
}
