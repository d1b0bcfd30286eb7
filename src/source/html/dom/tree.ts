/**
 * The part of the DOM that is used here, spelled out: the browser's own types would bring `window` and `document` into
 * a program that has neither.
 */
export interface DomNode {
  readonly nodeType: number;
  /** Upper case for an element, `#text` for a text. */
  readonly nodeName: string;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly lastChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly childNodes: ArrayLike<DomNode>;
  textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly ownerDocument: DomDocument;
  readonly children: ArrayLike<DomElement>;
  readonly firstElementChild: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  matches(selector: string): boolean;
  contains(node: DomNode): boolean;
  appendChild<T extends DomNode>(node: T): T;
  insertBefore<T extends DomNode>(node: T, before: DomNode | null): T;
  replaceChild(node: DomNode, old: DomNode): void;
  removeChild(node: DomNode): void;
  replaceWith(...nodes: readonly DomNode[]): void;
  cloneNode(deep: boolean): DomElement;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly title: string;
  readonly head: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
  createTextNode(text: string): DomNode;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode | null | undefined): node is DomElement {
  return node?.nodeType === ELEMENT;
}

export function isText(node: DomNode | null | undefined): boolean {
  return node?.nodeType === TEXT;
}

/** An element's text on one line, its white space collapsed. */
export function lineOf(node: DomNode | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Whether a line says the same as another, or as most of its beginning: titles carry the site's name at their end. */
export function sameWords(line: string, other: string | undefined): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? '';
  const [a, b] = [words(line), words(other ?? '')];
  return (
    a.length > 0 &&
    (a === b || (b.startsWith(a) && a.length > b.length * 0.5) || (a.startsWith(b) && b.length > a.length * 0.5))
  );
}

/** The node after `node` in the order of the document; with `skipChildren`, the first one after all that is in it. */
export function nextInOrder(node: DomNode, root: DomNode, skipChildren = false): DomNode | null {
  if (!skipChildren && node.firstChild) return node.firstChild;
  let at: DomNode | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/** Puts an element's children in its place. */
export function unwrap(element: DomElement): void {
  const parent = element.parentNode;
  if (!parent) return;
  while (element.firstChild) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
}

/**
 * The outermost of the ancestors with such names that hold no other text than this element; the element itself when
 * there is none, or when it is empty: its neighbours in such a wrapper may be images, or as empty as it is.
 */
export function outermostWrapper(element: DomElement, names: RegExp): DomElement {
  const line = lineOf(element);
  let outermost = element;
  if (!line) return outermost;
  for (let at = element.parentNode; at && names.test(at.nodeName) && lineOf(at) === line; at = at.parentNode) {
    outermost = at;
  }
  return outermost.parentNode ? outermost : element;
}

/** Gives an element another name; its children and attributes stay. */
export function rename(element: DomElement, name: string): DomElement {
  const renamed = element.ownerDocument.createElement(name);
  while (element.firstChild) renamed.appendChild(element.firstChild);
  element.parentNode?.replaceChild(renamed, element);
  return renamed;
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 ' +
    'H5 H6 HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

export function isBlock(node: DomNode): boolean {
  return BLOCKS.has(node.nodeName);
}
