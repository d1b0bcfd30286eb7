import { isSpaceless } from '../../../text/unspaced.ts';
import { columnsOf, type TextLine } from './line.ts';

/** The longest line, in characters, whose shape is examined: a longer one is prose. */
const shapeLength = 400;

/** Reports whether a line is a thematic break: nothing but punctuation, `* * *`, `-----`. */
export function isRule(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= shapeLength &&
    text !== '...' &&
    /^(?:[-=_~#.+─━—–][-=_~#.+─━—–\s]*|[*•·\s]+)$/.test(text) &&
    /\S\s*\S\s*\S/.test(text)
  );
}

/** Returns the character that an underline consists of; undefined for any other line. */
export function underlineOf(text: string): string | undefined {
  if (text.length > shapeLength) return undefined;
  return /^(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|\+{3,}|#{3,})$/.test(text) ? text.charAt(0) : undefined;
}

/** The marker that a list item begins with. */
export interface Marker {
  /** As written: `-`, `•`, `3.`, `3)`, `(a)`. */
  readonly text: string;
  readonly number?: number;
  /** Whether it is a letter, a small numeral or in brackets: Markdown has no such lists. */
  readonly isLabel?: boolean;
  /** Characters before the item's text. */
  readonly length: number;
}

/** Reads the list marker at the start of a line. Dashes of speech (`—`, `–`) are none. */
export function markerOf(text: string): Marker | undefined {
  const bullet = /^([-*+•·‣◦▪●○■□☆★►▶▸➢➤➔❖✓✔∙⁃])\s{1,99}(?=\S)/.exec(text);
  if (bullet?.[1]) return { text: bullet[1], length: bullet[0].length };
  const number = /^(0|[1-9]\d{0,2})([.)])\s{1,99}(?=\S)/.exec(text);
  if (number?.[1]) return { text: `${number[1]}${number[2]}`, number: Number(number[1]), length: number[0].length };
  return undefined;
}

/** Reads the list markers of lines that belong together. `o`, `–` and letters only where several lines have them. */
export function markersOf(lines: readonly TextLine[]): (Marker | undefined)[] {
  const markers = lines.map(({ text }) => markerOf(text));
  const bullets = lines.map(({ text, indent }) => uncertainBullet(text, indent));
  const isBulleted =
    bullets.filter(Boolean).length + markers.filter((marker) => marker?.number === undefined && marker).length;
  const labels = lines.map(({ text }) => labelOf(text));
  const isLabelled = labels.map(
    (label, at) => label !== undefined && (followsOn(labels, at, -1) || followsOn(labels, at, 1)),
  );
  return markers.map(
    (marker, at) =>
      marker ??
      (isBulleted >= 2 || isSureBullet(lines[at], bullets[at]) ? bullets[at] : undefined) ??
      (isLabelled[at] ? labels[at] : undefined),
  );
}

/** Reports whether a letter `o` is set as RFCs set their bullets: further in, and apart from its text. */
function isSureBullet(line: TextLine | undefined, bullet: Marker | undefined): boolean {
  return bullet?.text === 'o' && bullet.length >= 3 && (line?.indent ?? 0) > 0;
}

/** Reads a letter `o`, several stars, or a dash that does not begin a sentence of speech. */
function uncertainBullet(text: string, indent: number): Marker | undefined {
  const [matched, bullet] = /^(o|\*{2,5}|[–—])\s{1,99}(?=\S)/.exec(text) ?? [];
  if (matched === undefined || bullet === undefined) return undefined;
  const isWord = bullet === 'o' ? indent === 0 && matched.length < 3 : /^[–—]/.test(bullet) && /[.!?…,»”"]$/.test(text);
  if (isWord) return undefined;
  return { text: bullet, length: matched.length };
}

/** Reads `(a)`, `a)`, `b.`, `(iv)`, `(2)`, `2.1.`, `2°`. */
function labelOf(text: string): Marker | undefined {
  const [matched, label] =
    /^(\((?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})\)|(?:[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,2}°\)?)\s{1,99}(?=\S)/.exec(
      text,
    ) ?? [];
  return matched === undefined || label === undefined
    ? undefined
    : { text: label, isLabel: true, length: matched.length };
}

/** Reports whether the next label before or after this one is its neighbour in the alphabet, or in counting. */
function followsOn(labels: readonly (Marker | undefined)[], at: number, step: 1 | -1): boolean {
  for (let other = at + step; other >= 0 && other < labels.length && Math.abs(other - at) < 40; other += step) {
    const label = labels[other];
    if (!label) continue;
    const [before, after] = step > 0 ? [labels[at], label] : [label, labels[at]];
    if (isNextLabel(before?.text ?? '', after?.text ?? '')) return true;
  }
  return false;
}

function isNextLabel(before: string, after: string): boolean {
  if (/\d\.\d/.test(before) || /\d\.\d/.test(after)) return isNextNumber(before, after);
  const [one, two] = [before, after].map((label) => label.replace(/[().°]/g, ''));
  if (one === undefined || two === undefined || before.replace(/\w+/, '') !== after.replace(/\w+/, '')) return false;
  const numerals = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
  const numeral = numerals.indexOf(one.toLowerCase());
  if (numeral >= 0 && numerals[numeral + 1] === two.toLowerCase()) return true;
  if (/^\d/.test(one)) return Number(one) + 1 === Number(two);
  return one.length === 1 && two.length === 1 && one.charCodeAt(0) + 1 === two.charCodeAt(0);
}

/** Reports whether a number of several levels counts on: `2.1` and `2.2`, `2.1` and `2.1.1`, `2.1.4` and `2.2`. */
function isNextNumber(before: string, after: string): boolean {
  const [one, two] = [before, after].map((label) => label.replace(/\.$/, '').split('.').map(Number));
  const at = two?.findIndex((number, level) => number !== one?.[level]) ?? -1;
  return at >= 0 && two?.length === at + 1 && two[at] === (one?.[at] ?? 0) + 1;
}

/** Reports whether lines are set in columns or drawn: joining them would destroy what they say. */
export function isTabular(lines: readonly TextLine[]): boolean {
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
  const symbols = text.match(/[^\p{L}\p{N}\s.,;:!?'"’“”«»()-]/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return symbols > letters;
}

/** Reports whether most lines look like a programming language's, a shell's or a configuration's. */
export function isCode(lines: readonly TextLine[]): boolean {
  let code = 0;
  for (const { text } of lines) if (isCodeLine(text)) code++;
  return code > lines.length * 0.5;
}

export function isCodeLine(text: string): boolean {
  return /[;{}](?:\s{0,200}(?:\/\/|#|\/\*).*)?$|^[})\]]|^(?:[$%>#] |\/\/|#!|<\/?\w|import |from \w+ import |def \w+\(|return\b.*[;(]|const |let |var |function |public |class \w+|if \(|for \(|while \()|\w\(\)|^@@ |^[-+]\S|\S\|\S| --\w|^--\w|[=!]==|=>|->|::|&&|\|\||\w\[\w*\]|^\w[\w.-]*\s{1,20}= \S|^"[^"]{1,80}"\s?:\s?\S|; (?:then|do)\b|"\$\w/.test(
    text.slice(0, shapeLength),
  );
}

/** Counts the deliberate line ends of a block: the next line's first word would have fitted before `limit`. */
export function forcedBreaks(lines: readonly TextLine[], limit: number): number {
  let forced = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line && next && line.indent + columnsOf(line.text) + 1 + firstWord(next.text) <= limit) forced++;
  }
  return forced;
}

function firstWord(text: string): number {
  if (isSpaceless(text.charAt(0))) return 2;
  const space = text.indexOf(' ');
  return columnsOf(space < 0 ? text : text.slice(0, space));
}

/** Reports whether a line ends as a sentence or a clause before others does. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？:：;]["'”’»」』)\]*]*$/.test(text.slice(-8));
}
