import { type Definitions, labelOf } from './definitions.ts';
import { countWords, isUnspaced } from './words.ts';

/**
 * The words of a text with inline markup, without parsing it: as many as `countWords` counts in its plain text.
 * Undefined where that takes a parser: where markup stands within a word, or may be something else than it looks.
 */
export function countSourceWords(source: string, links: Definitions['links']): number | undefined {
  if (source.length > longest) return undefined;
  /** Where the brackets that are open begin. */
  const brackets: number[] = [];
  let words = 0;
  // Words are counted in pieces, between the marks; `end` is where the last piece ended.
  let start = 0;
  let end = 0;

  function piece(to: number): boolean {
    if (to === start) return true;
    if (joins(source, end, start)) return false;
    words += countWords(source, start, to);
    end = to;
    return true;
  }

  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code >= 0x80) {
      if (isUnspaced(code)) return undefined;
      continue;
    }
    if (special[code] === 0) continue;
    if (code === underscore) {
      if (joinsBySign(source, at - 1, -1) || joinsBySign(source, at + 1, 1)) return undefined;
      continue;
    }
    if (code === dollar || code === ampersand) {
      if (code === dollar ? source.includes('$', at + 1) : isReference(source, at)) return undefined;
      continue;
    }
    if (code === less || !piece(at)) return undefined;
    start = at + 1;
    if (code === backslash) {
      // What is escaped is what it looks like; an underscore, a part of a word.
      const next = source.charCodeAt(start);
      if (next === underscore || next === ampersand) return undefined;
      if (next < 0x80 && special[next] === 1) at += 1;
      continue;
    }
    if (code === backtick) {
      const close = source.indexOf('`', start);
      if (close <= start || source.charCodeAt(close + 1) === backtick || !piece(close)) return undefined;
      at = close;
    } else if (code === open) {
      const picture = source.charCodeAt(at - 1) === exclamation;
      // Brackets within brackets keep these from being a link or not, as the case may be; a picture is what may be in one.
      if ((brackets.length > 0 && !picture) || source.charCodeAt(start) === caret || isInAddress(source, at))
        return undefined;
      brackets.push(start);
    } else if (code === close) {
      const next = source.charCodeAt(start);
      const opened = brackets.pop();
      if (next === parenthesis || next === open) {
        const target = next === open ? label : destination;
        target.lastIndex = start;
        const found = opened === undefined ? null : target.exec(source);
        if (!found) return undefined;
        if (next === open && !(labelOf(found[1] || source.slice(opened, at)) in links)) return undefined;
        at = target.lastIndex - 1;
      }
    }
    start = at + 1;
  }
  return piece(source.length) ? words : undefined;
}

/** Longer texts are parsed in parts, which are not to be guessed. */
const longest = 20_000;
const label = /\[([^[\]\\]*)\]/y;
const destination = /\([^\s()<>"'\\`]*\)/y;

const exclamation = 0x21;
const dollar = 0x24;
const ampersand = 0x26;
const parenthesis = 0x28;
const less = 0x3c;
const open = 0x5b;
const backslash = 0x5c;
const close = 0x5d;
const caret = 0x5e;
const underscore = 0x5f;
const backtick = 0x60;

const special = new Uint8Array(0x80);
for (const mark of '$&*<[\\]_`~') special[mark.charCodeAt(0)] = 1;

/** Whether a bare address may reach as far as here: it goes on up to the next space, whatever stands in it. */
function isInAddress(source: string, at: number): boolean {
  let start = at;
  while (start > 0 && source.charCodeAt(start - 1) > 0x20) start -= 1;
  return start < at && /:\/|www\./i.test(source.slice(start, at));
}

function isReference(source: string, at: number): boolean {
  return /[#a-z]/i.test(source.charAt(at + 1));
}

/** Whether what ends before `end` and what begins at `start` would be one word, were nothing between them. */
function joins(source: string, end: number, start: number): boolean {
  if (end === 0 || end === start) return false;
  const before = isWordAt(source, end - 1);
  if (before && isWordAt(source, start)) return true;
  return before ? joinsBySign(source, start, 1) : isWordAt(source, start) && joinsBySign(source, end - 1, -1);
}

/** Whether a sign that can join two words stands at an index, and a word behind it in a direction. */
function joinsBySign(source: string, at: number, direction: 1 | -1): boolean {
  return ":'’.·,;".includes(source.charAt(at) || ' ') && isWordAt(source, at + direction);
}

/** Whether a character may be one of a word; beyond Latin signs and punctuation, each may. */
function isWordAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code < 0x80) return /\w/.test(source.charAt(at));
  return code >= 0xaa && code !== 0xab && code !== 0xbb && !(code >= 0x2010 && code < 0x2060);
}
