import { columnsOf, isUnspaced, type Line } from './line.ts';

/** Characters of a line that tell its shape: a longer one has no shape but that of prose. */
const shapeLength = 400;

/** A line of nothing but marks: `* * *`, `-----`. */
export function isRule(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= shapeLength &&
    text !== '...' &&
    /^(?:[-=_~#.+─━—–][-=_~#.+─━—–\s]*|[*•·\s]+)$/.test(text) &&
    /\S\s*\S\s*\S/.test(text)
  );
}

/** The mark that a line is an underline of, if it is one. */
export function underlineOf(text: string): string | undefined {
  if (text.length > shapeLength) return undefined;
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
  const bullet = /^([-*+•·‣◦▪●○■□☆★])\s{1,99}(?=\S)/.exec(text);
  if (bullet?.[1]) return { mark: bullet[1], length: bullet[0].length };
  const number = /^(0|[1-9]\d{0,2})([.)])\s{1,99}(?=\S)/.exec(text);
  if (number?.[1]) return { mark: `${number[1]}${number[2]}`, number: Number(number[1]), length: number[0].length };
  return undefined;
}

/** Whether lines are set in columns or drawn: joining them would destroy what they say. */
export function isTabular(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  let gaps = 0;
  let drawn = 0;
  for (const line of lines) {
    const text = line.text.slice(0, shapeLength);
    if (
      /\S[ \u00a0]{3,}\S/.test(text) ||
      /\S\s*\.{4,}\s*\S/.test(text) ||
      /^[|│].*[|│]$/.test(text) ||
      /^\+[-=+]{3,}\+$/.test(text)
    ) {
      gaps++;
    }
    if (isDrawing(text)) drawn++;
  }
  return gaps > lines.length * 0.5 || drawn > lines.length * 0.5;
}

function isDrawing(text: string): boolean {
  const marks = text.match(/[^\p{L}\p{N}\s.,;:!?'"’“”«»()-]/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return marks > letters;
}

/** Whether most lines look like a programming language's, a shell's or a configuration's. */
export function isCode(lines: readonly Line[]): boolean {
  let code = 0;
  for (const { text } of lines) if (isCodeLine(text)) code++;
  return code > lines.length * 0.5;
}

export function isCodeLine(text: string): boolean {
  return /[;{}](?:\s{0,200}(?:\/\/|#|\/\*).*)?$|^[})\]]|^(?:[$%>#] |\/\/|#!|<\/?\w|import |from \w+ import |def \w+\(|return\b.*[;(]|const |let |var |function |public |class \w+|if \(|for \(|while \()|\w\(\)|^@@ |^[-+]\S|\S\|\S| --\w|^--\w|[=!]==|=>|->|::|&&|\|\||\w\[\w*\]|^\w[\w.]* = \S/.test(
    text.slice(0, shapeLength),
  );
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
