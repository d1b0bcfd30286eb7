import { isUnspaced } from '../../text/unspaced.ts';
import { type Definitions, normalizeLabel } from '../definitions.ts';
import { attribute, readTag } from '../html/tag.ts';
import { autolink, codeSpanAt, inlineTag } from './inline-rules.ts';

/**
 * Reads the text of inline content without parsing it: the words of its plain text, with more punctuation between them.
 * Undefined where that takes a parser.
 */
export function sourceText(source: string, links: Definitions['links']): string | undefined {
  if (source.length > longest || isUnspaced(source)) return undefined;
  delimiter.lastIndex = 0;
  if (!delimiter.test(source)) return source;
  const walk: Walk = { source, links, chunks: [], start: 0, brackets: [], unclosed: [] };
  delimiter.lastIndex = 0;
  while (delimiter.test(source)) {
    const next = take(walk, delimiter.lastIndex - 1);
    if (next === undefined) return undefined;
    delimiter.lastIndex = next;
  }
  return walk.chunks.join('') + source.slice(walk.start);
}

/**
 * A walk over inline content from one delimiter to the next. Delimiters that separate no words may stay in the text; what
 * is no text, such as an address, is cut out. Each rule returns the offset at which the walk goes on, or undefined where it
 * is in doubt.
 */
interface Walk {
  readonly source: string;
  readonly links: Definitions['links'];
  /** The text up to `start`. */
  readonly chunks: string[];
  /** The offset from which on the source has not been taken. */
  start: number;
  /** The brackets that are open. */
  readonly brackets: Bracket[];
  /** The lengths of backtick strings that nothing closes any more. */
  readonly unclosed: number[];
}

interface Bracket {
  readonly at: number;
  /** The index of the chunk that it is, which is no text if this turns out to be a link. */
  readonly chunk: number;
  readonly isImage: boolean;
  /** How deep the brackets in it are, and whether they hold a link: either may keep it from being one. */
  depth: number;
  hasLink: boolean;
}

/** What inline markup starts with; as a regular expression, which finds the next one fastest. */
const delimiter = /[$&*<[\\\]_`~]/g;
/** Longer content is lexed in segments by marked, whose borders are not known here. */
const longest = 20_000;

function take(walk: Walk, at: number): number | undefined {
  const { source } = walk;
  switch (source.charCodeAt(at)) {
    case underscore:
    case star:
    case tilde:
      return takeEmphasis(walk, at);
    case backslash:
      return takeEscape(walk, at);
    case backtick:
      return takeCode(walk, at);
    case open:
      return openBracket(walk, at);
    case close:
      return closeBracket(walk, at);
    case ampersand:
      return takeReference(walk, at);
    case less:
      return takeTag(walk, at);
    default:
      // A single one is no formula.
      return source.includes('$', at + 1) ? undefined : at + 1;
  }
}

const ampersand = 0x26;
const star = 0x2a;
const less = 0x3c;
const open = 0x5b;
const backslash = 0x5c;
const close = 0x5d;
const caret = 0x5e;
const underscore = 0x5f;
const backtick = 0x60;
const tilde = 0x7e;

/** Takes the text up to an offset, and goes on at another; `inserted` is in place of what is between. */
function cut(walk: Walk, from: number, to: number, inserted = ''): number {
  if (from > walk.start) walk.chunks.push(walk.source.slice(walk.start, from));
  if (inserted !== '') walk.chunks.push(inserted);
  walk.start = to;
  return to;
}

/** Takes a run of delimiters, which may be text: in doubt where words are on both sides. */
function takeEmphasis({ source, start }: Walk, at: number): number | undefined {
  const delimiter = source.charCodeAt(at);
  let end = at + 1;
  while (source.charCodeAt(end) === delimiter) end += 1;
  // Most are beside a space.
  if (at === 0 || source.charCodeAt(at - 1) <= 0x20 || end === source.length || source.charCodeAt(end) <= 0x20)
    return end;
  // An underscore between two letters is a part of a word.
  if (delimiter === underscore && isWordAt(source, at - 1) && isWordAt(source, end)) return end;
  let before = at;
  while (before > start && emphasis.includes(source.charAt(before - 1))) before -= 1;
  let after = end;
  while (after < source.length && emphasis.includes(source.charAt(after))) after += 1;
  if (after - before > mostDelimiters) return undefined;
  return mayEndWord(source, before - 1, start) && mayStartWord(source, after) ? undefined : end;
}

/** Reports whether text up to a character may end in a word: what was cut out before the offset `start` may. */
function mayEndWord(source: string, at: number, start: number): boolean {
  if (at < start) return start > 0;
  if (isWordAt(source, at)) return true;
  return joins(source, at) && (at === start ? start > 0 : isWordAt(source, at - 1) || isMarkup(source, at - 1));
}

function mayStartWord(source: string, at: number): boolean {
  if (isWordAt(source, at) || isMarkup(source, at)) return true;
  return joins(source, at) && (isWordAt(source, at + 1) || isMarkup(source, at + 1));
}

const emphasis = '*_~';
/** More delimiters side by side, each of which looks past the others, are the parser's. */
const mostDelimiters = 50;

function takeEscape(walk: Walk, at: number): number | undefined {
  if (isInAddress(walk, at)) return undefined;
  const escaped = walk.source.charAt(at + 1);
  return /[!-/:-@[-`{-~]/.test(escaped) ? cut(walk, at, at + 2, escaped) : at + 1;
}

function takeCode(walk: Walk, at: number): number | undefined {
  const { source } = walk;
  const span = codeSpanAt(source, at, walk.unclosed);
  // marked has rules of its own for backticks before a bracket.
  if (!span || source[span.start] === ']' || isInAddress(walk, at)) return undefined;
  const { start, close, end } = span;
  const isPadded = close - start > 2 && isGap(source, start) && isGap(source, close - 1);
  return cut(walk, at, end, isPadded ? source.slice(start + 1, close - 1) : source.slice(start, close));
}

function isGap(source: string, at: number): boolean {
  return source[at] === ' ' || source[at] === '\n';
}

function openBracket(walk: Walk, at: number): number | undefined {
  const { source, brackets, chunks } = walk;
  const next = source.charCodeAt(at + 1);
  if (next <= 0x20 || next === caret || isInAddress(walk, at)) return undefined;
  const isImage = at > walk.start && source[at - 1] === '!';
  cut(walk, isImage ? at - 1 : at, at + 1, isImage ? '![' : '[');
  brackets.push({ at, chunk: chunks.length - 1, isImage, depth: 0, hasLink: false });
  return at + 1;
}

function closeBracket(walk: Walk, at: number): number | undefined {
  const { source, links, brackets } = walk;
  const opened = brackets.pop();
  const outer = brackets.at(-1);
  if (outer && opened) {
    outer.depth = Math.max(outer.depth, opened.depth + 1);
    outer.hasLink ||= opened.hasLink;
  }
  const follows = source[at + 1];
  let end: number | undefined = at + 1;
  if (follows === '(' || follows === '[') end = opened && targetEnd(walk, opened, at);
  else if (!opened || opened.depth > 0 || !(normalizeLabel(source.slice(opened.at + 1, at)) in links)) return at + 1;
  if (end === undefined || !opened) return undefined;
  if (outer && !opened.isImage) outer.hasLink = true;
  walk.chunks[opened.chunk] = '';
  return cut(walk, at, end);
}

/** Returns the offset after the target of a link whose text ends at a bracket; undefined where it may be none. */
function targetEnd({ source, links }: Walk, opened: Bracket, at: number): number | undefined {
  // Two backticks side by side may be no code.
  if (opened.hasLink || opened.depth > 2 || source.slice(opened.at, at).includes('``')) return undefined;
  const target = source[at + 1] === '[' ? label : destination;
  target.lastIndex = at + 1;
  const found = target.exec(source);
  if (!found) return undefined;
  if (target === label && !(normalizeLabel(found[1] || source.slice(opened.at + 1, at)) in links)) return undefined;
  return target.lastIndex;
}

const label = /\[([^[\]\\]*)\]/y;
const destination = /\((?:[^\s()<>"'\\`]|\([^\s()<>"'\\`]*\))*(?: +"[^"\\`]*")?\)/y;

function takeReference(walk: Walk, at: number): number | undefined {
  if (!/[#a-z]/i.test(walk.source.charAt(at + 1))) return at + 1;
  reference.lastIndex = at;
  const [raw] = reference.exec(walk.source) ?? [];
  if (raw === undefined || isInAddress(walk, at)) return undefined;
  return cut(walk, at, at + raw.length, ' ');
}

/** References to characters that neither are in words nor join them. */
const reference = /&(?:amp|lt|gt|quot|nbsp|copy|ndash|mdash|hellip);/y;

function takeTag(walk: Walk, at: number): number | undefined {
  const { source } = walk;
  // What no name follows is text, unless it is an address of mail.
  if (!/[a-z/!?]/i.test(source.charAt(at + 1)))
    return /^[^\s<>]*@/.test(source.slice(at + 1, at + longestWord)) ? undefined : at + 1;
  if (isInAddress(walk, at)) return undefined;
  autolink.lastIndex = at;
  const [raw, address = ''] = autolink.exec(source) ?? [];
  if (raw !== undefined) return address.includes('&') ? undefined : cut(walk, at, at + raw.length, address);
  inlineTag.lastIndex = at;
  const tag = inlineTag.test(source) && readTag(source, at);
  if (!tag) return undefined;
  const end = inlineTag.lastIndex;
  if (tag.name === 'br') return cut(walk, at, end, ' ');
  if (tag.name === 'img' && !tag.closing) return cut(walk, at, end, (attribute(tag, 'alt') ?? '').trim());
  return tag.name === '' || withoutEffect.has(tag.name) ? cut(walk, at, end) : undefined;
}

/** Elements that neither add nor change text. */
const withoutEffect = new Set('a b strong i em s del kbd u ins mark code span small'.split(' '));

/**
 * Reports whether a bare address may contain this offset: it goes on up to the next space. A word of over 200 characters
 * counts as one, since looking back to its start from each delimiter in it would be quadratic.
 */
function isInAddress({ source, start: first }: Walk, at: number): boolean {
  const earliest = Math.max(first, at - longestWord);
  let start = at;
  while (start > earliest && source.charCodeAt(start - 1) > 0x20) start -= 1;
  if (start === earliest && start > first) return true;
  return start < at && /:\/|[wW]{3}\./.test(source.slice(start, at));
}

const longestWord = 200;

/** Reports whether a character may join two words: see `countWords`. */
function joins(source: string, at: number): boolean {
  return ":'’.·,;".includes(source.charAt(at) || ' ');
}

/** Reports whether markup may begin with a character. */
function isMarkup(source: string, at: number): boolean {
  return '*_~[!<\\`&'.includes(source.charAt(at) || ' ');
}

/** Reports whether a character may be in a word; beyond Latin and common punctuation, each may. */
function isWordAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code < 0x80) return (code | 0x20) >= 97 ? (code | 0x20) <= 122 || code === underscore : code >= 48 && code <= 57;
  return code >= 0xaa && code !== 0xab && code !== 0xbb && !(code >= 0x2010 && code < 0x2060);
}
