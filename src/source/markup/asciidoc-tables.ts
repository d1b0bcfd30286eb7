import { valueRows } from '../data/parse-csv.ts';
import type { BlockAttributes } from './asciidoc-block-attributes.ts';

/** A cell as written, and how many columns and rows it takes. */
interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** A cell takes at most so many columns, or rows. */
const most = 100;

/**
 * Reads the rows of a table, its cells as written; the first is its header, which may be empty. `kind` is the first
 * character of its delimiter.
 */
export function readTable(
  lines: readonly string[],
  { named, options }: BlockAttributes,
  kind: string,
): readonly (readonly string[])[] {
  const format = named.get('format') ?? '';
  const isCsv = kind === ',' || format === 'csv' || format === 'tsv';
  const rows = isCsv ? valueRows(lines, named.get('separator') ?? (format === 'tsv' ? '\t' : ',')) : undefined;
  const placed = rows ?? readCells(lines, columnCount(named.get('cols') ?? ''), named.get('separator') ?? kind);
  const hasHeader = /header/.test(options) || (lines[1] === '' && lines[0] !== '');
  return hasHeader || placed.length < 2 ? placed : [[], ...placed];
}

function readCells(lines: readonly string[], named: number, separator: string): string[][] {
  const cut = new RegExp(
    `(?:^|(?<=\\s))(?:(\\d{1,3})?(?:\\.(\\d{1,3}))?([+*]))?[<^>]?(?:\\.[<^>])?[adehlmsv]?\\${separator}|(?<!\\\\)\\${separator}`,
    'g',
  );
  const cells: Cell[] = [];
  let columns = named;
  const isCellPerLine = lines.every((line) => line.split(separator).length < 3);
  const width = (): number => cells.reduce((sum, cell) => sum + cell.columns, 0);
  for (const line of lines) {
    const separators = [...line.matchAll(cut)];
    // What is before the first separator continues the cell above.
    const before = line.slice(0, separators[0]?.index ?? line.length);
    const last = cells.at(-1);
    if (last && before.trim() !== '') cells[cells.length - 1] = { ...last, text: `${last.text}\n${before.trim()}` };
    for (const [index, match] of separators.entries()) {
      const [matched, one = '1', two = '1', operator] = match;
      const text = line.slice(match.index + matched.length, separators[index + 1]?.index).trim();
      const count = Math.min(Number(one) || 1, most);
      const cell = {
        text,
        columns: operator === '+' ? count : 1,
        rows: operator === '+' ? Math.min(Number(two) || 1, most) : 1,
      };
      for (let copy = 0; copy < (operator === '*' ? count : 1); copy += 1) cells.push(cell);
    }
    if (line === '' || !isCellPerLine) columns ||= width();
  }
  return placeCells(cells, columns || Math.max(1, width()));
}

/** Places cells in rows of so many columns; those below and beside a larger one are empty. */
function placeCells(cells: readonly Cell[], columns: number): string[][] {
  const grid: string[][] = [];
  const rowAt = (at: number): string[] => {
    while (grid.length <= at) grid.push([]);
    return grid[at] as string[];
  };
  let row = 0;
  let column = 0;
  for (const cell of cells) {
    while (column >= columns || rowAt(row)[column] !== undefined) {
      column += 1;
      if (column < columns) continue;
      column = 0;
      row += 1;
    }
    for (let down = 0; down < cell.rows; down += 1) {
      const places = rowAt(row + down);
      for (let right = 0; right < cell.columns && column + right < columns; right += 1) places[column + right] = '';
    }
    rowAt(row)[column] = cell.text.replace(/\\([|!])/g, '$1');
    column += cell.columns;
  }
  return grid.map((places) => Array.from({ length: columns }, (_, at) => places[at] ?? ''));
}

/** Counts the columns that `cols` declares: `1,2,3` or `3*`. */
function columnCount(columns: string): number {
  let count = 0;
  for (const column of columns.split(/[,;]/).filter((each) => each.trim() !== ''))
    count += Number(/^\s*(\d+)\*/.exec(column)?.[1] ?? 1);
  return Math.min(count, 100);
}
