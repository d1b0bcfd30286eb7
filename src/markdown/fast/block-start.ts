/**
 * What a line may begin by what stands at `at`, its first character behind at most three spaces: `text` where it can
 * begin nothing but a paragraph, `unclear` where marked has to look at it. An underline, a table's second line, a
 * definition and a tag alone on its line are for the caller, for they are `text` to this.
 */
export function lineKind(text: string, at: number): LineKind {
  const code = text.charCodeAt(at);
  if (kinds[code] !== 1) return 'text';
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
      if (isRule(text, at, code)) return 'rule';
      return isGap(text.charCodeAt(at + 1)) ? 'item' : 'text';
    case plus:
      return isGap(text.charCodeAt(at + 1)) ? 'item' : 'text';
    case underscore:
      return isRule(text, at, code) ? 'rule' : 'text';
    case dollar:
      return text.charCodeAt(at + 1) === dollar ? 'unclear' : 'text';
    case bracket:
      return text.charCodeAt(at + 1) === caret ? 'unclear' : 'text';
    default:
      return isNumbered(text, at) ? 'item' : 'text';
  }
}

export type LineKind = 'text' | 'heading' | 'fence' | 'rule' | 'item' | 'quote' | 'html' | 'unclear';

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

/** 1 for the characters that a line can begin something with. */
const kinds = new Uint8Array(0x80);
for (const character of '#>`~<-*+_$[0123456789') kinds[character.charCodeAt(0)] = 1;

/** White space or the end of the text. */
function isGap(code: number): boolean {
  return code === space || code === newline || code === tab || Number.isNaN(code);
}

function heading(text: string, at: number): LineKind {
  let end = at;
  while (text.charCodeAt(end) === hash) end += 1;
  if (end - at > 6) return 'text';
  const code = text.charCodeAt(end);
  // marked takes any white space for a space.
  return isGap(code) ? 'heading' : code < 0x20 || code >= 0x80 ? 'unclear' : 'text';
}

function fence(text: string, at: number, mark: number): LineKind {
  let end = at;
  while (text.charCodeAt(end) === mark) end += 1;
  if (end - at < 3) return 'text';
  if (mark === tilde) return 'fence';
  const tick = text.indexOf('`', end);
  return tick < 0 || tick > lineEnd(text, end) ? 'fence' : 'text';
}

/** Whether a line is one mark, three times or more, with nothing but white space between. */
function isRule(text: string, at: number, mark: number): boolean {
  let count = 0;
  for (let index = at; ; index += 1) {
    const code = text.charCodeAt(index);
    if (code === mark) count += 1;
    else if (code === newline || Number.isNaN(code)) return count >= 3;
    else if (code !== space && code !== tab) return false;
  }
}

function isNumbered(text: string, at: number): boolean {
  const end = numberEnd(text, at);
  return end > at && isGap(text.charCodeAt(end));
}

/** Behind a list's number and its `.` or `)`; `at` where there is none. */
export function numberEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end)) && end - at < 9) end += 1;
  const mark = text.charAt(end);
  return end > at && (mark === '.' || mark === ')') ? end + 1 : at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Elements that begin a block wherever they stand (CommonMark 0.31.2, 4.6, condition 6). */
const elements = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem meta nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);
/** Elements that hold text of their own kind up to their end. */
const raw = new Set(['script', 'pre', 'style', 'textarea']);

function html(text: string, at: number): LineKind {
  if (text.startsWith('<!--', at)) return 'html';
  const closing = text.charAt(at + 1) === '/';
  const start = closing ? at + 2 : at + 1;
  let end = start;
  for (let code = text.charCodeAt(end); ; code = text.charCodeAt(++end)) {
    if (code >= 65 && code <= 90) return 'unclear';
    if (!((code >= 97 && code <= 122) || isDigit(code))) break;
  }
  if (end === start) return text.charAt(start) === '!' || text.charAt(start) === '?' ? 'unclear' : 'text';
  const name = text.slice(start, end);
  if (raw.has(name)) return 'unclear';
  if (!elements.has(name)) return 'text';
  const next = text.charAt(end);
  if (next === '') return 'unclear';
  return next === ' ' || next === '\t' || next === '\n' || next === '>' || text.startsWith('/>', end) ? 'html' : 'text';
}

/** Whether a line, from its first character on, could part a table's header from its rows. */
export function isDelimiterRow(text: string, at: number): boolean {
  let dashes = 0;
  for (let index = at; ; index += 1) {
    const code = text.charCodeAt(index);
    if (code === dash) dashes += 1;
    else if (code === newline || Number.isNaN(code)) return dashes > 0;
    else if (code !== bar && code !== colon && code !== space && code !== tab) return false;
  }
}

/** The level of the heading whose underline a line is, from its first character on; 0 where it is none. */
export function underlineLevel(text: string, at: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(at);
  if (mark !== equals && mark !== dash) return 0;
  let end = at;
  while (text.charCodeAt(end) === mark) end += 1;
  for (let code = text.charCodeAt(end); code === space || code === tab; code = text.charCodeAt(++end));
  return end === lineEnd(text, end) ? (mark === equals ? 1 : 2) : 0;
}

/** Where the line that `at` stands in ends: at its `\n`, or at the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The first character from `at` on that is no space. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === space) end += 1;
  return end;
}

/** Behind the blank lines that begin at `at`, which is the end of a line or the start of one. */
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
