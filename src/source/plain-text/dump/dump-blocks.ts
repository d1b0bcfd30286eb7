import { headingShape } from '../headings/heading-shape.ts';
import { columnsOf, commonIndent } from '../lines/line.ts';
import { endsSentence, isCodeLine } from '../lines/line-shape.ts';
import type { TextBlock, TextItem } from '../text-block.ts';
import type { Browser, DumpSegment } from './dump-segments.ts';

/** Makes blocks of a dumped page: lists of its bullets, headings of lines between blank ones, paragraphs. */
export function dumpBlocks(segments: readonly DumpSegment[], browser: Browser): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let at = 0; at < segments.length; ) {
    const codeTo = codeEnd(segments, at);
    const to = codeTo > at ? codeTo : groupEnd(segments, at);
    const group = segments.slice(at, to);
    const [first] = group;
    if (!first) break;
    if (codeTo > at) blocks.push(verbatimOf(group));
    else if (first.bullet) blocks.push(...listOf(group));
    else if (group.length === 1 && isHeading(first, segments[to], browser)) {
      blocks.push({ kind: 'heading', level: levelOf(first, browser), text: first.text });
    } else blocks.push(...linesOf(group));
    at = to;
  }
  return fromSecondLevel(blocks);
}

/** Makes the topmost headings level 2, below the title: not every page has all levels that lynx distinguishes. */
function fromSecondLevel(blocks: TextBlock[]): TextBlock[] {
  if (blocks.some((block) => block.kind === 'heading' && block.level === 2)) return blocks;
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: 2 } : block));
}

/** Finds the end of a group: consecutive items are one, other segments up to the next blank line another. */
function groupEnd(segments: readonly DumpSegment[], from: number): number {
  const item = segments[from]?.bullet;
  let to = from + 1;
  for (; to < segments.length; to++) {
    const segment = segments[to];
    if (!segment || segment.bullet !== item || (!item && (segment.apart || codeEnd(segments, to) > to))) break;
  }
  return to;
}

function listOf(group: readonly DumpSegment[]): TextBlock[] {
  const indents: number[] = [];
  const items: TextItem[] = [];
  for (const { text, indent, number } of group) {
    if (text === '') continue;
    while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0)) indents.push(indent);
    items.push({ depth: Math.min(indents.length - 1, 8), ...(number && { number }), text });
  }
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** Lines of code examined at a time, so that a page of them takes linear time. */
const mostCode = 400;

/** Finds the end of the lines of code that begin here, blank lines included; `from` itself where there are none. */
function codeEnd(segments: readonly DumpSegment[], from: number): number {
  if (!isCodeLine(segments[from]?.text ?? '')) return from;
  let code = 0;
  let end = from;
  for (let at = from; at < segments.length && at < from + mostCode; at++) {
    const segment = segments[at];
    if (!segment || segment.bullet || segment.lines.length > 1 || columnsOf(segment.text) > 120) break;
    if (isCodeLine(segment.text)) {
      code++;
      end = at + 1;
    } else if (/^["“]?\p{Lu}.*[.:?!]$/u.test(segment.text) || at - end >= 3) {
      break;
    }
  }
  return code >= 2 && code > (end - from) * 0.5 ? end : from;
}

function verbatimOf(group: readonly DumpSegment[]): TextBlock {
  const margin = commonIndent(group);
  const lines: string[] = [];
  for (const { indent, text, apart } of group) {
    if (apart && lines.length > 0) lines.push('');
    lines.push(' '.repeat(Math.min(indent - margin, 200)) + text);
  }
  return { kind: 'verbatim', lines };
}

/** Converts one group to blocks: paragraphs where lines are long, else lines that belong together, such as verse. */
function linesOf(group: readonly DumpSegment[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let short: string[] = [];
  const close = (): void => {
    if (short.length > 1) blocks.push({ kind: 'verse', lines: short });
    else if (short[0]) blocks.push({ kind: 'paragraph', text: short[0] });
    short = [];
  };
  for (const { text } of group) {
    if (text === '') continue;
    if (/^[_━─=-]{10,}$/.test(text)) {
      close();
      blocks.push({ kind: 'rule' });
    } else if (columnsOf(text) > 90) {
      close();
      blocks.push({ kind: 'paragraph', text });
    } else {
      short.push(text);
    }
  }
  close();
  return blocks;
}

/**
 * Reports whether a segment is a heading: lynx puts them at the margin or in the middle and all else three columns in;
 * w3m formats them like paragraphs.
 */
function isHeading(segment: DumpSegment, next: DumpSegment | undefined, browser: Browser): boolean {
  if (!next?.apart && !next?.bullet) return false;
  if (columnsOf(segment.text) > 160 || !/\p{L}/u.test(segment.text)) return false;
  if (browser === 'lynx' && segment.indent < 3) return true;
  const shape = headingShape(segment.text);
  if (!shape || (browser === 'lynx' && shape.kind === 'plain')) return false;
  return shape.kind !== 'plain' || next.bullet || (columnsOf(next.text) > 80 && endsSentence(next.text));
}

function levelOf(segment: DumpSegment, browser: Browser): number {
  return browser === 'lynx' && segment.indent > 0 ? 3 : 2;
}
