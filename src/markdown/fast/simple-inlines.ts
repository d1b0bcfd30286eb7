import { cleanText } from '../../text/sanitize.ts';
import { buildInlines, hiddenElements, type InlineHtml } from '../build-inlines.ts';
import { type DefinedLink, type Definitions, normalizeLabel } from '../definitions.ts';
import { type Delimiter, delimiterAt } from '../emphasis.ts';
import { formulaAt } from '../formula.ts';
import { plainText } from '../inline-text.ts';
import { appendText, trimInlines } from '../inline-tree.ts';
import type { Inline } from '../syntax-tree.ts';
import { decodeAttribute, textContent, withTitle } from '../text-content.ts';
import { findAddresses } from './bare-addresses.ts';
import { bracketDepth, matchBrackets, noClosers } from './brackets.ts';
import { autolink, codeSpanAt, inlineTag } from './inline-rules.ts';
import { nestEmphasis } from './nest-emphasis.ts';

/**
 * Parses inline content in one walk. Undefined where it holds what only marked handles: HTML, bare addresses, brackets in
 * a link's text.
 */
export function parseSimpleInlines(source: string, definitions: Definitions): readonly Inline[] | undefined {
  if (!mayBeMarkup.test(source)) return trimInlines([{ type: 'text', text: textContent(source) }]);
  if (source.length > longest) return undefined;
  const inlines = scan(source, definitions, 0);
  return inlines && trimInlines(inlines);
}

/** What emphasis, code, links, HTML, escapes, formulas, hard breaks and bare addresses start with. */
const mayBeMarkup = /[$*<@[\\_`~]| {2}\n|:\/|[wW]{3}\./;
/** Longer content is marked's, which lexes it in segments. */
const longest = 20_000;
/** Longer texts of links with brackets in them are marked's: each of these would be looked through to its end. */
const longestNest = 1_000;
/** How deep links and images nest: an image in a link in an image. */
const deepest = 4;

/** An inline and the offset after it; undefined where the delimiter is literal text. */
type Parsed = { readonly node: Node; readonly end: number } | undefined | 'ambiguous';

type Node = Inline | Delimiter | InlineHtml;

/** The state of parsing one text; the text of a link is a text of its own. */
interface Scan {
  readonly source: string;
  readonly definitions: Definitions;
  /** How many links and images contain the text. */
  readonly depth: number;
  /** The offset of each opening bracket's closing one. */
  readonly closers: ReadonlyMap<number, number>;
  /** The lengths of backtick strings that nothing closes any more. */
  readonly unclosed: number[];
  /** Whether runs of text stay apart where marked keeps them so, which matters to the blanks among tags. */
  readonly apart: boolean;
}

function scan(source: string, definitions: Definitions, depth: number, apart = false): Inline[] | undefined {
  const closers = source.includes('[') ? matchBrackets(source, definitions) : noClosers;
  if (!closers) return undefined;
  const state: Scan = { source, definitions, depth, closers, unclosed: [], apart };
  const nodes: Node[] = [];
  let emphasis = false;
  let start = 0;
  for (let at = nextDelimiter(source, 0); at < source.length; ) {
    const isImage = source[at] === '[' && at > start && source[at - 1] === '!';
    const found = parseDelimiter(state, at, isImage);
    if (found === 'ambiguous') return undefined;
    if (!found) {
      const end = runEnd(source, at);
      if (apart && at > start && '*_~'.includes(source.charAt(at))) {
        if (!addText(nodes, state, start, at)) return undefined;
        start = at;
      }
      at = nextDelimiter(source, end);
      continue;
    }
    if (found.node.type === 'html' && !apart) return scan(source, definitions, depth, true);
    if (!addText(nodes, state, start, isImage && found.node.type === 'image' ? at - 1 : at)) return undefined;
    if (found.node.type === 'text') pushText(nodes, found.node.text, apart);
    else nodes.push(found.node);
    emphasis ||= found.node.type === 'delimiter';
    start = found.end;
    at = nextDelimiter(source, start);
  }
  if (!addText(nodes, state, start, source.length)) return undefined;
  if (apart) return buildInlines(nodes);
  return emphasis ? nestEmphasis(nodes as (Inline | Delimiter)[]) : (nodes as Inline[]);
}

function nextDelimiter(source: string, from: number): number {
  delimiter.lastIndex = from;
  return delimiter.test(source) ? delimiter.lastIndex - 1 : source.length;
}

const delimiter = /[$*<[\\_`~]/g;

/** Returns the offset after a delimiter that is literal text: after the whole run of it. */
function runEnd(source: string, at: number): number {
  let end = at + 1;
  if ('*_~`'.includes(source.charAt(at))) while (source[end] === source[at]) end += 1;
  return end;
}

function parseDelimiter(state: Scan, at: number, isImage: boolean): Parsed {
  const { source, depth } = state;
  switch (source[at]) {
    case '\\':
      return parseEscape(source, at);
    case '`':
      return parseCodeSpan(state, at);
    case '[':
      return (
        (isImage ? parseLink(state, at, true) : undefined) ??
        parseFootnoteReference(state, at) ??
        parseLink(state, at, false)
      );
    case '<':
      return parseTag(source, at) ?? (depth > 0 ? 'ambiguous' : parseAutolink(source, at));
    case '$':
      return parseFormula(source, at);
    default: {
      const delimiter = delimiterAt(source, at);
      return delimiter.type === 'delimiter' ? { node: delimiter, end: at + delimiter.raw.length } : undefined;
    }
  }
}

/** Adds the text between two delimiters, its bare addresses and hard breaks; false where it may hold other addresses. */
function addText(nodes: Node[], { source, depth, apart }: Scan, start: number, end: number): boolean {
  if (start === end) return true;
  let done = start;
  // In the text of a link there are none; among tags it is marked that knows.
  const addresses = depth === 0 || apart ? findAddresses(source, start, end) : [];
  if (!addresses || (apart && addresses.length > 0)) return false;
  for (const { start: at, end: stop, href } of addresses) {
    addPlain(nodes, source, done, at, apart);
    nodes.push({ type: 'link', href, tokens: [{ type: 'text', text: source.slice(at, stop) }] });
    done = stop;
  }
  addPlain(nodes, source, done, end, apart);
  return true;
}

/** Adds text without addresses, and its hard breaks. */
function addPlain(nodes: Node[], source: string, start: number, end: number, apart: boolean): void {
  if (start === end) return;
  const raw = source.slice(start, end);
  let done = 0;
  if (raw.includes('  \n')) {
    for (const { 0: found, index } of raw.matchAll(/ {2,}\n[ \t]*/g)) {
      if (endsThere(source, start + index)) break;
      if (index > done) pushText(nodes, textContent(raw.slice(done, index)), apart);
      nodes.push({ type: 'br' });
      done = index + found.length;
    }
  }
  if (done < raw.length) pushText(nodes, textContent(raw.slice(done)), apart);
}

function pushText(nodes: Node[], text: string, apart: boolean): void {
  if (apart) nodes.push({ type: 'text', text });
  else appendText(nodes as Inline[], text);
}

/** Reports whether only white space follows: then there is no hard break. */
function endsThere(source: string, at: number): boolean {
  return /\S/.test(source.slice(at, at + 200)) ? false : source.slice(at).trim() === '';
}

function parseEscape(source: string, at: number): Parsed {
  const next = source.charAt(at + 1);
  if (/[!-/:-@[-`{-~]/.test(next)) return { node: { type: 'text', text: next }, end: at + 2 };
  if (next !== '\n' || endsThere(source, at + 1)) return undefined;
  let end = at + 2;
  while (source[end] === ' ' || source[end] === '\t') end += 1;
  return { node: { type: 'br' }, end };
}

function parseCodeSpan(state: Scan, at: number): Parsed {
  const span = codeSpanAt(state.source, at, state.unclosed);
  if (!span) return undefined;
  const code = state.source.slice(span.start, span.close).replaceAll('\n', ' ');
  const padded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
  return { node: { type: 'codespan', text: cleanText(padded ? code.slice(1, -1) : code) }, end: span.end };
}

function parseFootnoteReference({ source, definitions }: Scan, at: number): Parsed {
  if (source[at + 1] !== '^') return undefined;
  note.lastIndex = at;
  const [raw = '', label = ''] = note.exec(source) ?? [];
  const known = label.toLowerCase();
  if (!definitions.footnotes.has(known)) return undefined;
  return { node: { type: 'footnote_reference', label: known }, end: at + raw.length };
}

const note = /\[\^([^\]\s[]{1,999})\]/y;

/** Parses a link or an image, inline or by reference. */
function parseLink(state: Scan, at: number, isImage: boolean): Parsed {
  const { source, definitions, depth } = state;
  const close = state.closers.get(at);
  if (close === undefined) return undefined;
  const label = source.slice(at + 1, close);
  const target = findTarget(state, label, close + 1);
  if (target === undefined || target === 'ambiguous') return target;
  if (label.length > longestNest && label.includes('[')) return 'ambiguous';
  // marked takes brackets in a link's text two deep, and reads some escapes there once more.
  if (label.includes('[') && bracketDepth(label) > 2) return /[`\\]/.test(label) ? 'ambiguous' : undefined;
  if (depth >= deepest || /^\s|\\[[\]`!]|``/.test(label)) return 'ambiguous';
  const inner = scan(label, definitions, depth + 1);
  // A link in a link's text keeps the outer one from being a link.
  if (!inner || (/(?<!!)\[/.test(label) && inner.some(holdsLink))) return 'ambiguous';
  const raw = source.slice(isImage ? at - 1 : at, target.end);
  const href = decodeAttribute(target.href, raw);
  const node: Inline = isImage
    ? { type: 'image', href, text: plainText(inner) }
    : { type: 'link', href, tokens: inner };
  return { node: withTitle(node, target.title, raw), end: target.end };
}

function holdsLink(inline: Inline): boolean {
  return inline.type === 'link' || ('tokens' in inline && inline.tokens.some(holdsLink));
}

interface Target extends DefinedLink {
  readonly end: number;
}

/** Finds the target of a link or an image by what follows its closing bracket. */
function findTarget({ source, definitions }: Scan, label: string, at: number): Target | undefined | 'ambiguous' {
  if (source[at] === '(') return parseDestination(source, at);
  reference.lastIndex = at;
  const [raw = '', named] = reference.exec(source) ?? [];
  // A label holds no brackets.
  if (!named && label.includes('[')) return label.includes('\\') ? 'ambiguous' : undefined;
  const known = definitions.links[normalizeLabel(named || label)];
  return known && { ...known, end: at + raw.length };
}

const reference = /\[((?!\s+\])(?:[^[\]\\]|\\[\s\S])*)\]/y;

/** An address in angle brackets; parentheses in it are marked's unless they are pairs. */
const bracketed = /\(<((?:[^\s<>\\`()]|\([^\s<>\\`()]*\))+)>\)/y;

/** Parses `(href "title")` where no backslash, angle bracket or space makes it ambiguous. */
function parseDestination(source: string, at: number): Target | 'ambiguous' {
  bracketed.lastIndex = at;
  const [raw = '', within] = bracketed.exec(source) ?? [];
  if (within !== undefined && !within.startsWith('data:')) return { href: within, end: at + raw.length };
  const start = at + 1;
  let end = start;
  let depth = 0;
  for (; end < source.length; end += 1) {
    const character = source.charAt(end);
    if (character <= ' ' || (character === ')' && depth === 0)) break;
    if (character === '\\' || character === '<' || character === '`') return 'ambiguous';
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
  }
  const href = source.slice(start, end);
  if (depth > 0 || href.startsWith('data:') || href.trim() !== href) return 'ambiguous';
  const next = skipSpace(source, end);
  // After a space, marked may take the parenthesis for a part of the address.
  if (source[next] === ')') return next === end ? { href, end: next + 1 } : 'ambiguous';
  const quote = source[next];
  const close = next > end && (quote === '"' || quote === "'") ? source.indexOf(quote, next + 1) : -1;
  const title = source.slice(next + 1, close);
  const last = skipSpace(source, close + 1);
  if (close < 0 || source[last] !== ')' || /[\\`]/.test(title)) return 'ambiguous';
  return { href, title, end: last + 1 };
}

function skipSpace(source: string, at: number): number {
  let end = at;
  while (source[end] === ' ' || source[end] === '\n' || source[end] === '\t') end += 1;
  return end;
}

/** Parses a tag or a comment in which nothing could be taken for other markup. */
function parseTag(source: string, at: number): Parsed {
  inlineTag.lastIndex = at;
  const [raw, closed, opened = closed ?? ''] = inlineTag.exec(source) ?? [];
  if (raw === undefined) return undefined;
  return hiddenElements.has(opened.toLowerCase()) ? 'ambiguous' : { node: { type: 'html', raw }, end: at + raw.length };
}

/** Parses an autolink; other angle brackets may be HTML, or are text where no name follows. */
function parseAutolink(source: string, at: number): Parsed {
  htmlOrMail.lastIndex = at;
  if (!htmlOrMail.test(source)) return undefined;
  autolink.lastIndex = at;
  const [raw, href = ''] = autolink.exec(source) ?? [];
  if (raw === undefined) return 'ambiguous';
  const text: Inline = { type: 'text', text: textContent(href) };
  return { node: { type: 'link', href: decodeAttribute(href, raw), tokens: [text] }, end: at + raw.length };
}

const htmlOrMail = /<(?:[a-zA-Z/!?]|[^\s<>]*@)/y;

function parseFormula(source: string, at: number): Parsed {
  const found = formulaAt(source, at);
  if (!found) return undefined;
  // Its brackets and backticks have been matched as if they were none of a formula's.
  if (/[[\]`]/.test(found.raw)) return 'ambiguous';
  return { node: { type: 'inline_math', text: cleanText(found.text) }, end: at + found.raw.length };
}
