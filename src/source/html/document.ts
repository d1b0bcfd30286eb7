import { parseHTML } from 'linkedom';
import { type DomDocument, type DomElement, type DomNode, nextInOrder, unwrap } from './dom.ts';

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
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th'.split(' '),
);

/**
 * Drops the tags of elements nested too deep, not their text: parsing takes quadratic time in the depth. Elements that
 * may stay open (`<p>`, `<li>`) are not counted.
 */
function boundDepth(html: string): string {
  const tag =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][^\s/>]*)[^>]*>?/gi;
  let depth = 0;
  let kept = '';
  let from = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[3]?.toLowerCase();
    if (!name || VOID.has(name) || match[0].endsWith('/>')) continue;
    if (match[2]) depth = Math.max(0, depth - 1);
    const tooDeep = depth >= DEPTH_LIMIT;
    if (!match[2]) depth++;
    if (tooDeep) {
      kept += html.slice(from, match.index);
      from = tag.lastIndex;
    }
  }
  return from === 0 ? html : kept + html.slice(from);
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
