import { isSpaceless } from '../../../text/unspaced.ts';

/** A line of plain text and its indent. A blank line has no text. */
export interface TextLine {
  /** Columns before the first character. */
  readonly indent: number;
  readonly text: string;
}

/**
 * Splits a text into lines, whatever its line ends; tabs are expanded, form feeds are blank lines. Overstruck letters
 * (`N\bN`), colour codes and other control characters are removed.
 */
export function readLines(text: string): TextLine[] {
  // What is overstruck by itself or an underscore is read before: see `text/overstrikes.ts`.
  const plain = text.includes('\b') ? text.replace(/[^\n\x08]\x08/gu, '') : text;
  return plain
    .replace(/\r\n?|[\x85\u2028\u2029\v]/g, '\n')
    .replace(/\f/g, '\n\n')
    .replace(/\x1b\[[0-?]{0,32}[ -/]{0,8}[@-~]|[\0-\x08\x0e-\x1f\x7f-\x9f]/g, '')
    .split('\n')
    .map(readLine);
}

/** Shared: a text of nothing but line ends must not cost an object each. */
export const blankLine: TextLine = { indent: 0, text: '' };

/** Reads a line without its line end. */
export function readLine(raw: string): TextLine {
  const line = raw.includes('\t') ? expandTabs(raw) : raw;
  const text = line.trim();
  return text === '' ? blankLine : { indent: line.length - line.trimStart().length, text };
}

/** Expands tabs to stops eight columns apart. */
export function expandTabs(line: string): string {
  const [first = '', ...parts] = line.split('\t');
  let result = first;
  let columns = columnsOf(first);
  for (const part of parts) {
    const gap = 8 - (columns % 8);
    result += ' '.repeat(gap) + part;
    columns += gap + columnsOf(part);
  }
  return result;
}

/** Returns the indent that all of some lines share; `Infinity` where all are blank. */
export function commonIndent(lines: readonly Pick<TextLine, 'indent' | 'text'>[]): number {
  return lines.reduce((least, { indent, text }) => (text === '' ? least : Math.min(least, indent)), Infinity);
}

/** Estimates the columns of a text, which is enough to find where lines were wrapped; `render/width.ts` counts them. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    columns += code < 0x1100 ? 1 : isWide(code) ? 2 : 1;
  }
  return columns;
}

/** Reports whether a UTF-16 unit is of a script whose characters take two columns. Surrogates count one each. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
  );
}

/**
 * Joins wrapped lines with spaces, except between characters of a script without spaces, and after a dash or a hyphen
 * that breaks a word.
 */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last !== undefined && !joinsClosely(last, line)) parts.push(' ');
    parts.push(line);
  }
  return parts.join('');
}

function joinsClosely(before: string, after: string): boolean {
  if (isSpaceless(before.charAt(before.length - 1)) && isSpaceless(after.charAt(0))) return true;
  if (/[\p{L}\p{N}][-\u2010]$/u.test(before.slice(-3))) return /^[\p{L}\p{N}]/u.test(after);
  return /[^\s-]--$/.test(before.slice(-3)) && /^\S/.test(after);
}

/**
 * Repairs words that were hyphenated at line ends (`exam-` / `ple`), where the text has them whole elsewhere. Without
 * that evidence a hyphen stays; only a soft hyphen always goes, and the typeset one (‐) of manual pages unless the text
 * has the word with it.
 */
export function repairHyphens(lines: readonly TextLine[]): TextLine[] {
  const mended: TextLine[] = [...lines];
  const gone = new Set<number>();
  let words: Set<string> | undefined;
  for (const [at, { text, indent }] of lines.entries()) {
    const next = mended[at + 1];
    const tail = /(\p{Ll}{2,40})([-\u2010\u00ad])$/u.exec((mended[at]?.text ?? text).slice(-42));
    const head = tail && next && /^\p{Ll}{2,40}(?![\p{L}\p{N}-])/u.exec(next.text)?.[0];
    if (!tail || !head) continue;
    words ??= wordsOf(lines);
    const [, before = '', hyphen] = tail;
    const whole = before + head;
    const hyphenated = `${before}-${head}`;
    const mend = hyphen === '\u00ad' || words.has(whole) || (hyphen === '\u2010' && !words.has(hyphenated));
    if (!mend || (words.has(hyphenated) && hyphen === '-')) continue;
    // With the punctuation after it, up to the next space.
    const moved = /^\S{1,60}/.exec(next.text)?.[0] ?? head;
    mended[at] = { indent, text: (mended[at]?.text ?? text).slice(0, -1) + moved };
    if (next.text === moved) gone.add(at + 1);
    else mended[at + 1] = { indent: next.indent, text: next.text.slice(moved.length).trimStart() };
  }
  return gone.size === 0 ? mended : mended.filter((_, at) => !gone.has(at));
}

function wordsOf(lines: readonly TextLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{2,40}(?:[-\u2010]\p{L}{2,40})?(?![\p{L}-])/gu)) {
      words.add(word.replace('\u2010', '-'));
    }
  }
  return words;
}
