import { type Delimiter, resolveEmphasis } from './emphasis.ts';
import { blockElements } from './html/block-elements.ts';
import { type HtmlTag, readTag } from './html/tag.ts';
import { InlineTree } from './inline-tree.ts';
import type { Inline } from './syntax-tree.ts';

/** An HTML tag or comment in inline content. */
export interface InlineHtml {
  readonly type: 'html';
  readonly raw: string;
}

/** Elements whose contents no browser shows. */
export const hiddenElements: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'svg', 'iframe']);

/** Blocks that need no closing tag, which one of their own kind, their parent's or the end of the text closes. */
const closedByOthers: ReadonlySet<string> = new Set(
  'hr p li dt dd tr td th thead tbody tfoot h1 h2 h3 h4 h5 h6'.split(' '),
);

/** Builds the clean tree of inlines among which there are tags or emphasis. */
export function buildInlines(nodes: readonly (Inline | Delimiter | InlineHtml)[]): Inline[] {
  const tree = new InlineTree();
  const closers = lastClosers(nodes);
  const emphasis = resolveEmphasis(nodes);
  let hiddenUntil = '';
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'html') {
      const tag = readTag(node.raw, 0);
      if (!tag?.name) continue;
      const isClosed = (closers.get(tag.name) ?? -1) > index;
      if (hiddenUntil) {
        if (tag.closing && tag.name === hiddenUntil) hiddenUntil = '';
      } else if (hiddenElements.has(tag.name)) {
        if (!tag.closing && isClosed) hiddenUntil = tag.name;
      } else if (tag.closing || isClosed || !isPlaceholder(tag)) tree.tag(tag);
    } else if (hiddenUntil) continue;
    else if (node.type === 'delimiter') {
      const resolved = emphasis.get(node);
      for (const style of resolved?.closes ?? []) tree.closeStyle(style);
      tree.text(resolved?.text ?? '');
      for (const style of resolved?.opens ?? []) tree.openStyle(style);
    } else if (node.type === 'text') tree.text(node.text);
    else tree.add(node);
  }
  return tree.finish();
}

/** Reports whether a tag that nothing closes is a name in running text, `cp <dir>`, rather than a block in it. */
function isPlaceholder({ name }: HtmlTag): boolean {
  return blockElements.has(name) && !closedByOthers.has(name);
}

/** Returns the index of the last closing tag of each element that may be hidden or a block. */
function lastClosers(nodes: readonly (Inline | Delimiter | InlineHtml)[]): Map<string, number> {
  const closers = new Map<string, number>();
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'html' || !node.raw.startsWith('</')) continue;
    const name = readTag(node.raw, 0)?.name ?? '';
    if (hiddenElements.has(name) || blockElements.has(name)) closers.set(name, index);
  }
  return closers;
}
