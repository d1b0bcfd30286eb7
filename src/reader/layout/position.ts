import type { Line } from '../../render/segment.ts';
import { type Layout, lineText, type Position } from './layout.ts';

/** Tells which of two lines comes first: negative, 0 or positive. */
export function compare(one: Position, other: Position): number {
  return one.unit - other.unit || one.line - other.line;
}

/** The first line of the page. */
export function firstPosition(layout: Layout): Position {
  return onPage(layout, move(layout, { unit: 0, line: -1 }, 1));
}

/** The last line of the page. */
export function lastPosition(layout: Layout): Position {
  return onPage(layout, move(layout, { unit: layout.count, line: 0 }, -1));
}

/** A page may be empty: then there is only its beginning. */
function onPage(layout: Layout, position: Position): Position {
  return position.line < 0 || position.unit >= layout.count ? { unit: 0, line: 0 } : position;
}

/** The line so many lines below, or above where `by` is negative; at most the last or the first one. */
export function move(layout: Layout, from: Position, by: number): Position {
  let { unit, line } = from;
  let left = Math.abs(by);
  let last: Position = from;
  if (by >= 0) {
    while (left > 0 && unit < layout.count) {
      const lines = layout.lines(unit).length;
      const step = Math.min(left, lines - 1 - line);
      if (step > 0) {
        line += step;
        left -= step;
        last = { unit, line };
      }
      if (left > 0) {
        unit++;
        line = -1;
      }
    }
    return last;
  }
  while (left > 0 && unit >= 0) {
    const step = Math.min(left, line);
    if (step > 0) {
      line -= step;
      left -= step;
      last = { unit, line };
    }
    if (left > 0) {
      unit--;
      line = unit >= 0 ? layout.lines(unit).length : 0;
    }
  }
  return last;
}

/** The top of the screen at which the last line of the page is on the last of so many rows. */
export function lastTop(layout: Layout, rows: number): Position {
  return move(layout, lastPosition(layout), 1 - rows);
}

/** A line where it is on the page. */
export interface PlacedLine extends Position {
  readonly content: Line;
}

/** The lines from `top` on that fill so many rows, or fewer where the page ends. */
export function visibleLines(layout: Layout, top: Position, rows: number): readonly PlacedLine[] {
  const placed: PlacedLine[] = [];
  for (let unit = top.unit; unit < layout.count && placed.length < rows; unit++) {
    const lines = layout.lines(unit);
    for (let line = unit === top.unit ? top.line : 0; line < lines.length && placed.length < rows; line++) {
      placed.push({ unit, line, content: lines[line] as Line });
    }
  }
  return placed;
}

/** The lines of a page that stay in view when it is turned, to find one's way by. */
export const overlap = 2;

/**
 * The section that one reads with a line at the top of the screen: its own at its heading, else that of the first line
 * that was not there before the page was turned.
 */
export function sectionRead(layout: Layout, top: Position): number {
  if (top.unit >= layout.count) return 0;
  const section = layout.sectionAt(top.unit);
  if (compare(top, layout.beginningOf(section)) === 0) return section;
  const first = visibleLines(layout, top, overlap + 1).at(-1);
  return first ? layout.sectionAt(first.unit) : section;
}

/** How far into the text the end of a line is, from 0 to 1. */
export function progress(layout: Layout, { unit, line }: Position): number {
  const { start, end } = layout.range(unit);
  const lines = layout.lines(unit).length;
  return (start + ((end - start) * (line + 1)) / Math.max(1, lines)) / layout.length;
}

/** A place in a unit that survives another width. */
export interface Anchor {
  readonly unit: number;
  /**
   * How many letters and digits of the unit come before it; negative in the empty lines before the unit: how many of
   * them are left.
   */
  readonly letters: number;
  /** The line that it was, among those that have as many letters before them: such as an empty one in code. */
  readonly line?: number;
}

/** The letters before a line in its unit. Spaces, bars and broken words change with the width; letters do not. */
export function anchorAt(layout: Layout, { unit, line }: Position): Anchor {
  const gap = layout.gap(unit);
  if (line < gap) return { unit, letters: line - gap };
  let letters = 0;
  const lines = layout.lines(unit);
  for (let index = 0; index < line; index++) letters += countLetters(lineText(lines[index] ?? []));
  return { unit, letters, line };
}

/** The line on which the letter at an anchor is. */
export function positionOf(layout: Layout, { unit, letters, line: was }: Anchor): Position {
  const lines = layout.lines(unit);
  if (letters < 0) return { unit, line: Math.max(0, layout.gap(unit) + letters) };
  let before = 0;
  let first: number | undefined;
  for (let line = 0; line < lines.length && before <= letters; line++) {
    if (line === was && before === letters) return { unit, line };
    before += countLetters(lineText(lines[line] ?? []));
    if (before > letters) first = line;
  }
  if (first !== undefined) return { unit, line: first };
  if (lines.length > 0) return { unit, line: lines.length - 1 };
  // Nothing is to be seen of this unit: what comes next is.
  const next = move(layout, { unit, line: -1 }, 1);
  return next.line < 0 ? lastPosition(layout) : onPage(layout, next);
}

export function countLetters(text: string): number {
  let count = 0;
  letter.lastIndex = 0;
  while (letter.test(text)) count++;
  return count;
}

const letter = /[\p{L}\p{N}]/gu;
