import { columnsOf, isUnspaced, type Line } from './line.ts';

/** A line of nothing but marks: `* * *`, `-----`. */
export function isRule(text: string): boolean {
  return (
    text.length >= 3 &&
    text !== '...' &&
    /^(?:[-=_~#.+─━—–][-=_~#.+─━—–\s]*|[*•·\s]+)$/.test(text) &&
    /\S\s*\S\s*\S/.test(text)
  );
}

/** The mark that a line is an underline of, if it is one. */
export function underlineOf(text: string): string | undefined {
  return /^(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|\+{3,}|#{3,})$/.test(text) ? text.charAt(0) : undefined;
}

export interface Marker {
  /** As written: `-`, `•`, `3.`, `3)`. */
  readonly mark: string;
  readonly number?: number;
  /** Characters up to the item's text. */
  readonly length: number;
}

/** The list marker that a line begins with. Dashes of speech (`—`, `–`) are none. */
export function markerOf(text: string): Marker | undefined {
  const bullet = /^([-*+•·‣◦▪●○■□☆★])\s+(?=\S)/.exec(text);
  if (bullet?.[1]) return { mark: bullet[1], length: bullet[0].length };
  const number = /^(\d{1,3})([.)])\s+(?=\S)/.exec(text);
  if (number?.[1]) return { mark: `${number[1]}${number[2]}`, number: Number(number[1]), length: number[0].length };
  return undefined;
}

/** Whether lines are set in columns or drawn: joining them would destroy what they say. */
export function isTabular(lines: readonly Line[]): boolean {
  let gaps = 0;
  let drawn = 0;
  for (const { text } of lines) {
    if (
      /\S[ \u00a0]{3,}\S/.test(text) ||
      /\S\s*\.{4,}\s*\S/.test(text) ||
      /^[|│].*[|│]$/.test(text) ||
      /^\+[-=+]{3,}\+$/.test(text)
    )
      gaps++;
    if (isDrawing(text)) drawn++;
  }
  if (lines.length >= 2 && gaps > lines.length * 0.5) return true;
  return lines.length >= 2 && drawn > lines.length * 0.5;
}

function isDrawing(text: string): boolean {
  const marks = text.match(/[^\p{L}\p{N}\s.,;:!?'"’“”«»()-]/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return marks > letters;
}

/** Whether most lines look like a programming language's, a shell's or a configuration's. */
export function isCode(lines: readonly Line[]): boolean {
  let code = 0;
  for (const line of lines) {
    const text = line.text.slice(0, 400);
    if (
      /[;{}]$|^[})\]]|^(?:[$%>#] |\/\/|#!|<\/?\w|import |from \w+ import |def \w+\(|return\b.*[;(]|const |let |var |function |public |class \w+|if \(|for \(|while \()|\w\(\)|^@@ |^[-+]\S|\S\|\S| --\w|^--\w|[=!]==|=>|->|::|&&|\|\||\w\[\w*\]|^\w[\w.]* = \S/.test(
        text,
      )
    ) {
      code++;
    }
  }
  return code > lines.length * 0.5;
}

/** How many of a block's line ends are on purpose: the next line's first word would have fitted before `limit`. */
export function forcedBreaks(lines: readonly Line[], limit: number): number {
  let forced = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line && next && line.indent + columnsOf(line.text) + 1 + firstWord(next.text) <= limit) forced++;
  }
  return forced;
}

function firstWord(text: string): number {
  if (isUnspaced(text.charCodeAt(0))) return 2;
  const space = text.indexOf(' ');
  return columnsOf(space < 0 ? text : text.slice(0, space));
}

export function endsSentence(text: string): boolean {
  return /[.!?…。！？:;]["”’»)\]']*$/.test(text.slice(-8));
}
