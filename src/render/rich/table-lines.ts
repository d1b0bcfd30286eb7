import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Alignment, Table, TableCell } from '../../markdown/syntax-tree.ts';
import { extent } from '../extent.ts';
import { append, emptyLine, type Line, lineColumns, type Segment } from '../segment.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { inlineSegments } from './inline-segments.ts';

/** The cells of a row. */
type Row = readonly (readonly Segment[])[];

/** The columns between two cells: a space, a line, a space. */
const gap = 3;

/**
 * Lays out a table that always fits: columns shrink in proportion, no further than their longest word; where even that
 * is too wide, each row becomes lines of `header: value`.
 */
export function tableLines(token: Table, width: number, context: Context): Line[] {
  const { theme } = context;
  const header = token.header.map((cell) => cellSegments(cell, context, theme.tableHeader));
  const rows = token.rows.map((row) => header.map((_, index) => cellSegments(row[index], context)));
  const mayFit = !context.page.accessible && header.length * (1 + gap) - gap <= width;
  const widths = mayFit ? columnWidths([header, ...rows], width - gap * (header.length - 1), context) : undefined;
  return widths ? drawn(header, rows, widths, token.align, context) : stackedRows(header, rows, width, context);
}

function cellSegments(cell: TableCell | undefined, context: Context, style: Style = 0): Segment[] {
  return cell ? inlineSegments(inlines(cell.tokens), context, style) : [];
}

/** Distributes `available` columns over a table's columns; `undefined` if not even the longest words fit. */
function columnWidths(rows: readonly Row[], available: number, context: Context): readonly number[] | undefined {
  const widest: number[] = [];
  const words: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      const measured = extent(cell, context.breaking);
      widest[index] = Math.max(widest[index] ?? 1, measured.widest);
      words[index] = Math.max(words[index] ?? 1, measured.word);
    });
  }
  return shrink(widest, words, available);
}

/** Shrinks widths in proportion to what they wish for, none below its floor; `undefined` if the floors do not fit. */
export function shrink(
  wishes: readonly number[],
  floors: readonly number[],
  available: number,
): readonly number[] | undefined {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  if (sum(wishes) <= available) return wishes;
  if (sum(floors) > available) return undefined;
  // Columns at their floor leave the sharing; the others share again, until none falls below its own.
  const fixed = new Set<number>();
  for (;;) {
    let room = available;
    let wished = 0;
    wishes.forEach((wish, index) => {
      if (fixed.has(index)) room -= floors[index] as number;
      else wished += wish;
    });
    const share = (index: number): number => Math.floor(((wishes[index] as number) * room) / wished);
    const below = wishes.flatMap((_, index) =>
      !fixed.has(index) && share(index) < (floors[index] as number) ? [index] : [],
    );
    if (below.length > 0) {
      for (const index of below) fixed.add(index);
      continue;
    }
    const widths = wishes.map((_, index) => (fixed.has(index) ? (floors[index] as number) : share(index)));
    // What rounding has left over goes to the columns that miss most.
    let left = available - sum(widths);
    const byNeed = wishes.map((wish, index) => ({ index, need: wish - (widths[index] as number) }));
    byNeed.sort((a, b) => b.need - a.need || a.index - b.index);
    for (const { index, need } of byNeed) {
      if (left <= 0 || need <= 0) break;
      widths[index] = (widths[index] as number) + 1;
      left--;
    }
    return widths;
  }
}

function drawn(
  header: Row,
  rows: readonly Row[],
  widths: readonly number[],
  align: readonly Alignment[],
  context: Context,
): Line[] {
  const { symbols, theme } = context;
  const bar: Segment = { text: ` ${symbols.column} `, style: theme.tableLine };
  const rule: Line = [
    {
      text: widths.map((width) => symbols.line.repeat(width)).join(symbols.line + symbols.cross + symbols.line),
      style: theme.tableLine,
    },
  ];
  const lines: Line[] = [];
  append(lines, drawnRow(header, widths, align, bar, context));
  const bodies = rows.map((row) => drawnRow(row, widths, align, bar, context));
  // Rows of several lines need a line between them to be distinct.
  const ruled = bodies.some((body) => body.length > 1);
  bodies.forEach((body, index) => {
    if (index === 0 || ruled) lines.push(rule);
    append(lines, body);
  });
  if (bodies.length === 0) lines.push(rule);
  return lines;
}

function drawnRow(
  cells: Row,
  widths: readonly number[],
  align: readonly Alignment[],
  bar: Segment,
  context: Context,
): Line[] {
  const set = cells.map((cell, index) => wrap(cell, widths[index] as number, context.breaking));
  const height = set.reduce((most, cell) => Math.max(most, cell.length), 1);
  const lines: Line[] = [];
  for (let at = 0; at < height; at++) {
    const line: Segment[] = [];
    set.forEach((cell, index) => {
      if (index > 0) line.push(bar);
      append(line, aligned(cell[at] ?? emptyLine, widths[index] as number, align[index] ?? null));
    });
    lines.push(trimmed(line));
  }
  return lines;
}

function aligned(line: Line, width: number, align: Alignment): Line {
  const room = width - lineColumns(line);
  if (room <= 0) return line;
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0;
  const space = (count: number): Segment => ({ text: ' '.repeat(count), style: 0 });
  if (before === 0) return [...line, space(room)];
  return before === room ? [space(room), ...line] : [space(before), ...line, space(room - before)];
}

/** Removes white space at a line's end. */
function trimmed(line: Segment[]): Line {
  while (line.length > 0) {
    const last = line[line.length - 1] as Segment;
    const text = last.text.trimEnd();
    if (text === last.text) break;
    line.pop();
    if (text !== '') line.push({ ...last, text });
  }
  return line;
}

/** Lays out each row as a block of lines, `header: value`; a table without rows as its headers. */
function stackedRows(header: Row, rows: readonly Row[], width: number, context: Context): Line[] {
  const { theme, breaking } = context;
  const lines: Line[] = [];
  if (rows.length === 0) {
    for (const cell of header) append(lines, wrap(cell, width, breaking));
    return lines;
  }
  for (const row of rows) {
    if (lines.length > 0) lines.push(emptyLine);
    row.forEach((value, index) => {
      const name = header[index] ?? [];
      const hang = hasRoom(width, 2) ? 2 : 0;
      const line = wrap(
        name.length > 0 ? [...name, { text: ': ', style: theme.tableHeader }, ...value] : value,
        width - hang,
        breaking,
      );
      append(lines, prefix(line, { text: '', style: 0 }, hang));
    });
  }
  return lines;
}
