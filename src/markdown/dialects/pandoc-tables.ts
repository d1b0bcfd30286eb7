import type { Dialect } from './dialect.ts';
import { isBlank } from './dialect-lines.ts';
import type { Lines, SourceLine } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/** Groups of dashes, one a column. */
const groups = /^ *-{2,}(?: +-{2,})+ *$/;
const full = /^ *-{10,} *$/;
const border = /^\+(?:[-=:]{2,}\+)+$/;

/** The most lines of a table. */
const longest = 400;

/**
 * Pandoc's simple, multiline and grid tables as GFM's: lines of dashes show the columns, which no word crosses. Any
 * other drawing stays.
 */
export const pandocTables: Dialect = {
  substrings: ['-- ', '+-', '+=', '+:'],
  pattern: /^ *-{2,}(?: +-{2,})+ *$|^\+(?:[-=:]{2,}\+)+$/m,
  rewrite(lines) {
    const result = new Rewriting(lines);
    for (const index of lines.find(/--|^\+[-=:]/m)) {
      if (index < result.next || lines.at(index)?.code) continue;
      const table = readGrid(lines, index) ?? readMultiline(lines, index) ?? readSimple(lines, index);
      if (!table || table.start < result.next) continue;
      const [header = [], ...rows] = table.rows;
      const made = [header, header.map(() => '---'), ...rows].map((cells, row): SourceLine => {
        const from = Math.min(table.start + row, table.end - 1);
        return { text: writeRow(cells), from: lines.at(from)?.from ?? 0, code: false };
      });
      result.replace(table.start, table.end, made);
    }
    return result.done;
  },
};

interface Table {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly string[])[];
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
}

function textOf(lines: Lines, index: number): string {
  const line = lines.at(index);
  return line === undefined || line.code ? '' : line.text;
}

/** Cuts a line at columns; undefined where a word crosses the gap between two. */
function cutAt(text: string, columns: readonly (readonly [start: number, end: number])[]): string[] | undefined {
  const cells: string[] = [];
  for (const [index, [start, end]] of columns.entries()) {
    const next = columns[index + 1]?.[0];
    if (next !== undefined && text.slice(end, next).trim() !== '') return undefined;
    cells.push(text.slice(index === 0 ? 0 : start, next === undefined ? undefined : end).trim());
  }
  return cells;
}

function columnsOf(text: string): (readonly [number, number])[] {
  return Array.from(text.matchAll(/-+/g), ({ 0: run, index }) => [index, index + run.length] as const);
}

/** Reads a simple table at its line of dashes: a header above it, or dashes again at its end. */
function readSimple(lines: Lines, at: number): Table | undefined {
  const dashes = textOf(lines, at);
  if (!groups.test(dashes)) return undefined;
  const columns = columnsOf(dashes);
  const isHeaded = at > 0 && !isBlank(textOf(lines, at - 1)) && isBlank(textOf(lines, at - 2));
  let end = at + 1;
  while (end < at + longest && !isBlank(textOf(lines, end)) && !groups.test(textOf(lines, end))) end += 1;
  const isClosed = groups.test(textOf(lines, end));
  if (end === at + 1 || (!isHeaded && !(isClosed && isBlank(textOf(lines, at - 1))))) return undefined;
  const rows: string[][] = isHeaded ? [] : [columns.map(() => '')];
  for (let index = isHeaded ? at - 1 : at + 1; index < end; index += 1) {
    if (index === at) continue;
    const cells = cutAt(textOf(lines, index), columns);
    if (!cells) return undefined;
    rows.push(cells);
  }
  return { start: isHeaded ? at - 1 : at, end: isClosed ? end + 1 : end, rows };
}

/** Reads a multiline table between two full lines of dashes: rows are apart, groups of dashes below the header. */
function readMultiline(lines: Lines, at: number): Table | undefined {
  const width = textOf(lines, at).trimEnd().length;
  if (!full.test(textOf(lines, at))) return undefined;
  let under = at + 1;
  while (under < at + 20 && !isBlank(textOf(lines, under)) && !groups.test(textOf(lines, under))) under += 1;
  const dashes = textOf(lines, under);
  if (!groups.test(dashes) || Math.abs(dashes.trimEnd().length - width) > 3) return undefined;
  let end = under + 1;
  while (end < at + longest && end < lines.length && !full.test(textOf(lines, end))) end += 1;
  if (!full.test(textOf(lines, end))) return undefined;
  const columns = columnsOf(dashes);
  const rows: string[][] = [];
  let open = columns.map(() => '');
  for (let index = at + 1; index <= end; index += 1) {
    const text = textOf(lines, index);
    if (index === under || index === end || isBlank(text)) {
      if (index === under || open.some((cell) => cell !== '')) rows.push(open);
      open = columns.map(() => '');
      continue;
    }
    const cells = cutAt(text, columns);
    if (!cells) return undefined;
    open = open.map((cell, column) => `${cell} ${cells[column] ?? ''}`.trim());
  }
  return { start: at, end: end + 1, rows };
}

/** Reads a grid table whose borders all have the same columns. */
function readGrid(lines: Lines, at: number): Table | undefined {
  const first = textOf(lines, at);
  if (!border.test(first) || !isBlank(textOf(lines, at - 1))) return undefined;
  const edges = Array.from(first.matchAll(/\+/g), ({ index }) => index);
  const rows: string[][] = [];
  let open: string[] | undefined;
  let hasHeader = false;
  let end = at + 1;
  for (; end < at + longest && /^[|+]/.test(textOf(lines, end)); end += 1) {
    const text = textOf(lines, end).trimEnd();
    if (border.test(text)) {
      if (open) rows.push(open);
      open = undefined;
      if (text.includes('=')) hasHeader ||= rows.length === 1;
      if (edges.some((edge) => text.charAt(edge) !== '+')) return undefined;
      continue;
    }
    if (text.length !== first.length || edges.some((edge) => text.charAt(edge) !== '|')) return undefined;
    const cells = edges.slice(1).map((edge, index) => text.slice((edges[index] ?? 0) + 1, edge).trim());
    open = open ? open.map((cell, index) => `${cell} ${cells[index] ?? ''}`.trim()) : cells;
  }
  if (open || rows.length === 0) return undefined;
  return { start: at, end, rows: hasHeader ? rows : [edges.slice(1).map(() => ''), ...rows] };
}
