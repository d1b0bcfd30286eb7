import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block, Inline, List, ListItem } from '../../markdown/syntax-tree.ts';
import { append, emptyLine, type Line, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { inlineSegments } from './inline-segments.ts';
import { proseLines } from './paragraph-lines.ts';

/** Lays out a list, with its author's numbers; task items have a checkbox in place of a bullet. */
export function listLines(token: List, width: number, context: Context, depth = 0): Line[] {
  const start = token.ordered ? Number(token.start) : 0;
  const markers = token.items.map((item, index) =>
    listMarker(item, token.ordered ? start + index : undefined, depth, context),
  );
  const widest = markers.reduce((most, { text }) => Math.max(most, columns(text)), 0);
  const lines: Line[] = [];
  token.items.forEach((item, index) => {
    if (index > 0 && token.loose) lines.push(emptyLine);
    const marker = markers[index] as Segment;
    // A screen reader has no use for white space that aligns texts.
    const taken = context.page.accessible ? columns(marker.text) : widest;
    append(lines, listItem(item, marker, taken, width, context, depth));
  });
  return lines;
}

function listMarker(item: ListItem, number: number | undefined, depth: number, context: Context): Segment {
  const { symbols, theme, page, labels } = context;
  if (item.task) {
    const text = page.accessible
      ? `[${item.checked ? labels.done : labels.open}]`
      : item.checked
        ? symbols.done
        : symbols.open;
    const box = number === undefined ? text : `${number}. ${text}`;
    return { text: `${box} `, style: item.checked ? theme.done : theme.bullet };
  }
  if (number !== undefined) return { text: `${number}. `, style: theme.bullet };
  const bullet = page.accessible ? '-' : (symbols.bullets[depth % symbols.bullets.length] as string);
  return { text: `${bullet} `, style: theme.bullet };
}

function listItem(
  item: ListItem,
  marker: Segment,
  taken: number,
  width: number,
  context: Context,
  depth: number,
): Line[] {
  const fits = hasRoom(width, taken);
  const inner = fits ? width - taken : width;
  // Only bullets distinguish levels by their shape; numbers need not.
  const below = /^\d/.test(marker.text) ? depth : depth + 1;
  const pad = taken - columns(marker.text);
  const first: Segment = {
    ...marker,
    text: /^\d/.test(marker.text) ? ' '.repeat(pad) + marker.text : marker.text + ' '.repeat(pad),
  };
  const tokens = item.task ? withoutCheckbox(item.tokens) : item.tokens;
  if (fits) {
    const lines = itemBlocks(tokens, item.loose, inner, context, below);
    if (lines.length === 0) return [[{ ...first, text: first.text.trimEnd() }]];
    return prefix(lines, first, taken);
  }
  // No room beside the text: the marker opens it.
  const [head, ...others] = tokens;
  const content =
    head && (head.type === 'text' || head.type === 'paragraph') ? inlineSegments(contentOf(head), context) : [];
  const lines = wrap([marker, ...content], inner, context.breaking);
  const rest = itemBlocks(content.length > 0 ? others : tokens, item.loose, inner, context, below);
  if (item.loose && rest.length > 0) lines.push(emptyLine);
  append(lines, rest);
  return lines;
}

function itemBlocks(tokens: readonly Block[], loose: boolean, width: number, context: Context, depth: number): Line[] {
  const lines: Line[] = [];
  for (const token of tokens) {
    const next = token.type === 'list' ? listLines(token, width, context, depth) : itemBlock(token, width, context);
    if (next.length === 0) continue;
    if (lines.length > 0 && (loose || !isTight(token))) lines.push(emptyLine);
    append(lines, next);
  }
  return lines;
}

/** Reports whether a block of a tight list has no empty line before it. */
function isTight({ type }: Block): boolean {
  return type === 'list' || type === 'text' || type === 'code';
}

function itemBlock(token: Block, width: number, context: Context): Line[] {
  if (token.type === 'text' || token.type === 'paragraph') {
    return proseLines(contentOf(token), width, context);
  }
  return context.blocks([token], width, context);
}

const withoutCheckboxes = new WeakMap<object, readonly Inline[]>();

function contentOf(token: Extract<Block, { type: 'text' | 'paragraph' }>): readonly Inline[] {
  return withoutCheckboxes.get(token) ?? inlines(token.tokens);
}

/** Removes a task item's checkbox from its blocks, wherever the parser has put it: the marker shows it. */
function withoutCheckbox(tokens: readonly Block[]): readonly Block[] {
  const rest = tokens.filter((token) => token.type !== 'checkbox');
  const [first] = rest;
  if (first?.type === 'paragraph' || first?.type === 'text') {
    const content = inlines(first.tokens);
    if (content[0]?.type === 'checkbox') withoutCheckboxes.set(first, content.slice(1));
  }
  return rest;
}
