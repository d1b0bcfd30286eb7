import { emptyLine, type Line } from '../segment.ts';

/** What puts empty lines between parts: `gap` before each but the first. */
export type Spacer = (lines: Line[], gap: number) => Line[];

/** Creates a spacer for an empty page, or one that has `started`. */
export function spaced(started = false): Spacer {
  let first = !started;
  return (lines, gap) => {
    if (lines.length === 0) return lines;
    const before: Line[] = first ? [] : Array(gap).fill(emptyLine);
    first = false;
    return before.concat(lines);
  };
}
