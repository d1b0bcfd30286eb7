import { LazyInlines } from '../lazy-inlines.ts';
import type { Alignment, TableCell } from '../syntax-tree.ts';
import { blockStart, isDelimiterRow, lineEnd, numberEnd, skipSpaces } from './block-start.ts';
import { add, type Scan } from './scan.ts';

const delimiters = / {0,3}((?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?)(?:\n|$)/y;

/** Parses a table whose header is the line at `first`: false where it is ambiguous, undefined where it is no table. */
export function parseTable(scan: Scan, first: number): boolean | undefined {
  const { text } = scan;
  const headerEnd = lineEnd(text, first);
  if (headerEnd === text.length || !isDelimiterRow(text, skipSpaces(text, headerEnd + 1))) return undefined;
  delimiters.lastIndex = headerEnd + 1;
  const [, row = ''] = delimiters.exec(text) ?? [];
  if (!/[:|]/.test(row)) return /^-/.test(row) ? undefined : false;
  const align = row
    .replace(/^\||\| *$/g, '')
    .split('|')
    .map(alignmentOf);
  const header = splitRow(text.slice(first, headerEnd));
  if (header.length !== align.length || align.length >= manyColumns) return false;
  const rows: string[] = [];
  let end = lineEnd(text, headerEnd + 1);
  while (end + 1 < text.length) {
    const line = end + 1;
    const next = skipSpaces(text, line);
    if (next >= text.length || text[next] === '\n') break;
    if (next - line > 3 || text[next] === '\t') return false;
    const kind = blockStart(text, next);
    if (kind === 'ambiguous') return false;
    if (kind !== 'text' && !(kind === 'item' && isCell(text, next))) break;
    end = lineEnd(text, next);
    rows.push(text.slice(line, end));
  }
  const cells = (texts: readonly string[]): TableCell[] =>
    texts.map((content, column) => ({
      text: content,
      tokens: new LazyInlines(content, scan.definitions),
      align: align[column] ?? null,
    }));
  return add(scan, end, 'table', (raw) => ({
    type: 'table',
    raw,
    header: cells(header),
    align,
    rows: rows.map((line) => cells(splitRow(line, align.length))),
  }));
}

/** Wider tables are marked's, which bounds the number of their cells. */
const manyColumns = 100;

/** Reports whether a list marker is a cell: only a bullet or the number 1, and a space, ends a table. */
function isCell(text: string, at: number): boolean {
  const end = Math.max(numberEnd(text, at), at + 1);
  return !/^(?:[-*+]|1[.)])[ \t]$/.test(text.slice(at, end + 1));
}

function alignmentOf(cell: string): Alignment {
  if (/^ *-+: *$/.test(cell)) return 'right';
  if (/^ *:-+: *$/.test(cell)) return 'center';
  return /^ *:-+ *$/.test(cell) ? 'left' : null;
}

/** Splits a row at each `|` without a backslash; pads or truncates to `count` cells where it is given. */
function splitRow(row: string, count?: number): string[] {
  const cells = row.includes('\\') ? splitEscaped(row) : row.split('|');
  if (!cells[0]?.trim()) cells.shift();
  if (cells.length > 0 && !cells.at(-1)?.trim()) cells.pop();
  if (count !== undefined) {
    cells.length = Math.min(cells.length, count);
    while (cells.length < count) cells.push('');
  }
  return cells.map((cell) => cell.trim().replace(/\\\|/g, '|'));
}

function splitEscaped(row: string): string[] {
  const cells: string[] = [];
  let start = 0;
  let escaped = false;
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] === '|' && !escaped) {
      cells.push(row.slice(start, at));
      start = at + 1;
    }
    escaped = row[at] === '\\' && !escaped;
  }
  cells.push(row.slice(start));
  return cells;
}
