import { isDigit } from '../../text/code-units.ts';

/**
 * Classifies the block that a line may start, by the character at `at`, its first after at most three spaces: `text`
 * where it can only be a paragraph, `ambiguous` where that takes marked. A Setext underline, a table's delimiter row, a
 * link definition and a tag alone on its line are `text` here: the caller looks for them.
 */
export function blockStart(text: string, at: number): BlockStart {
  const code = text.charCodeAt(at);
  if (startsBlock[code] !== 1) return 'text';
  switch (code) {
    case hash:
      return heading(text, at);
    case greater:
      return 'quote';
    case backtick:
    case tilde:
      return fence(text, at, code);
    case less:
      return html(text, at);
    case dash:
    case star:
      if (isThematicBreak(text, at, code)) return 'break';
      return isGap(text.charCodeAt(at + 1)) ? 'item' : 'text';
    case plus:
      return isGap(text.charCodeAt(at + 1)) ? 'item' : 'text';
    case underscore:
      return isThematicBreak(text, at, code) ? 'break' : 'text';
    case dollar:
      return text.charCodeAt(at + 1) === dollar ? 'ambiguous' : 'text';
    case bracket:
      return text.charCodeAt(at + 1) === caret ? 'ambiguous' : 'text';
    default:
      return isNumbered(text, at) ? 'item' : 'text';
  }
}

export type BlockStart = 'text' | 'heading' | 'fence' | 'break' | 'item' | 'quote' | 'html' | 'ambiguous';

const tab = 0x09;
const newline = 0x0a;
const space = 0x20;
const hash = 0x23;
const dollar = 0x24;
const star = 0x2a;
const plus = 0x2b;
const dash = 0x2d;
const colon = 0x3a;
const less = 0x3c;
const equals = 0x3d;
const greater = 0x3e;
const bracket = 0x5b;
const caret = 0x5e;
const underscore = 0x5f;
const backtick = 0x60;
const bar = 0x7c;
const tilde = 0x7e;

/** 1 for the characters that can start a block other than a paragraph. */
const startsBlock = new Uint8Array(0x80);
for (const character of '#>`~<-*+_$[0123456789') startsBlock[character.charCodeAt(0)] = 1;

/** Reports whether a character is white space or the end of the text. */
function isGap(code: number): boolean {
  return code === space || code === newline || code === tab || Number.isNaN(code);
}

function heading(text: string, at: number): BlockStart {
  let end = at;
  while (text.charCodeAt(end) === hash) end += 1;
  if (end - at > 6) return 'text';
  const code = text.charCodeAt(end);
  // marked takes any white space for a space.
  return isGap(code) ? 'heading' : code < 0x20 || code >= 0x80 ? 'ambiguous' : 'text';
}

function fence(text: string, at: number, marker: number): BlockStart {
  let end = at;
  while (text.charCodeAt(end) === marker) end += 1;
  if (end - at < 3) return 'text';
  if (marker === tilde) return 'fence';
  const tick = text.indexOf('`', end);
  return tick < 0 || tick > lineEnd(text, end) ? 'fence' : 'text';
}

/** Reports whether a line is a thematic break: one character, three times or more, with only white space between. */
function isThematicBreak(text: string, at: number, marker: number): boolean {
  let count = 0;
  for (let index = at; ; index += 1) {
    const code = text.charCodeAt(index);
    if (code === marker) count += 1;
    else if (code === newline || Number.isNaN(code)) return count >= 3;
    else if (code !== space && code !== tab) return false;
  }
}

function isNumbered(text: string, at: number): boolean {
  const end = numberEnd(text, at);
  return end > at && isGap(text.charCodeAt(end));
}

/** Returns the offset after an ordered list marker, `1.` or `1)`; `at` where there is none. */
export function numberEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end)) && end - at < 9) end += 1;
  const marker = text.charAt(end);
  return end > at && (marker === '.' || marker === ')') ? end + 1 : at;
}

/** Elements that start an HTML block anywhere (CommonMark 0.31.2, 4.6, condition 6). */
const elements = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem meta nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);
/** Elements whose contents are raw text up to their closing tag (condition 1). */
const raw = new Set(['script', 'pre', 'style', 'textarea']);

function html(text: string, at: number): BlockStart {
  if (text.startsWith('<!--', at)) return 'html';
  const closing = text.charAt(at + 1) === '/';
  const start = closing ? at + 2 : at + 1;
  let end = start;
  for (let code = text.charCodeAt(end); ; code = text.charCodeAt(++end)) {
    if (code >= 65 && code <= 90) return 'ambiguous';
    if (!((code >= 97 && code <= 122) || isDigit(code))) break;
  }
  if (end === start) return text.charAt(start) === '!' || text.charAt(start) === '?' ? 'ambiguous' : 'text';
  const name = text.slice(start, end);
  if (raw.has(name)) return !closing && rawElement(text, at) !== undefined ? 'html' : 'ambiguous';
  if (!elements.has(name)) return 'text';
  const next = text.charAt(end);
  if (next === '') return 'ambiguous';
  return next === ' ' || next === '\t' || next === '\n' || next === '>' || text.startsWith('/>', end) ? 'html' : 'text';
}

/** Returns the name of the element with raw contents that the `<` at an offset opens. */
export function rawElement(text: string, at: number): string | undefined {
  rawTag.lastIndex = at;
  return rawTag.exec(text)?.[1];
}

const rawTag = /<(pre|script|style|textarea)[\s>]/y;

/** Reports whether a line, from its first character on, could be a table's delimiter row. */
export function isDelimiterRow(text: string, at: number): boolean {
  let dashes = 0;
  for (let index = at; ; index += 1) {
    const code = text.charCodeAt(index);
    if (code === dash) dashes += 1;
    else if (code === newline || Number.isNaN(code)) return dashes > 0;
    else if (code !== bar && code !== colon && code !== space && code !== tab) return false;
  }
}

/** Returns the level of the Setext heading that a line underlines, by its first character; 0 where it does not. */
export function underlineLevel(text: string, at: number): 0 | 1 | 2 {
  const marker = text.charCodeAt(at);
  if (marker !== equals && marker !== dash) return 0;
  let end = at;
  while (text.charCodeAt(end) === marker) end += 1;
  for (let code = text.charCodeAt(end); code === space || code === tab; code = text.charCodeAt(++end));
  return end === lineEnd(text, end) ? (marker === equals ? 1 : 2) : 0;
}

/** Returns the offset of the end of the line at `at`: of its `\n`, or of the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Returns the offset of the first character from `at` on that is not a space. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === space) end += 1;
  return end;
}

/** Returns the offset after the blank lines from `at` on, which is the end of a line or the start of one. */
export function skipBlankLines(text: string, at: number): number {
  let start = at;
  for (;;) {
    let end = start;
    for (let code = text.charCodeAt(end); code === space || code === tab; code = text.charCodeAt(++end));
    if (end >= text.length) return text.length;
    if (text.charCodeAt(end) !== newline) return start;
    start = end + 1;
  }
}

/** Reports whether only white space follows up to the end of the text: which block marked gives it to, differs. */
export function endsInBlanks(text: string, end: number): boolean {
  return skipBlankLines(text, end) === text.length && /[ \t]$/.test(text);
}
