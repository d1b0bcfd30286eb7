import { countWords } from '../../text/words.ts';
import { type Definitions, labelOf } from '../definitions.ts';

/**
 * The words of a text with inline markup, without parsing it: as many as `countWords` counts in its plain text.
 * Undefined where that takes a parser: where markup stands within a word, or may be something else than it looks.
 */
export function countSourceWords(source: string, links: Definitions['links']): number | undefined {
  if (source.length > longest || unspaced.test(source)) return undefined;
  mark.lastIndex = 0;
  if (!mark.test(source)) return countWords(source);
  /** Where the brackets that are open begin. */
  const brackets: number[] = [];
  let words = 0;
  // Words are counted in pieces, between the marks: one begins at `start`, and the last one has ended at `end`.
  let start = 0;
  let end = 0;
  mark.lastIndex = 0;
  while (mark.test(source)) {
    const at = mark.lastIndex - 1;
    const code = source.charCodeAt(at);
    let next = at + 1;
    if (code === underscore) {
      if (joinsBySign(source, at - 1, -1) || joinsBySign(source, next, 1)) return undefined;
      continue;
    }
    if (code === dollar || code === ampersand) {
      if (code === dollar ? source.includes('$', next) : isReference(source, at)) return undefined;
      continue;
    }
    if (code === less) return undefined;
    // The mark of a picture is a part of its bracket.
    const pictured = code === open && at > start && source.charCodeAt(at - 1) === exclamation;
    const before = pictured ? at - 1 : at;
    if (before > start) {
      const found = pieceWords(source, end, start, before);
      if (found === undefined) return undefined;
      words += found;
      end = before;
    }
    switch (code) {
      case backslash: {
        // What is escaped is what it looks like; an underscore, a part of a word.
        const escaped = source.charAt(next);
        if (escaped === '_' || escaped === '&') return undefined;
        start = next;
        mark.lastIndex = marks.includes(escaped) ? next + 1 : next;
        continue;
      }
      case backtick: {
        const close = source.indexOf('`', next);
        if (close <= next || source.charCodeAt(close + 1) === backtick || isInAddress(source, at)) return undefined;
        // Its own spaces may go.
        if (source.charCodeAt(next) <= space) return undefined;
        const found = pieceWords(source, end, next, close);
        if (found === undefined) return undefined;
        words += found;
        end = close;
        next = close + 1;
        break;
      }
      case open: {
        // Brackets within brackets keep these from being a link or not, as the case may be; a picture may be in one.
        if (
          (brackets.length > 0 && !pictured) ||
          source.charCodeAt(next) <= space ||
          source.charCodeAt(next) === caret ||
          isInAddress(source, at)
        ) {
          return undefined;
        }
        brackets.push(next);
        break;
      }
      case close: {
        const opened = brackets.pop();
        const follows = source.charCodeAt(next);
        if (follows !== parenthesis && follows !== open) break;
        const target = follows === open ? label : destination;
        target.lastIndex = next;
        const found = opened === undefined ? null : target.exec(source);
        if (!found) return undefined;
        if (follows === open && !(labelOf(found[1] || source.slice(opened, at)) in links)) return undefined;
        next = target.lastIndex;
      }
    }
    start = next;
    mark.lastIndex = next;
  }
  const last = start < source.length ? pieceWords(source, end, start, source.length) : 0;
  return last === undefined ? undefined : words + last;
}

/** The words of a piece, the last one having ended at `end`; nothing where they are not told by the piece alone. */
function pieceWords(source: string, end: number, from: number, to: number): number | undefined {
  if (end > 0 && joins(source, end, from)) return undefined;
  // A sign between two marks may join what stands beyond them.
  if (to - from === 1 && to < source.length && joiners.includes(source.charAt(from))) return undefined;
  return countWords(source, from, to);
}

/** The marks of markup, each of which ends a piece; in a regular expression, for that finds the next one fastest. */
const marks = '$&*<[\\]_`~';
const mark = /[$&*<[\\\]_`~]/g;
/** What `isUnspaced` tells of a character, and more: text in which words are not parted by spaces. */
const unspaced = /[\u0e00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\ud840-\ud8bf]/;

/** Longer texts are parsed in parts, which are not to be guessed. */
const longest = 20_000;
const label = /\[([^[\]\\]*)\]/y;
const destination = /\([^\s()<>"'\\`]*\)/y;

const space = 0x20;
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

/**
 * Whether a bare address may reach as far as here: it goes on up to the next space, whatever stands in it. So it may
 * where there has been none for long: to look for its beginning from each mark of such a run would be quadratic.
 */
function isInAddress(source: string, at: number): boolean {
  const earliest = Math.max(0, at - longestWord);
  let start = at;
  while (start > earliest && source.charCodeAt(start - 1) > space) start -= 1;
  if (start === earliest && start > 0) return true;
  return start < at && /:\/|www\./i.test(source.slice(start, at));
}

const longestWord = 200;

function isReference(source: string, at: number): boolean {
  return /[#a-z]/i.test(source.charAt(at + 1));
}

/** Whether what ends before `end` and what begins at `start` would be one word, were nothing between them. */
function joins(source: string, end: number, start: number): boolean {
  const before = isWordAt(source, end - 1);
  if (before && isWordAt(source, start)) return true;
  return before ? joinsBySign(source, start, 1) : isWordAt(source, start) && joinsBySign(source, end - 1, -1);
}

/** The signs that may stand within a word: see {@link countWords}. */
const joiners = ":'’.·,;";

/** Whether a sign that can join two words stands at an index, and a word behind it in a direction. */
function joinsBySign(source: string, at: number, direction: 1 | -1): boolean {
  return joiners.includes(source.charAt(at) || ' ') && isWordAt(source, at + direction);
}

/** Whether a character may be one of a word; beyond Latin signs and punctuation, each may. */
function isWordAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code < 0x80) return /\w/.test(source.charAt(at));
  return code >= 0xaa && code !== 0xab && code !== 0xbb && !(code >= 0x2010 && code < 0x2060);
}
