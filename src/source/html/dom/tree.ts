import { blockElements } from '../../../markdown/html/block-elements.ts';
import type { DomElement, DomNode } from './dom-element.ts';
import type { DomText } from './dom-text.ts';
import { ELEMENT_NODE, TEXT_NODE } from './node-types.ts';

export function isElement(node: DomNode | null | undefined): node is DomElement {
  return node?.nodeType === ELEMENT_NODE;
}

export function isText(node: DomNode | null | undefined): node is DomText {
  return node?.nodeType === TEXT_NODE;
}

/** The selector of headings. */
export const headingSelector = 'h1, h2, h3, h4, h5, h6';

export function isHeading({ nodeName }: DomNode): boolean {
  return /^H[1-6]$/.test(nodeName);
}

/** Reports whether a node is one of some elements, or within one. */
export function isWithinAny(node: DomNode | null, others: { has(element: DomElement): boolean }): boolean {
  for (let at = node; at; at = at.parentNode) if (isElement(at) && others.has(at)) return true;
  return false;
}

/** Returns the length of {@link lineOf}, without building the text. */
export function lengthOf(node: DomNode): number {
  return node.extent.length;
}

/** Returns an element's text on one line, its white space collapsed. */
export function lineOf(node: DomNode | null | undefined): string {
  const text = node?.textContent ?? '';
  // Most lines are so already but for their edges, and to test that is quicker.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Returns the words of a line in lower case, nothing but a space between them. */
export function wordsOf(line: string | undefined): string {
  return (
    line
      ?.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** Reports whether the words of two lines begin with the same letter, which is cheap: they may be long. */
export function beginAlike(one: string, other: string): boolean {
  return firstLetter(one) === firstLetter(other);
}

function firstLetter(line: string): string | undefined {
  // One letter of some alphabets is two in lower case.
  return /[\p{L}\p{N}]/u.exec(line)?.[0].toLowerCase()[0];
}

/** Reports whether a line has the words of another, or of most of its beginning: titles may end in the site's name. */
export function sameWords(line: string, other: string | undefined): boolean {
  if (!line || !other || !beginAlike(line, other)) return false;
  const [a, b] = [wordsOf(line), wordsOf(other)];
  return (
    a.length > 0 &&
    (a === b || (b.startsWith(a) && a.length > b.length * 0.5) || (a.startsWith(b) && b.length > a.length * 0.5))
  );
}

/** Returns the node after `node` in document order; with `skipChildren`, the first one after all its descendants. */
export function nextInOrder(node: DomNode, root: DomNode, skipChildren = false): DomNode | null {
  if (!skipChildren && node.firstChild) return node.firstChild;
  let at: DomNode | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/** Replaces an element by its children. */
export function unwrap(element: DomElement): void {
  const parent = element.parentNode;
  if (!parent) return;
  while (element.firstChild) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
}

/**
 * Returns the outermost ancestor with such a name that contains no other text than this element; the element itself
 * when there is none, or when it is empty: its neighbours in such a wrapper may be images, or as empty as it is.
 */
export function outermostWrapper(element: DomElement, names: RegExp): DomElement {
  const length = lengthOf(element);
  let outermost = element;
  if (length === 0) return outermost;
  for (let at = element.parentNode; at && names.test(at.nodeName) && lengthOf(at) === length; at = at.parentNode) {
    outermost = at;
  }
  return outermost.parentNode ? outermost : element;
}

/** Changes an element's name; its children and attributes stay. */
export function rename(element: DomElement, name: string): DomElement {
  const renamed = element.ownerDocument.createElement(name);
  while (element.firstChild) renamed.appendChild(element.firstChild);
  element.parentNode?.replaceChild(renamed, element);
  return renamed;
}

const blocks = new Set(Array.from(blockElements, (name) => name.toUpperCase()));

/** Reports whether an element is laid out on lines of its own. */
export function isBlock(node: DomNode): boolean {
  return blocks.has(node.nodeName);
}

/** Removes all elements that match. */
export function removeAll(root: DomElement, selector: string): void {
  for (const element of root.querySelectorAll(selector)) element.remove();
}
