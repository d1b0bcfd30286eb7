import type { Style } from './style.ts';
import { columns } from './width.ts';

/** Text of one style. A `\n` in it is a hard line break; other white space is a space. */
export interface Segment {
  readonly text: string;
  readonly style: Style;
  readonly link?: LinkTarget;
  /** Text that breaks at its spaces alone: code, where a hyphen is part of a name. */
  readonly code?: boolean;
  /** Escape sequences that draw an image above the line, and leave the cursor where it was; the text is empty then. */
  readonly drawing?: string;
}

/** The target of a link; `id` is the same for all segments of one link, on whatever line they are. */
export interface LinkTarget {
  readonly address: string;
  readonly id: number;
}

/** The segments of one line of the page, without its line end. */
export type Line = readonly Segment[];

export const emptyLine: Line = [];

/** Counts the columns of a line. */
export function lineColumns(line: Line): number {
  let sum = 0;
  for (const { text } of line) sum += columns(text);
  return sum;
}

/** Returns the text of a line. */
export function lineText(line: Line): string {
  let text = '';
  for (const segment of line) text += segment.text;
  return text;
}

/** Appends lines, or segments, one by one: a spread of a hundred thousand would overflow the stack. */
export function append<Item>(items: Item[], more: readonly Item[]): void {
  for (const item of more) items.push(item);
}
