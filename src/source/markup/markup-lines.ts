import { expandTabs } from '../plain-text/lines/line.ts';

/** Splits a text into lines, tabs expanded to columns of eight, without spaces at line ends. */
export function splitMarkup(text: string): string[] {
  return text.split(/\r\n?|\n|\f/).map((line) => (line.includes('\t') ? expandTabs(line) : line).trimEnd());
}

/** Counts the columns before the first character of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Lines of a block, and the index of the line after it. */
export interface TakenLines {
  readonly lines: readonly string[];
  readonly end: number;
}

/**
 * Takes the lines from `start` on that are blank or indented by `least` columns, without blank lines at the end and the
 * indent that all of them share.
 */
export function takeIndented(lines: readonly string[], start: number, least: number): TakenLines {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    if (indentOf(line) < least) break;
    end = index + 1;
  }
  return { lines: dedent(lines.slice(start, end)), end };
}

/** Returns lines without the indent that all of them share. */
export function withoutMargin(lines: readonly string[]): string[] {
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line !== '') margin = Math.min(margin, indentOf(line));
  return lines.map((line) => line.slice(Math.min(margin, line.length)));
}

/** Returns lines without the indent that all of them share, and without blank lines at both ends. */
export function dedent(lines: readonly string[]): string[] {
  const result = withoutMargin(lines);
  while (result[0] === '') result.shift();
  while (result.at(-1) === '') result.pop();
  return result;
}

/** Takes the lines from `start` on up to the next blank line. */
export function takeParagraph(lines: readonly string[], start: number): TakenLines {
  let end = start;
  while (end < lines.length && lines[end] !== '') end += 1;
  return { lines: lines.slice(start, end), end };
}

/** A block as Markdown. */
export interface FoundBlock {
  readonly markdown: string;
  /** The index of the line after it. */
  readonly end: number;
}
