import { LazyInlines } from '../lazy-inlines.ts';
import type { Block, ListItem } from '../syntax-tree.ts';
import { blockStart, isDelimiterRow, lineEnd, numberEnd, skipSpaces, underlineLevel } from './block-start.ts';
import { add, BlockSink, blocksOf, innerBlocks, type Scan } from './scan.ts';

/** Parses a list whose items hold simple blocks and whose every line is indented to its item's contents. */
export function parseList(scan: Scan, first: number): boolean {
  const { text, at: start } = scan;
  const marker = markerOf(text, first);
  const ordered = marker === '.' || marker === ')';
  const found: Item[] = [];
  let loose = false;
  let end = start;
  while (end < text.length) {
    const markerAt = skipSpaces(text, end);
    if (markerAt - end > 3 || blockStart(text, markerAt) !== 'item' || markerOf(text, markerAt) !== marker) break;
    const item = readItem(text, end, markerAt);
    if (!item) return false;
    // A blank line between two items makes a list loose, not one after the last.
    if (found.at(-1)?.blank) loose = true;
    found.push(item);
    end = item.end;
  }
  const last = found.pop();
  if (!last) return false;
  found.push({ ...last, raw: last.raw.trimEnd(), content: last.content.trimEnd() });
  const inside: (readonly Block[])[] = [];
  for (const { content } of found) {
    // The `x` of a checkbox is no text.
    const blocks = itemBlocks(scan.sink instanceof BlockSink ? content : content.replace(checked, '[-]'), scan);
    if (!blocks) return false;
    loose ||= blocks.some(({ type, raw }) => type === 'space' && /\n.*\n/.test(raw));
    inside.push(blocks);
  }
  scan.top = true;
  return add(scan, start + text.slice(start, end).trimEnd().length, 'list', (raw) => {
    const items = inside.map((blocks, index) => createItem(found[index] as Item, blocks, loose, scan));
    const list = { ordered, start: ordered ? Number.parseInt(text.slice(first), 10) : ('' as const), loose, items };
    return { type: 'list', raw, ...list };
  });
}

/** Returns the character that the items of one list share: the bullet, or the delimiter after the number. */
function markerOf(text: string, at: number): string {
  return text.charAt(Math.max(at, numberEnd(text, at) - 1));
}

/** The lines of a list item, before its blocks are parsed. */
interface Item {
  readonly raw: string;
  /** Its lines without their indentation. */
  readonly content: string;
  /** Whether it ends in a blank line. */
  readonly blank: boolean;
  /** The offset of the next line. */
  readonly end: number;
}

/** Reads the lines of the item that starts with the line at `start`; undefined where they are ambiguous. */
function readItem(text: string, start: number, markerAt: number): Item | undefined {
  const after = Math.max(markerAt + 1, numberEnd(text, markerAt));
  const { at: first, columns } = skipIndent(text, after, after - start);
  const spaces = columns - (after - start);
  // An empty item, or white space that marked takes for one.
  if (spaces === 0 || text.charAt(first).trim() === '') return undefined;
  // Five spaces or more are one space and indented code.
  const from = spaces > 4 ? after + 1 : first;
  if (from !== first && text.slice(after, first).includes('\t')) return undefined;
  const indent = spaces > 4 ? after - start + 1 : columns;
  let end = lineEnd(text, from);
  let content = text.slice(from, end);
  let last = ' '.repeat(spaces) + content;
  let blank = false;
  while (end + 1 < text.length) {
    const line = end + 1;
    const { at: next, columns: wide } = skipIndent(text, line, 0);
    const character = text.charAt(next);
    if (character !== '\n' && character !== '' && character.trim() === '') return undefined;
    const isBlank = character === '\n' || character === '';
    if (!isBlank && wide < indent) {
      const kind = wide > 3 ? 'text' : blockStart(text, next);
      if (kind === 'ambiguous') return undefined;
      if (kind !== 'text' || blank || (wide <= 3 && interruptsItem(text, next))) break;
      if (wide > 3 || !isLazy(text, next) || !takesLazy(last, !content.includes('\n'))) return undefined;
      end = lineEnd(text, next);
      content += `\n${text.slice(line, end)}`;
    } else {
      end = isBlank ? next : lineEnd(text, next);
      content += `\n${' '.repeat(Math.max(0, wide - indent))}${text.slice(next, end)}`;
    }
    blank = isBlank;
    last = ' '.repeat(Math.max(0, wide - indent)) + text.slice(Math.min(next + Math.max(0, indent - wide), end), end);
  }
  end = Math.min(end + 1, text.length);
  return { raw: text.slice(start, end), content, blank, end };
}

/** Skips spaces and tabs from the offset `at`, in the column `from`, on; a tab reaches the next multiple of four. */
function skipIndent(text: string, at: number, from: number): { readonly at: number; readonly columns: number } {
  let end = at;
  let columns = from;
  for (let code = text.charCodeAt(end); code === space || code === tab; code = text.charCodeAt(++end))
    columns += code === tab ? 4 - (columns % 4) : 1;
  return { at: end, columns };
}

const tab = 0x09;
const space = 0x20;

/** Reports whether a line that is only text ends an item: as marked has it, one with the characters of a fence does. */
function interruptsItem(text: string, first: number): boolean {
  return text.startsWith('```', first) || text.startsWith('~~~', first);
}

/** Reports whether a line of text less indented than an item's contents continues a paragraph, if there is one. */
function isLazy(text: string, first: number): boolean {
  return underlineLevel(text, first) === 0 && !isDelimiterRow(text, first);
}

/**
 * Reports whether a lazy line goes on with a paragraph in an item's contents, for certain: by the last line of these. On
 * the first one there may be items of lists within.
 */
function takesLazy(last: string, isFirst: boolean): boolean {
  const line = isFirst ? last.replace(/^(?: {0,3}(?:[-+*]|\d{1,9}[.)]) {1,4}(?=\S))+/, '') : last;
  const first = skipSpaces(line, 0);
  return first < 4 && !line.includes('\t') && blockStart(line, first) === 'text' && !interruptsItem(line, first);
}

function itemBlocks(content: string, scan: Scan): readonly Block[] | undefined {
  if (!isLine(content)) return innerBlocks(content, scan, false);
  const { inner } = scan.sink;
  const create = (): Block => ({
    type: 'text',
    raw: content,
    text: content,
    tokens: new LazyInlines(content, scan.definitions),
  });
  inner.take(0, content.length, 'text', create, content);
  return blocksOf(inner);
}

/** Reports whether contents are a single line of text. */
function isLine(content: string): boolean {
  return /^[^\s<[]/.test(content) && blockStart(content, 0) === 'text' && !content.includes('\n');
}

const checked = /^\[[xX]\](?=[ \t]+\S)/;
const taskMarker = /^\[[ xX]\][ \t]+/;

function createItem({ raw, content }: Item, blocks: readonly Block[], loose: boolean, scan: Scan): ListItem {
  const tokens = loose
    ? blocks.map((block): Block => (block.type === 'text' ? { ...block, type: 'paragraph' } : block))
    : blocks;
  const first = tokens[0];
  if ((first?.type !== 'text' && first?.type !== 'paragraph') || !/^\[[ xX]\][ \t]+\S/.test(content)) {
    return { type: 'list_item', raw, task: false, loose, tokens };
  }
  const marker = `${/\[[ xX]\]/.exec(raw)?.[0]} `;
  const isChecked = marker !== '[ ] ';
  const before = loose ? marker : '';
  const text = first.text.replace(taskMarker, '');
  const rest: Block = {
    ...first,
    raw: before + first.raw.replace(taskMarker, ''),
    text: before + text,
    tokens: new LazyInlines(text, scan.definitions, loose ? { type: 'checkbox', checked: isChecked } : undefined),
  };
  const checkbox: readonly Block[] = loose ? [] : [{ type: 'checkbox', raw: marker, checked: isChecked }];
  return {
    type: 'list_item',
    raw,
    task: true,
    checked: isChecked,
    loose,
    tokens: [...checkbox, rest, ...tokens.slice(1)],
  };
}
