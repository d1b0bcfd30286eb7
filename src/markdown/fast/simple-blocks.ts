import { type Definitions, normalizeLabel } from '../definitions.ts';
import { readFootnote } from '../footnote-definition.ts';
import { LazyInlines } from '../lazy-inlines.ts';
import type { Indexed, IndexOptions, ParsedBlocks } from '../parser.ts';
import type { FootnoteDefinition } from '../syntax-tree.ts';
import {
  blockStart,
  endsInBlanks,
  isDelimiterRow,
  lineEnd,
  numberEnd,
  skipBlankLines,
  skipSpaces,
  underlineLevel,
} from './block-start.ts';
import { type Definition, readDefinition } from './link-definition.ts';
import { add, addSpace, BlockSink, innerBlocks, type Scan, type Sink } from './scan.ts';
import { isTagAlone, mayBeTag, parseHtml } from './simple-html.ts';
import { parseList } from './simple-list.ts';
import { parseTable } from './simple-table.ts';
import { HeadingSink, WordSink } from './sinks.ts';

/**
 * Parses blocks from `start` on while the grammar is unambiguous without lookahead, `size` characters or a little more;
 * undefined where the first block is not. They are the blocks that marked makes of the same text.
 */
export function parseSimpleBlocks(
  text: string,
  start: number,
  size: number,
  definitions: Definitions,
): ParsedBlocks | undefined {
  const sink = new BlockSink();
  const end = scanBlocks(text, start, size, definitions, sink);
  return end > start ? { blocks: sink.blocks, end } : undefined;
}

/** Finds headings as {@link parseSimpleBlocks} does, and definitions with them, and builds few other blocks. */
export function indexSimpleBlocks(
  text: string,
  start: number,
  size: number,
  definitions: Definitions,
  { words = false }: IndexOptions = {},
): Indexed | undefined {
  const sink = words ? new WordSink(definitions) : new HeadingSink();
  const end = scanBlocks(text, start, size, definitions, sink);
  if (end === start) return undefined;
  return sink instanceof WordSink
    ? { headings: sink.headings, words: sink.words, end }
    : { headings: sink.headings, end };
}

function scanBlocks(text: string, start: number, size: number, definitions: Definitions, sink: Sink): number {
  const scan: Scan = { text, at: start, sink, definitions, depth: 0, top: true, parseBlocks };
  parseBlocks(scan, start + size);
  return scan.at;
}

function parseBlocks(scan: Scan, limit: number): boolean {
  const { text } = scan;
  const end = skipBlankLines(text, scan.at);
  if (end > scan.at) {
    addSpace(scan, scan.at, end);
    scan.at = end;
  }
  const stop = Math.min(limit, text.length);
  while (scan.at < stop) if (!parseBlock(scan)) return false;
  return true;
}

function parseBlock(scan: Scan): boolean {
  const { text, at: start } = scan;
  const first = skipSpaces(text, start);
  if (first - start > 3 || text[first] === '\t') return parseIndentedCode(scan);
  switch (blockStart(text, first)) {
    case 'text':
      return parseText(scan, first);
    case 'heading':
      return parseHeading(scan, first);
    case 'fence':
      return parseFence(scan, first);
    case 'break':
      return add(scan, lineEnd(text, first), 'hr', (raw) => ({ type: 'hr', raw }));
    case 'item':
      return parseList(scan, first);
    case 'quote':
      return parseQuote(scan);
    case 'html':
      return parseHtml(scan, first);
    default:
      return parseFootnote(scan, first);
  }
}

/** Parses a footnote's definition, outside of quotes and lists; its blocks are kept, also where no others are. */
function parseFootnote(scan: Scan, first: number): boolean {
  if (scan.depth > 0 || scan.text[first] !== '[') return false;
  const found = readFootnote(scan.text, scan.at);
  if (!found || endsInBlanks(scan.text, found.end)) return false;
  const tokens = innerBlocks(found.text, { ...scan, sink: new BlockSink() }, true);
  if (!tokens) return false;
  const { label } = found;
  const create = (raw: string): FootnoteDefinition => ({ type: 'footnote', raw, label, tokens });
  const { footnotes } = scan.definitions;
  if (!footnotes.has(label)) footnotes.set(label, create(scan.text.slice(scan.at, found.end)));
  return add(scan, found.end, 'footnote', create);
}

function parseHeading(scan: Scan, first: number): boolean {
  const { text } = scan;
  let openingEnd = first;
  while (text[openingEnd] === '#') openingEnd += 1;
  const end = lineEnd(text, openingEnd);
  let title = text.slice(openingEnd, end).trim();
  let closing = title.length;
  while (title[closing - 1] === '#') closing -= 1;
  if (closing === 0 || title[closing - 1] === ' ' || title[closing - 1] === '\t')
    title = title.slice(0, closing).trim();
  return addHeading(scan, end, openingEnd - first, title);
}

function addHeading(scan: Scan, end: number, depth: number, title: string): boolean {
  const tokens = new LazyInlines(title, scan.definitions);
  return add(scan, end, 'heading', (raw) => ({ type: 'heading', raw, depth, text: title, tokens }));
}

function parseFence(scan: Scan, first: number): boolean {
  const { text, at: start } = scan;
  const character = text.charAt(first);
  let openingEnd = first;
  while (text[openingEnd] === character) openingEnd += 1;
  const opening = text.slice(first, openingEnd);
  const infoEnd = lineEnd(text, openingEnd);
  const lang = text.slice(openingEnd, infoEnd).trim();
  if (lang.includes('\\')) return false;
  const closing = closingFence(text, infoEnd, opening);
  if (!closing) return false;
  return add(scan, closing.end, 'code', (raw) => {
    const content = closing.start > infoEnd + 1 ? text.slice(infoEnd + 1, closing.start - 1) : undefined;
    const inside = character === '`' && first > start ? withoutIndent(content ?? '', first - start) : (content ?? '');
    const whole = content !== undefined && (inside === '' || inside.endsWith('\n')) ? `${inside}\n` : inside;
    return { type: 'code', raw, lang, text: whole };
  });
}

/** Returns the offset of the line that closes a fence; undefined where none does. */
function closingFence(text: string, from: number, opening: string): { start: number; end: number } | undefined {
  for (let at = text.indexOf(opening, from); at >= 0; at = text.indexOf(opening, at)) {
    let start = at;
    while (text[start - 1] === ' ') start -= 1;
    let after = at;
    while (text[after] === opening[0]) after += 1;
    const end = skipSpaces(text, after);
    if (text[start - 1] === '\n' && at - start < 4 && (end === text.length || text[end] === '\n'))
      return { start, end };
    at = after;
  }
  return undefined;
}

function withoutIndent(code: string, indent: number): string {
  return code
    .split('\n')
    .map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)))
    .join('\n');
}

/** Parses indented code, which is never below a paragraph: that goes on with such lines. */
function parseIndentedCode(scan: Scan): boolean {
  const { text, at: start } = scan;
  let end = start;
  for (let line = start; line < text.length; ) {
    const first = skipSpaces(text, line);
    if (first - line < 4 && text[first] !== '\t') break;
    end = lineEnd(text, first);
    line = skipBlankLines(text, end);
  }
  if (endsInBlanks(text, end)) return false;
  return add(scan, end, 'code', (raw) => ({
    type: 'code',
    raw,
    codeBlockStyle: 'indented',
    text: raw.replace(/^(?: {0,3}\t| {1,4})/gm, ''),
  }));
}

/** Parses a block quote without lazy continuation lines, up to a blank line or another block. */
function parseQuote(scan: Scan): boolean {
  const { text, at: start } = scan;
  let inside = '';
  let end = start;
  for (let line = start; line < text.length; line = end + 1) {
    const markerAt = skipSpaces(text, line);
    end = lineEnd(text, line);
    if (markerAt >= end || (text[markerAt] !== '>' && startsOther(text, line, markerAt))) {
      end = line - 1;
      break;
    }
    if (text[markerAt] !== '>' || markerAt - line > 3 || text[markerAt + 1] === '\t') return false;
    const content = text[markerAt + 1] === ' ' ? markerAt + 2 : markerAt + 1;
    if (line > start) inside += '\n';
    inside += text.slice(content, end);
  }
  if (endsInBlanks(text, end)) return false;
  const tokens = innerBlocks(inside, scan, true);
  return tokens !== undefined && add(scan, end, 'blockquote', (raw) => ({ type: 'blockquote', raw, tokens }));
}

/** Reports whether a line starts a block that cannot be the continuation of a paragraph. */
function startsOther(text: string, line: number, first: number): boolean {
  const kind = first - line > 3 ? 'text' : blockStart(text, first);
  return kind !== 'text' && kind !== 'ambiguous';
}

function parseText(scan: Scan, first: number): boolean {
  const { text } = scan;
  const character = text[first];
  if (character === '<') {
    if (isTagAlone(text, first)) return parseHtml(scan, first);
    if (mayBeTag(text, first)) return false;
  }
  if (character === '[') {
    const found = readDefinition(text, first);
    if (found === 'ambiguous' || (found && scan.depth > 0)) return false;
    if (found) return addDefinition(scan, found);
  }
  return parseTable(scan, first) ?? parseParagraph(scan, first);
}

function addDefinition(scan: Scan, { label, href, title, end }: Definition): boolean {
  const tag = normalizeLabel(label);
  scan.definitions.links[tag] ??= { href, title };
  return add(scan, end, 'def', (raw) => ({ type: 'def', tag, raw, href, ...(title !== undefined && { title }) }));
}

function parseParagraph(scan: Scan, first: number): boolean {
  const { text, at: start, top } = scan;
  const firstEnd = lineEnd(text, first);
  let end = firstEnd;
  if (isDelimiterRow(text, first)) return false;
  while (end + 1 < text.length) {
    const line = end + 1;
    const next = skipSpaces(text, line);
    const character = text[next];
    if (character === '\n' || character === '\t' || character === undefined) {
      if (skipBlankLines(text, line) > line) {
        if (top && endsInBlanks(text, end)) return false;
        break;
      }
      // An indented continuation line; in a list item marked strips some of the indentation.
      if (!top) return false;
    } else if (next - line > 3) {
      if (!top) return false;
    } else {
      const level = underlineLevel(text, next);
      if (level > 0) {
        if (!top || next - start > longestHeading) return false;
        // marked has rules of its own for headings of several lines.
        if (end > firstEnd && !isPlain(text.slice(start, end))) return false;
        return addHeading(scan, lineEnd(text, next), level, text.slice(start, end).trim());
      }
      if (isDelimiterRow(text, next)) return false;
      const kind = blockStart(text, next);
      if (kind === 'ambiguous') return false;
      if (kind === 'item') {
        const may = interrupts(text, next);
        if (may === undefined) return false;
        if (may) break;
      } else if (kind !== 'text') break;
      else if (!top) {
        const may = interruptsTight(text, next);
        if (may === undefined) return false;
        if (may) break;
      }
    }
    end = lineEnd(text, next);
  }
  const type = top ? 'paragraph' : 'text';
  return add(scan, end, type, (raw) => {
    const content = text.slice(start, end);
    return { type, raw, text: content, tokens: new LazyInlines(content, scan.definitions) };
  });
}

/** Reports whether a line ends the bare text of a list item, of which marked takes each line for a start; undefined in doubt. */
function interruptsTight(text: string, at: number): boolean | undefined {
  if (text[at] === '[') return readDefinition(text, at) === undefined ? false : undefined;
  if (text[at] !== '<') return false;
  if (!isTagAlone(text, at)) return mayBeTag(text, at) ? undefined : false;
  // Through a tag marked looks on for the underline of a heading.
  const [rest = ''] = text.slice(at, at + longestHeading).split(/\n[ \t]*\n/, 1);
  return /^[ \t]*(?:=+|-+)[ \t]*$/m.test(rest) ? undefined : true;
}

/** Reports whether no line is indented or begins with a character of markup. */
function isPlain(lines: string): boolean {
  return !/^(?:[\s\d#>`~\-*+_$|]|\[\^|<[^\n>]+>$)/m.test(lines);
}

/** marked looks no further for a Setext underline. */
const longestHeading = 3_000;

/**
 * Reports whether a list item interrupts a paragraph: it must not be empty, and must start with 1 if ordered. Undefined
 * after a tab, where marked may see a Setext underline further on.
 */
function interrupts(text: string, at: number): boolean | undefined {
  const end = numberEnd(text, at);
  if (end > at && !/^1[.)]$/.test(text.slice(at, end))) return false;
  const next = skipSpaces(text, Math.max(end, at + 1));
  return text[next] === '\t' ? undefined : next < text.length && text[next] !== '\n';
}
