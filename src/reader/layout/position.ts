import { type Line, lineText } from '../../render/segment.ts';
import type { Layout, Position } from './layout.ts';

/** Compares two positions: negative, 0 or positive. */
export function compare(one: Position, other: Position): number {
  return one.unit - other.unit || one.line - other.line;
}

/** Returns the first line of the page. */
export function firstPosition(layout: Layout): Position {
  return onPage(layout, move(layout, { unit: 0, line: -1 }, 1));
}

/** Returns the last line of the page. */
function lastPosition(layout: Layout): Position {
  return onPage(layout, move(layout, { unit: layout.count, line: 0 }, -1));
}

/** Clamps a position of an empty page to its beginning. */
function onPage(layout: Layout, position: Position): Position {
  return position.line < 0 || position.unit >= layout.count ? { unit: 0, line: 0 } : position;
}

/** Returns the line `by` lines below, or above where `by` is negative, clamped to the page. */
export function move(layout: Layout, from: Position, by: number): Position {
  let { unit, line } = from;
  let left = Math.abs(by);
  let last: Position = from;
  const direction = Math.sign(by);
  while (left > 0 && (direction > 0 ? unit < layout.count : unit >= 0)) {
    const step = Math.min(left, direction > 0 ? layout.lines(unit).length - 1 - line : line);
    if (step > 0) {
      line += direction * step;
      left -= step;
      last = { unit, line };
    }
    if (left > 0) {
      unit += direction;
      // Just outside the next unit, on the side that it is entered from.
      line = direction > 0 || unit < 0 ? -1 : layout.lines(unit).length;
    }
  }
  return last;
}

/** Returns the topmost line of the screen that shows the last line of the page on its last row. */
export function lastTop(layout: Layout, rows: number): Position {
  return move(layout, lastPosition(layout), 1 - rows);
}

/** A line with its position on the page. */
export interface PlacedLine extends Position {
  readonly content: Line;
}

/** Returns the lines from `top` on that fill the rows, fewer at the end of the page. */
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

/** The lines that stay visible when a page is turned. */
export const overlap = 2;

/**
 * Returns the current section for a line at the top of the screen: its own at its heading, else that of the first line
 * below {@link overlap}.
 */
export function sectionRead(layout: Layout, top: Position): number {
  if (top.unit >= layout.count) return 0;
  const section = layout.sectionAt(top.unit);
  if (compare(top, layout.beginningOf(section)) === 0) return section;
  const first = visibleLines(layout, top, overlap + 1).at(-1);
  return first ? layout.sectionAt(first.unit) : section;
}

/** Returns the progress at the end of a line, 0 to 1. */
export function progress(layout: Layout, { unit, line }: Position): number {
  const { start, end } = layout.range(unit);
  const lines = layout.lines(unit).length;
  return (start + ((end - start) * (line + 1)) / Math.max(1, lines)) / layout.length;
}

/** A position in a unit that survives another width. */
export interface Anchor {
  readonly unit: number;
  /** The letters and digits of the unit before it; in the empty lines before the unit, minus those that are left. */
  readonly letters: number;
  /** Which of the lines with as many letters before them: such as an empty one in code. */
  readonly line?: number;
}

/** Returns the anchor of a line. Spaces, bars and hyphenation change with the width; letters do not. */
export function anchorAt(layout: Layout, { unit, line }: Position): Anchor {
  const gap = layout.gap(unit);
  if (line < gap) return { unit, letters: line - gap };
  let letters = 0;
  const lines = layout.lines(unit);
  for (let index = 0; index < line; index++) letters += countLetters(lineText(lines[index] ?? []));
  return { unit, letters, line };
}

/** Returns the line that contains the letter at an anchor. */
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
  // Nothing of this unit is visible: what comes next is.
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
