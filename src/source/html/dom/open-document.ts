import { parseHTML } from 'linkedom';
import { lookUp } from '../../../text/own-property.ts';
import { type DomDocument, type DomElement, type DomNode, nextInOrder, unwrap } from './tree.ts';

/** Levels of nesting that are kept: real pages stay below 60. */
const DEPTH_LIMIT = 128;

/** A whole document with one head and one body, whatever piece of a page `html` is. Nothing in it is fetched or run. */
export function openDocument(html: string): DomDocument {
  const bounded = boundDepth(html);
  const isPage = /^\ufeff?(?:\s|<!doctype[^>]*>|<!--[\s\S]*?-->|<\?xml[^>]*>)*<html[\s>]/i.test(bounded);
  const page = isPage ? bounded : `<html><head></head><body>${bounded}</body></html>`;
  const document = (parseHTML(page) as unknown as { document: DomDocument }).document;
  gatherBody(document);
  return document;
}

/** Brings what stands beside the body into it and dissolves further heads and bodies: the parser leaves them in place. */
function gatherBody(document: DomDocument): void {
  const { documentElement, head, body } = document;
  if (!documentElement) return;
  let after = false;
  const first = body.firstChild;
  for (const node of Array.from(documentElement.childNodes)) {
    if (node === body) after = true;
    else if (node !== head) {
      if (after) body.appendChild(node);
      else body.insertBefore(node, first);
    }
  }
  let trailing: DomNode | null = documentElement.nextSibling;
  while (trailing) {
    const next: DomNode | null = trailing.nextSibling;
    body.appendChild(trailing);
    trailing = next;
  }
  for (const nested of body.querySelectorAll('html, head, body')) unwrap(nested);
}

const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements that end where another one of the same group begins, since their end tags may be left out. */
const ENDED_BY: Readonly<Record<string, RegExp>> = {
  p: /^p$/,
  li: /^li$/,
  option: /^option$/,
  dd: /^d[dt]$/,
  dt: /^d[dt]$/,
  td: /^t[dh]$/,
  th: /^t[dh]$/,
  tr: /^t[rdh]$/,
};

/**
 * Drops the tags of elements nested too deep, not their text, which a space takes their place in: parsing and all that
 * follows it take quadratic time in the depth. A page without such elements comes back as it is.
 */
function boundDepth(html: string): string {
  const tag =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][^\s/>]*)[^>]*>?/gi;
  const open: string[] = [];
  const droppedOpen = new Map<string, number>();
  const kept: string[] = [];
  let from = 0;
  const drop = (start: number, end: number) => {
    kept.push(html.slice(from, start), ' ');
    from = end;
  };
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[3]?.toLowerCase();
    if (!name || VOID.has(name)) continue;
    const dropped = droppedOpen.get(name) ?? 0;
    if (match[2]) {
      const at = open.lastIndexOf(name);
      // The end tag of an element that was dropped goes with it, unless it may have been left out there.
      if (dropped > 0 && (open.length >= DEPTH_LIMIT || at < 0)) {
        droppedOpen.set(name, dropped - 1);
        drop(match.index, tag.lastIndex);
      } else if (at >= 0) open.length = at;
      continue;
    }
    const ended = lookUp(ENDED_BY, name);
    while (ended?.test(open.at(-1) ?? '')) open.pop();
    if (open.length < DEPTH_LIMIT) open.push(name);
    else {
      droppedOpen.set(name, dropped + 1);
      drop(match.index, tag.lastIndex);
    }
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}

/** Removes all elements that match. */
export function removeAll(root: DomElement, selector: string): void {
  for (const element of Array.from(root.querySelectorAll(selector))) element.remove();
}

/** Removes all comments and processing instructions. */
export function removeComments(root: DomElement): void {
  let node: DomNode | null = root;
  while (node) {
    const isNoise: boolean = node.nodeType === 8 || node.nodeType === 7;
    const next: DomNode | null = nextInOrder(node, root, isNoise);
    if (isNoise) node.parentNode?.removeChild(node);
    node = next;
  }
}
