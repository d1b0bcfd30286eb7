import { Run } from '../lazy-inlines.ts';
import type { Block, Checkbox, ListItem } from '../types.ts';
import { lineEnd, lineKind, numberEnd, skipSpaces } from './block-start.ts';
import { add, innerBlocks, type Scan } from './simple-blocks.ts';

/** A list whose items hold ordinary blocks and whose every line is indented as far as its item's contents. */
export function takeList(scan: Scan, first: number): boolean {
  const { text, at: start } = scan;
  const marker = markerOf(text, first);
  const ordered = marker === '.' || marker === ')';
  const found: Item[] = [];
  let loose = false;
  let end = start;
  while (end < text.length) {
    const mark = skipSpaces(text, end);
    if (mark - end > 3 || lineKind(text, mark) !== 'item' || markerOf(text, mark) !== marker) break;
    const item = readItem(text, end, mark);
    if (!item) return false;
    // A blank line between two items, not one behind the last.
    if (found.at(-1)?.blank) loose = true;
    found.push(item);
    end = item.end;
  }
  const last = found.pop();
  if (!last) return false;
  found.push({ ...last, raw: last.raw.trimEnd(), content: last.content.trimEnd() });
  const inside: (readonly Block[])[] = [];
  for (const { content } of found) {
    const blocks = itemBlocks(content, scan);
    if (!blocks) return false;
    loose ||= blocks.some(({ type, raw }) => type === 'space' && /\n.*\n/.test(raw));
    inside.push(blocks);
  }
  const items = inside.map((blocks, index) => createItem(found[index] as Item, blocks, loose, scan));
  scan.top = true;
  const list = { ordered, start: ordered ? Number.parseInt(text.slice(first), 10) : ('' as const), loose, items };
  return add(scan, start + text.slice(start, end).trimEnd().length, (raw) => ({ type: 'list', raw, ...list }));
}

/** What items of one list have in common: the bullet, or what stands behind the number. */
function markerOf(text: string, at: number): string {
  return text.charAt(Math.max(at, numberEnd(text, at) - 1));
}

/** An item as far as its lines tell. */
interface Item {
  readonly raw: string;
  /** Its lines without their indentation. */
  readonly content: string;
  /** Whether it ends in a blank line. */
  readonly blank: boolean;
  /** Where the next line begins. */
  readonly end: number;
}

/** The item that begins with the line at `start`; nothing where marked has to look at it. */
function readItem(text: string, start: number, mark: number): Item | undefined {
  const after = Math.max(mark + 1, numberEnd(text, mark));
  const spaces = skipSpaces(text, after) - after;
  const sign = text[after + spaces];
  // Nothing, or what marked takes for nothing.
  if (spaces === 0 || sign === undefined || sign.trim() === '') return undefined;
  // Five spaces or more are one, and indented code.
  const from = spaces > 4 ? after + 1 : after + spaces;
  const indent = from - start;
  let end = lineEnd(text, from);
  let content = text.slice(from, end);
  let blank = false;
  while (end + 1 < text.length) {
    const line = end + 1;
    const first = skipSpaces(text, line);
    const wide = first - line;
    const sign = text.charAt(first);
    if (sign !== '\n' && sign !== '' && sign.trim() === '') return undefined;
    if (sign === '\n' || sign === '') {
      blank = true;
      end = first;
    } else if (wide >= indent) {
      blank = false;
      end = lineEnd(text, first);
    } else {
      const kind = wide > 3 ? 'text' : lineKind(text, first);
      if (kind === 'unclear' || (kind === 'text' && !blank)) return undefined;
      break;
    }
    content += `\n${text.slice(Math.min(line + indent, end), end)}`;
  }
  end = Math.min(end + 1, text.length);
  return { raw: text.slice(start, end), content, blank, end };
}

function itemBlocks(content: string, scan: Scan): readonly Block[] | undefined {
  if (!isLine(content)) return innerBlocks(content, scan, false);
  return [{ type: 'text', raw: content, text: content, tokens: new Run(content, scan.definitions) }];
}

/** Whether contents are one line that is nothing but text. */
function isLine(content: string): boolean {
  return /^[^\s<[]/.test(content) && lineKind(content, 0) === 'text' && !content.includes('\n');
}

const sign = /^\[[ xX]\][ \t]+/;

function createItem({ raw, content }: Item, blocks: readonly Block[], loose: boolean, scan: Scan): ListItem {
  const tokens = loose
    ? blocks.map((block): Block => (block.type === 'text' ? { ...block, type: 'paragraph' } : block))
    : blocks;
  const first = tokens[0];
  if ((first?.type !== 'text' && first?.type !== 'paragraph') || !/^\[[ xX]\][ \t]+\S/.test(content)) {
    return { type: 'list_item', raw, task: false, loose, tokens };
  }
  const written = /\[[ xX]\]/.exec(raw)?.[0] ?? '';
  const box: Checkbox & { readonly raw: string } = { type: 'checkbox', raw: `${written} `, checked: written !== '[ ]' };
  const before = loose ? box.raw : '';
  const text = first.text.replace(sign, '');
  const rest: Block = {
    ...first,
    raw: before + first.raw.replace(sign, ''),
    text: before + text,
    tokens: new Run(text, scan.definitions, loose ? { type: 'checkbox', checked: box.checked } : undefined),
  };
  const boxed = loose ? [rest, ...tokens.slice(1)] : [box, rest, ...tokens.slice(1)];
  return { type: 'list_item', raw, task: true, checked: box.checked, loose, tokens: boxed };
}
