import { countWords } from '../../text/words.ts';
import { type Definitions, normalizeLabel } from '../definitions.ts';

/**
 * Counts the words of inline content without parsing it: as many as `countWords` finds in its plain text. Undefined where
 * that takes a parser: where markup is within a word or ambiguous.
 */
export function countSourceWords(source: string, links: Definitions['links']): number | undefined {
  if (source.length > longest || unspaced.test(source)) return undefined;
  delimiter.lastIndex = 0;
  if (!delimiter.test(source)) return countWords(source);
  /** The offsets after the brackets that are open. */
  const brackets: number[] = [];
  let words = 0;
  // Words are counted in segments between delimiters: one begins at `start`, and the last one has ended at `end`.
  let start = 0;
  let end = 0;
  delimiter.lastIndex = 0;
  while (delimiter.test(source)) {
    const at = delimiter.lastIndex - 1;
    const code = source.charCodeAt(at);
    let next = at + 1;
    if (code === underscore) {
      if (joinsAt(source, at - 1, -1) || joinsAt(source, next, 1)) return undefined;
      continue;
    }
    if (code === dollar) {
      if (source.includes('$', next)) return undefined;
      continue;
    }
    if (code === less) {
      if (/[a-z/!?]/i.test(source.charAt(next)) || /^[^\s<>]*@/.test(source.slice(next, next + longestWord)))
        return undefined;
      continue;
    }
    if (code === ampersand) {
      if (!/[#a-z]/i.test(source.charAt(next))) continue;
      punctuation.lastIndex = at;
      if (!punctuation.test(source) || isInAddress(source, at)) return undefined;
      next = punctuation.lastIndex;
    }
    // An image's `!` belongs to its bracket.
    const isImage = code === open && at > start && source.charCodeAt(at - 1) === exclamation;
    const before = isImage ? at - 1 : at;
    if (before > start) {
      const found = segmentWords(source, end, start, before);
      if (found === undefined) return undefined;
      words += found;
      end = before;
    }
    switch (code) {
      case backslash: {
        // An escaped underscore is a part of a word.
        const escaped = source.charAt(next);
        if (escaped === '_' || escaped === '&' || isInAddress(source, at)) return undefined;
        start = next;
        delimiter.lastIndex = delimiters.includes(escaped) ? next + 1 : next;
        continue;
      }
      case backtick: {
        const close = source.indexOf('`', next);
        if (close <= next || source.charCodeAt(close + 1) === backtick || isInAddress(source, at)) return undefined;
        // Leading white space may be stripped.
        if (source.charCodeAt(next) <= space) return undefined;
        const found = segmentWords(source, end, next, close);
        if (found === undefined) return undefined;
        words += found;
        end = close;
        next = close + 1;
        break;
      }
      case open: {
        // Brackets within brackets may keep them from being a link; an image may be in one.
        if (
          (brackets.length > 0 && !isImage) ||
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
        if (follows === open && !(normalizeLabel(found[1] || source.slice(opened, at)) in links)) return undefined;
        next = target.lastIndex;
      }
    }
    start = next;
    delimiter.lastIndex = next;
  }
  const last = start < source.length ? segmentWords(source, end, start, source.length) : 0;
  return last === undefined ? undefined : words + last;
}

/** Counts the words of a segment, the last one having ended at `end`; undefined where a word may cross its border. */
function segmentWords(source: string, end: number, from: number, to: number): number | undefined {
  if (end > 0 && joins(source, end, from)) return undefined;
  // A character between two delimiters may join the words beyond them.
  if (to - from === 1 && to < source.length && joiners.includes(source.charAt(from))) return undefined;
  return countWords(source, from, to);
}

/** A reference to a character that neither is in a word nor joins words. */
const punctuation = /&(?:amp|lt|gt|quot|nbsp|copy|ndash|mdash);/y;

/** What inline markup starts with; as a regular expression too, which finds the next one fastest. */
const delimiters = '$&*<[\\]_`~';
const delimiter = /[$&*<[\\\]_`~]/g;
/** Scripts that do not separate words by spaces. */
const unspaced = /[\u0e00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\ud840-\ud8bf]/;

/** Longer content is lexed in segments by marked, whose borders are not known here. */
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
 * Tells whether a bare address may contain this offset: it goes on up to the next space. A word of over 200 characters
 * counts as one, since looking back to its start from each delimiter in it would be quadratic.
 */
function isInAddress(source: string, at: number): boolean {
  const earliest = Math.max(0, at - longestWord);
  let start = at;
  while (start > earliest && source.charCodeAt(start - 1) > space) start -= 1;
  if (start === earliest && start > 0) return true;
  return start < at && /:\/|www\./i.test(source.slice(start, at));
}

const longestWord = 200;

/** Tells whether text that ends at `end` and text that begins at `start` would be one word side by side. */
function joins(source: string, end: number, start: number): boolean {
  const before = isWordAt(source, end - 1);
  if (before && isWordAt(source, start)) return true;
  return before ? joinsAt(source, start, 1) : isWordAt(source, start) && joinsAt(source, end - 1, -1);
}

/** The characters that may be within a word: see {@link countWords}. */
const joiners = ":'’.·,;";

/** Tells whether the character at an offset can join two words and has a word next to it in a direction. */
function joinsAt(source: string, at: number, direction: 1 | -1): boolean {
  return joiners.includes(source.charAt(at) || ' ') && isWordAt(source, at + direction);
}

/** Tells whether a character may be in a word; beyond Latin and common punctuation, each may. */
function isWordAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code < 0x80) return /\w/.test(source.charAt(at));
  return code >= 0xaa && code !== 0xab && code !== 0xbb && !(code >= 0x2010 && code < 0x2060);
}
