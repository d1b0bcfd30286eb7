import { LazyInlines } from '../lazy-inlines.ts';
import type { Block, Checkbox, ListItem } from '../syntax-tree.ts';
import { blockStart, lineEnd, numberEnd, skipSpaces } from './block-start.ts';
import { add, innerBlocks, type Scan } from './scan.ts';

/** Parses a list whose items hold simple blocks and whose every line is indented to its item's contents. */
export function parseList(scan: Scan, first: number): boolean {
  const { text, at: start } = scan;
  const marker = markerOf(text, first);
  const ordered = marker === '.' || marker === ')';
  const found: Item[] = [];
  let loose = false;
  let end = start;
  while (end < text.length) {
    const mark = skipSpaces(text, end);
    if (mark - end > 3 || blockStart(text, mark) !== 'item' || markerOf(text, mark) !== marker) break;
    const item = readItem(text, end, mark);
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
    const blocks = itemBlocks(content, scan);
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
function readItem(text: string, start: number, mark: number): Item | undefined {
  const after = Math.max(mark + 1, numberEnd(text, mark));
  const spaces = skipSpaces(text, after) - after;
  const next = text[after + spaces];
  // An empty item, or white space that marked takes for one.
  if (spaces === 0 || next === undefined || next.trim() === '') return undefined;
  // Five spaces or more are one space and indented code.
  const from = spaces > 4 ? after + 1 : after + spaces;
  const indent = from - start;
  let end = lineEnd(text, from);
  let content = text.slice(from, end);
  let blank = false;
  while (end + 1 < text.length) {
    const line = end + 1;
    const first = skipSpaces(text, line);
    const wide = first - line;
    const character = text.charAt(first);
    if (character !== '\n' && character !== '' && character.trim() === '') return undefined;
    if (character === '\n' || character === '') {
      blank = true;
      end = first;
    } else if (wide >= indent) {
      blank = false;
      end = lineEnd(text, first);
    } else {
      const kind = wide > 3 ? 'text' : blockStart(text, first);
      if (kind === 'ambiguous' || (kind === 'text' && !blank)) return undefined;
      break;
    }
    content += `\n${text.slice(Math.min(line + indent, end), end)}`;
  }
  end = Math.min(end + 1, text.length);
  return { raw: text.slice(start, end), content, blank, end };
}

function itemBlocks(content: string, scan: Scan): readonly Block[] | undefined {
  if (!isLine(content)) return innerBlocks(content, scan, false);
  if (!scan.sink.all) return none;
  return [{ type: 'text', raw: content, text: content, tokens: new LazyInlines(content, scan.definitions) }];
}

const none: readonly Block[] = [];

/** Tells whether contents are a single line of text. */
function isLine(content: string): boolean {
  return /^[^\s<[]/.test(content) && blockStart(content, 0) === 'text' && !content.includes('\n');
}

const taskMarker = /^\[[ xX]\][ \t]+/;

function createItem({ raw, content }: Item, blocks: readonly Block[], loose: boolean, scan: Scan): ListItem {
  const tokens = loose
    ? blocks.map((block): Block => (block.type === 'text' ? { ...block, type: 'paragraph' } : block))
    : blocks;
  const first = tokens[0];
  if ((first?.type !== 'text' && first?.type !== 'paragraph') || !/^\[[ xX]\][ \t]+\S/.test(content)) {
    return { type: 'list_item', raw, task: false, loose, tokens };
  }
  const written = /\[[ xX]\]/.exec(raw)?.[0] ?? '';
  const checkbox: Checkbox & { readonly raw: string } = {
    type: 'checkbox',
    raw: `${written} `,
    checked: written !== '[ ]',
  };
  const before = loose ? checkbox.raw : '';
  const text = first.text.replace(taskMarker, '');
  const rest: Block = {
    ...first,
    raw: before + first.raw.replace(taskMarker, ''),
    text: before + text,
    tokens: new LazyInlines(
      text,
      scan.definitions,
      loose ? { type: 'checkbox', checked: checkbox.checked } : undefined,
    ),
  };
  const boxed = loose ? [rest, ...tokens.slice(1)] : [checkbox, rest, ...tokens.slice(1)];
  return { type: 'list_item', raw, task: true, checked: checkbox.checked, loose, tokens: boxed };
}
