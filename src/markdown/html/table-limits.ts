/** The most columns, or rows, that a cell of a table may span. */
export const widestSpan = 100;

/**
 * Returns the most places of a table, by its number of cells: with spans, and with one long row among many short ones,
 * a small page makes an endless table.
 */
export function mostPlaces(cells: number): number {
  return 50_000 + 4 * cells;
}
