import { type Definitions, labelOf } from '../definitions.ts';
import { Run } from '../lazy-inlines.ts';
import type { Block } from '../types.ts';
import {
  isDelimiterRow,
  lineEnd,
  lineKind,
  numberEnd,
  skipBlankLines,
  skipSpaces,
  underlineLevel,
} from './block-start.ts';
import { takeList } from './simple-list.ts';
import { takeTable } from './simple-table.ts';

/** A text on its way to blocks. */
export interface Scan {
  readonly text: string;
  /** Where the next block begins. */
  at: number;
  readonly blocks: Block[];
  /** What inlines refer to, when they are parsed; on the page itself, where definitions go to as well. */
  readonly definitions: Definitions;
  /** How many lists and quotes the text stands in. */
  readonly depth: number;
  /** False in a list item up to the first list in it: there, paragraphs are {@link TightText}, as marked has it. */
  top: boolean;
}

/**
 * Parses the blocks that stand from `at` on, as long as each can be but one thing, and stops before the first that
 * cannot, or at the first that begins at or behind `limit`. They are the blocks that marked makes of the same text, in
 * a fraction of its time and without its rules, which take longer to compile than a short text to read. Tells where
 * it stopped.
 */
export function ordinaryBlocks(
  text: string,
  at: number,
  limit: number,
  definitions: Definitions,
): { readonly blocks: Block[]; readonly end: number } {
  const scan: Scan = { text, at, blocks: [], definitions, depth: 0, top: true };
  takeBlocks(scan, limit);
  return { blocks: scan.blocks, end: scan.at };
}

/** The blocks of what stands in a quote or a list item; nothing where one of them is not ordinary. */
export function innerBlocks(text: string, outer: Scan, top: boolean): Block[] | undefined {
  if (outer.depth >= deepest) return undefined;
  const { definitions, depth } = outer;
  const scan: Scan = { text, at: 0, blocks: [], definitions, depth: depth + 1, top };
  return takeBlocks(scan, text.length) ? scan.blocks : undefined;
}

/** Deeper than `clampNesting` lets anything be. */
const deepest = 70;

function takeBlocks(scan: Scan, limit: number): boolean {
  const { text, blocks } = scan;
  const end = skipBlankLines(text, scan.at);
  if (end > scan.at) {
    blocks.push({ type: 'space', raw: text.slice(scan.at, end) });
    scan.at = end;
  }
  const stop = Math.min(limit, text.length);
  while (scan.at < stop) if (!takeBlock(scan)) return false;
  return true;
}

function takeBlock(scan: Scan): boolean {
  const { text, at: start } = scan;
  const first = skipSpaces(text, start);
  if (first - start > 3) return takeIndentedCode(scan);
  if (text[first] === '\t') return false;
  switch (lineKind(text, first)) {
    case 'text':
      return takeText(scan, first);
    case 'heading':
      return takeHeading(scan, first);
    case 'fence':
      return takeFence(scan, first);
    case 'rule':
      return add(scan, lineEnd(text, first), (raw) => ({ type: 'hr', raw }));
    case 'item':
      return takeList(scan, first);
    case 'quote':
      return takeQuote(scan);
    case 'html':
      return takeHtml(scan, first);
    default:
      return false;
  }
}

/**
 * Adds a block that reaches to `end`, and the blank lines behind it. As marked has it, a single line end belongs to
 * the block, more are a block of their own.
 */
export function add(scan: Scan, end: number, create: (raw: string) => Block): true {
  const { text, at: start, blocks } = scan;
  const next = skipBlankLines(text, end);
  const only = next - end === 1;
  blocks.push(create(text.slice(start, only ? next : end)));
  if (next > end && !only) blocks.push({ type: 'space', raw: text.slice(end, next) });
  scan.at = next;
  return true;
}

function takeHeading(scan: Scan, first: number): boolean {
  const { text } = scan;
  let marks = first;
  while (text[marks] === '#') marks += 1;
  const end = lineEnd(text, marks);
  let title = text.slice(marks, end).trim();
  let closing = title.length;
  while (title[closing - 1] === '#') closing -= 1;
  if (closing === 0 || title[closing - 1] === ' ' || title[closing - 1] === '\t')
    title = title.slice(0, closing).trim();
  return addHeading(scan, end, marks - first, title);
}

function addHeading(scan: Scan, end: number, depth: number, title: string): boolean {
  const tokens = new Run(title, scan.definitions);
  return add(scan, end, (raw) => ({ type: 'heading', raw, depth, text: title, tokens }));
}

function takeFence(scan: Scan, first: number): boolean {
  const { text, at: start } = scan;
  const mark = text.charAt(first);
  let marks = first;
  while (text[marks] === mark) marks += 1;
  const opening = text.slice(first, marks);
  const infoEnd = lineEnd(text, marks);
  const lang = text.slice(marks, infoEnd).trim();
  if (lang.includes('\\')) return false;
  const closing = closingFence(text, infoEnd, opening);
  if (!closing) return false;
  const content = closing.start > infoEnd + 1 ? text.slice(infoEnd + 1, closing.start - 1) : undefined;
  const inside = mark === '`' && first > start ? withoutIndent(content ?? '', first - start) : (content ?? '');
  const whole = content !== undefined && (inside === '' || inside.endsWith('\n')) ? `${inside}\n` : inside;
  return add(scan, closing.end, (raw) => ({ type: 'code', raw, lang, text: whole }));
}

/** The line that closes a fence; nothing where none does. */
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

function takeIndentedCode(scan: Scan): boolean {
  const { text, at: start, blocks } = scan;
  const before = blocks.at(-1)?.type;
  if (before === 'paragraph' || before === 'text') return false;
  let end = start;
  for (let line = start; line < text.length; ) {
    const first = skipSpaces(text, line);
    if (text[first] === '\t' && first - line < 4) return false;
    if (first - line < 4) break;
    end = lineEnd(text, first);
    line = skipBlankLines(text, end);
  }
  if (endsInBlanks(text, end)) return false;
  return add(scan, end, (raw) => ({
    type: 'code',
    raw,
    codeBlockStyle: 'indented',
    text: raw.replace(/^ {1,4}/gm, ''),
  }));
}

/** Whether what follows a line's end is white space up to the end of the text: marked's blocks differ in whose it is. */
function endsInBlanks(text: string, end: number): boolean {
  return skipBlankLines(text, end) === text.length && /[ \t]$/.test(text);
}

/** A quote each line of which is marked, up to a blank line. */
function takeQuote(scan: Scan): boolean {
  const { text, at: start } = scan;
  let inside = '';
  let end = start;
  for (let line = start; line < text.length; line = end + 1) {
    const mark = skipSpaces(text, line);
    end = lineEnd(text, line);
    if (mark >= end) {
      end = line - 1;
      break;
    }
    if (text[mark] !== '>' || mark - line > 3 || text[mark + 1] === '\t') return false;
    const content = text[mark + 1] === ' ' ? mark + 2 : mark + 1;
    if (line > start) inside += '\n';
    inside += text.slice(content, end);
  }
  if (endsInBlanks(text, end)) return false;
  const tokens = innerBlocks(inside, scan, true);
  return tokens !== undefined && add(scan, end, (raw) => ({ type: 'blockquote', raw, tokens }));
}

/** A comment, or an element up to the next blank line. */
function takeHtml(scan: Scan, first: number): boolean {
  const { text } = scan;
  let end: number;
  if (text.startsWith('<!--', first)) {
    const close = text.indexOf('-->', first + 4);
    if (close < 0 || /^-?>/.test(text.slice(first + 4, first + 6))) return false;
    end = lineEnd(text, close);
    // Behind one line end marked goes on; blanks on the next line are then another block's.
    if (/^\n[ \t]/.test(text.slice(end, end + 2)) && skipBlankLines(text, end + 1) > end + 1) return false;
  } else {
    end = lineEnd(text, first);
    while (end + 1 < text.length && skipBlankLines(text, end + 1) === end + 1) end = lineEnd(text, end + 1);
  }
  if (endsInBlanks(text, end)) return false;
  return add(scan, end, (raw) => ({ type: 'html', raw, text: raw }));
}

function takeText(scan: Scan, first: number): boolean {
  const { text } = scan;
  const mark = text[first];
  if (mark === '<' && mayBeTag(text, first)) return false;
  if (mark === '[') {
    const found = readDefinition(text, first);
    if (found === 'unclear' || (found && scan.depth > 0)) return false;
    if (found) return addDefinition(scan, found);
  }
  return takeTable(scan, first) ?? takeParagraph(scan, first);
}

/** Whether a line may be one tag and nothing else. */
function mayBeTag(text: string, first: number): boolean {
  const line = text.slice(first, lineEnd(text, first)).trimEnd();
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '');
  return bare.indexOf('>') === bare.length - 1 || /["']/.test(bare);
}

interface Definition {
  readonly label: string;
  readonly href: string;
  readonly title: string | undefined;
  readonly end: number;
}

/** The definition of a link that a line is, if it is one for sure. */
function readDefinition(text: string, first: number): Definition | 'unclear' | undefined {
  let at = first + 1;
  const end = lineEnd(text, first);
  while (at < end && text[at] !== ']' && text[at] !== '[' && text[at] !== '\\') at += 1;
  if (text[at] === '[' || (text[at] === ']' && text[at + 1] !== ':')) return undefined;
  if (text[at] !== ']') return 'unclear';
  const label = text.slice(first + 1, at);
  const [, href, title] = /^ *([^<\s\\()]+)(?: +"([^"\\]*)")? *$/.exec(text.slice(at + 2, end)) ?? [];
  if (href === undefined || label.trim() === '') return 'unclear';
  // A title may stand on the next line.
  if (title === undefined && /^[ \t]*["'(]/.test(text.slice(end + 1, end + 100))) return 'unclear';
  return { label, href, title, end };
}

function addDefinition(scan: Scan, { label, href, title, end }: Definition): boolean {
  const tag = labelOf(label);
  scan.definitions.links[tag] ??= { href, title };
  return add(scan, end, (raw) => ({ type: 'def', tag, raw, href, ...(title !== undefined && { title }) }));
}

function takeParagraph(scan: Scan, first: number): boolean {
  const { text, at: start, top } = scan;
  const firstEnd = lineEnd(text, first);
  let end = firstEnd;
  if (isDelimiterRow(text, first)) return false;
  while (end + 1 < text.length) {
    const line = end + 1;
    const next = skipSpaces(text, line);
    const sign = text[next];
    if (sign === '\n' || sign === '\t' || sign === undefined) {
      if (skipBlankLines(text, line) > line) {
        if (top && endsInBlanks(text, end)) return false;
        break;
      }
      // A line that goes on behind tabs or many spaces goes on, but for a list item's, where marked takes some off.
      if (!top) return false;
    } else if (next - line > 3) {
      if (!top) return false;
    } else {
      const level = underlineLevel(text, next);
      if (level > 0) {
        // What a heading of several lines may hold, marked judges in its own way.
        if (!top || end > firstEnd || next - start > longestHeading) return false;
        return addHeading(scan, lineEnd(text, next), level, text.slice(start, end).trim());
      }
      if (isDelimiterRow(text, next)) return false;
      const kind = lineKind(text, next);
      if (kind === 'unclear') return false;
      if (kind === 'item') {
        const may = interrupts(text, next);
        if (may === undefined) return false;
        if (may) break;
      } else if (kind !== 'text') break;
      else if (!top && (sign === '<' || sign === '[')) return false;
    }
    end = lineEnd(text, next);
  }
  const content = text.slice(start, end);
  const tokens = new Run(content, scan.definitions);
  return add(scan, end, (raw) => ({ type: top ? 'paragraph' : 'text', raw, text: content, tokens }));
}

/** marked looks no further for the underline of a heading. */
const longestHeading = 3_000;

/**
 * Whether a list item ends a paragraph: one with something in it, and the number 1 if it has one. Nothing behind a tab,
 * where marked may see the underline of a heading further on.
 */
function interrupts(text: string, at: number): boolean | undefined {
  const end = numberEnd(text, at);
  if (end > at && !/^1[.)]$/.test(text.slice(at, end))) return false;
  const next = skipSpaces(text, Math.max(end, at + 1));
  return text[next] === '\t' ? undefined : next < text.length && text[next] !== '\n';
}
