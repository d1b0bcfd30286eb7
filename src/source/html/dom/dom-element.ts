import type { DomDocument } from './dom-document.ts';
import type { DomText } from './dom-text.ts';
import { bitOf, noBits } from './name-bits.ts';
import { ELEMENT_NODE } from './node-types.ts';
import { type Selector, select, selectFirst, selectorOf } from './selectors.ts';
import { EMPTY_EXTENT, type Extent, joinExtents } from './text-extent.ts';

/**
 * A light DOM: the part of the standard that extraction uses, under its names, over plain linked nodes. An element
 * caches the length of its text and the names that occur below it.
 */
export type DomNode = DomElement | DomText;

export class DomAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): DomAttribute {
    return new DomAttribute(this.name, this.value);
  }
}

export class DomElement {
  readonly nodeType = ELEMENT_NODE;
  /** In upper case, as {@link nodeName} and {@link tagName} are. */
  readonly nodeName: string;
  readonly localName: string;
  readonly ownerDocument: DomDocument;
  readonly attributes: DomAttribute[] = [];
  parentNode: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  firstChild: DomNode | null = null;
  lastChild: DomNode | null = null;
  /** One bit for each name of an element or attribute that may occur below, only ever added to: see `name-bits.ts`. */
  namesBelow = noBits;
  private text: string | undefined;
  private kept: Extent | undefined;
  private nodes: readonly DomNode[] | undefined;
  private elements: readonly DomElement[] | undefined;

  constructor(ownerDocument: DomDocument, name: string) {
    this.ownerDocument = ownerDocument;
    this.localName = name.toLowerCase();
    this.nodeName = upperCase(this.localName);
  }

  get tagName(): string {
    return this.nodeName;
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  /** The two properties of its own style that hide an element. */
  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.getAttribute('style');
    return style === null
      ? NO_STYLE
      : { display: property(style, 'display'), visibility: property(style, 'visibility') };
  }

  get childNodes(): readonly DomNode[] {
    if (!this.nodes) {
      const nodes: DomNode[] = [];
      for (let child = this.firstChild; child; child = child.nextSibling) nodes.push(child);
      this.nodes = nodes;
    }
    return this.nodes;
  }

  get children(): readonly DomElement[] {
    if (!this.elements) {
      const elements: DomElement[] = [];
      for (let child = this.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === ELEMENT_NODE) elements.push(child);
      }
      this.elements = elements;
    }
    return this.elements;
  }

  get firstElementChild(): DomElement | null {
    return elementFrom(this.firstChild, 'nextSibling');
  }

  get nextElementSibling(): DomElement | null {
    return elementFrom(this.nextSibling, 'nextSibling');
  }

  get previousElementSibling(): DomElement | null {
    return elementFrom(this.previousSibling, 'previousSibling');
  }

  get textContent(): string {
    if (this.text === undefined) {
      let text = '';
      for (let child = this.firstChild; child; child = child.nextSibling) text += child.textContent;
      this.text = text;
    }
    return this.text;
  }

  set textContent(text: string) {
    while (this.firstChild) this.removeChild(this.firstChild);
    if (text) this.appendChild(this.ownerDocument.createTextNode(text));
  }

  /** The length of its text, and how much of it is in links; cached until something below changes. */
  get extent(): Extent {
    const extent = this.extentBelow;
    if (this.localName !== 'a') return extent;
    const isWithinPage = /^#./.test(this.getAttribute('href') ?? '');
    return {
      ...extent,
      linked: extent.linked + (isWithinPage ? 0 : extent.length),
      linkedWithinPage: extent.linkedWithinPage + (isWithinPage ? extent.length : 0),
    };
  }

  /** The {@link extent} of the element's contents: a link does not count itself. */
  get extentBelow(): Extent {
    if (!this.kept) {
      let extent = EMPTY_EXTENT;
      for (let child = this.firstChild; child; child = child.nextSibling) extent = joinExtents(extent, child.extent);
      this.kept = extent;
    }
    return this.kept;
  }

  getAttribute(name: string): string | null {
    const { attributes } = this;
    for (let at = 0; at < attributes.length; at++) {
      const attribute = attributes[at];
      if (attribute?.name === name) return attribute.value;
    }
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const attribute = this.attributes.find((own) => own.name === name);
    if (attribute) attribute.value = value;
    else {
      this.attributes.push(new DomAttribute(name, value));
      this.parentNode?.addNames(bitOf(name));
    }
    if (name === 'href') this.parentNode?.forgetText();
  }

  setAttributeNode(attribute: DomAttribute): void {
    this.setAttribute(attribute.name, attribute.value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at < 0) return;
    this.attributes.splice(at, 1);
    if (name === 'href') this.parentNode?.forgetText();
  }

  /** The names that occur in this element and below. */
  get names(): number {
    let names = this.namesBelow | bitOf(this.localName);
    for (const attribute of this.attributes) names |= bitOf(attribute.name);
    return names;
  }

  private addNames(names: number): void {
    for (let at: DomElement | null = this; at && (at.namesBelow | names) !== at.namesBelow; at = at.parentNode) {
      at.namesBelow |= names;
    }
  }

  appendChild<T extends DomNode>(node: T): T {
    return this.insertBefore(node, null);
  }

  insertBefore<T extends DomNode>(node: T, before: DomNode | null): T {
    node.parentNode?.removeChild(node);
    const previous = before ? before.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
    if (node.nodeType === ELEMENT_NODE) this.addNames(node.names);
    this.forgetChildren();
    return node;
  }

  removeChild(node: DomNode): void {
    if (node.parentNode !== this) return;
    const { previousSibling, nextSibling } = node;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.forgetChildren();
  }

  replaceChild(node: DomNode, old: DomNode): void {
    if (node === old || old.parentNode !== this) return;
    node.parentNode?.removeChild(node);
    const before = old.nextSibling;
    this.removeChild(old);
    this.insertBefore(node, before);
  }

  replaceWith(node: DomNode): void {
    this.parentNode?.replaceChild(node, this);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  private forgetChildren(): void {
    this.nodes = undefined;
    this.elements = undefined;
    this.forgetText();
  }

  /** Invalidates the extent here and above. What is not cached in an element is not cached above it. */
  forgetText(): void {
    for (let at: DomElement | null = this; at && (at.kept || at.text !== undefined); at = at.parentNode) {
      at.kept = undefined;
      at.text = undefined;
    }
  }

  contains(node: DomNode | null): boolean {
    for (let at = node; at; at = at.parentNode) if (at === this) return true;
    return false;
  }

  matches(selector: string): boolean {
    return selectorOf(selector).some((alternative) => alternative.matches(this));
  }

  closest(selector: string): DomElement | null {
    const alternatives: readonly Selector[] = selectorOf(selector);
    for (let at: DomElement | null = this; at; at = at.parentNode) {
      const element = at;
      if (alternatives.some((alternative) => alternative.matches(element))) return at;
    }
    return null;
  }

  querySelector(selector: string): DomElement | null {
    return selectFirst(this, selector);
  }

  querySelectorAll(selector: string): DomElement[] {
    return select(this, selector);
  }

  getElementsByTagName(name: string): DomElement[] {
    return select(this, name);
  }

  cloneNode(deep: boolean): DomElement {
    const clone = new DomElement(this.ownerDocument, this.localName);
    for (const { name, value } of this.attributes) clone.attributes.push(new DomAttribute(name, value));
    if (deep)
      for (let child = this.firstChild; child; child = child.nextSibling) clone.appendChild(child.cloneNode(true));
    return clone;
  }

  /** A copy of the element's contents, to be assigned again: nobody reads it as a string. */
  get innerHTML(): DomElement {
    return this.cloneNode(true);
  }

  set innerHTML(copy: DomElement) {
    while (this.firstChild) this.removeChild(this.firstChild);
    for (const child of copy.childNodes) this.appendChild(child.cloneNode(true));
  }
}

const NO_STYLE = { display: '', visibility: '' };

function property(style: string, name: string): string {
  const value = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]*)`, 'i').exec(style)?.[1];
  return value?.trim().toLowerCase() ?? '';
}

function elementFrom(node: DomNode | null, side: 'previousSibling' | 'nextSibling'): DomElement | null {
  let at = node;
  while (at && at.nodeType !== ELEMENT_NODE) at = at[side];
  return at;
}

const upperCased = new Map<string, string>();

/** Names in upper case, each made once: comparing the same string with itself is quick. */
function upperCase(name: string): string {
  let upper = upperCased.get(name);
  if (upper === undefined) {
    upper = name.toUpperCase();
    if (upperCased.size < 1000) upperCased.set(name, upper);
  }
  return upper;
}
