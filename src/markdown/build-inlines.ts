import { type Delimiter, resolveEmphasis } from './emphasis.ts';
import { readTag } from './html/tag.ts';
import { InlineTree } from './inline-tree.ts';
import type { Inline } from './syntax-tree.ts';

/** An HTML tag or comment in inline content. */
export interface InlineHtml {
  readonly type: 'html';
  readonly raw: string;
}

/** Elements whose contents no browser shows. */
export const hiddenElements: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'svg', 'iframe']);

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
      if (hiddenUntil) {
        if (tag.closing && tag.name === hiddenUntil) hiddenUntil = '';
      } else if (!hiddenElements.has(tag.name)) tree.tag(tag);
      else if (!tag.closing && (closers.get(tag.name) ?? -1) > index) hiddenUntil = tag.name;
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

/** Returns the index of the last closing tag of each hidden element. */
function lastClosers(nodes: readonly (Inline | Delimiter | InlineHtml)[]): Map<string, number> {
  const closers = new Map<string, number>();
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'html' || !node.raw.startsWith('</')) continue;
    const name = readTag(node.raw, 0)?.name ?? '';
    if (hiddenElements.has(name)) closers.set(name, index);
  }
  return closers;
}
