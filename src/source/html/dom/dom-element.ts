import type { DomDocument } from './dom-document.ts';
import type { DomText } from './dom-text.ts';
import { type Name, nameOf } from './names.ts';
import { ELEMENT_NODE } from './node-types.ts';
import { matchesAny, select, selectFirst, selectorOf } from './selectors.ts';
import { type Extent, extentOfSiblings } from './text-extent.ts';

/**
 * A light DOM: the part of the standard that extraction uses, under its names, over plain linked nodes. An element
 * caches the length of its text and the names that occur below it.
 */
export type DomNode = DomElement | DomText;

export class DomAttribute {
  readonly name: string;

  constructor(
    readonly known: Name,
    readonly value: string,
  ) {
    this.name = known.text;
  }

  /** Returns itself: attributes are immutable. */
  cloneNode(): DomAttribute {
    return this;
  }
}

export class DomElement {
  readonly nodeType = ELEMENT_NODE;
  /** In upper case, as {@link nodeName} and {@link tagName} are. */
  readonly nodeName: string;
  readonly localName: string;
  readonly ownerDocument: DomDocument;
  /** Replaced at each change, so that copies of the element can share it. */
  attributes: readonly DomAttribute[] = noAttributes;
  parentNode: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  firstChild: DomNode | null = null;
  lastChild: DomNode | null = null;
  /** The bits of the names of elements and of attributes that may occur below, only ever added to. */
  tagsBelow = 0;
  attributesBelow = 0;
  /** What Readability notes of an element. */
  readability: object | undefined;
  _readabilityDataTable: boolean | undefined;
  private readonly known: Name;
  private ownAttributes = 0;
  private text: string | undefined;
  private kept: Extent | undefined;
  private nodes: readonly DomNode[] | undefined;
  private elements: readonly DomElement[] | undefined;

  constructor(ownerDocument: DomDocument, known: Name) {
    this.ownerDocument = ownerDocument;
    this.known = known;
    this.localName = known.text;
    this.nodeName = known.upperCase;
    ownerDocument.noteName(known.index);
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
    return style === null ? noStyle : { display: property(style, display), visibility: property(style, visibility) };
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

  /** How long its text is, and how much of it is in links below it, kept until something below changes. */
  get extent(): Extent {
    this.kept ??= extentOfSiblings(this.firstChild);
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
    const attribute = new DomAttribute(nameOf(name), value);
    if (this.hasAttribute(name)) {
      this.attributes = this.attributes.map((own) => (own.name === name ? attribute : own));
    } else {
      this.attributes = [...this.attributes, attribute];
      this.noteAttributes([attribute]);
    }
    if (name === 'href') this.parentNode?.forgetText();
  }

  /** Adds attributes of which each name is another; those that the element has stay. */
  addAttributes(attributes: readonly DomAttribute[]): void {
    if (this.attributes.length === 0) this.attributes = attributes;
    else {
      const own = new Set(this.attributes.map(({ name }) => name));
      this.attributes = [...this.attributes, ...attributes.filter(({ name }) => !own.has(name))];
    }
    this.noteAttributes(attributes);
  }

  private noteAttributes(attributes: readonly DomAttribute[]): void {
    for (const { known } of attributes) {
      this.ownAttributes |= known.attribute;
      this.ownerDocument.noteName(known.index);
    }
    this.parentNode?.addNames(0, this.ownAttributes);
  }

  setAttributeNode(attribute: DomAttribute): void {
    this.setAttribute(attribute.name, attribute.value);
  }

  removeAttribute(name: string): void {
    if (!this.hasAttribute(name)) return;
    this.attributes = this.attributes.filter((attribute) => attribute.name !== name);
    if (name === 'href') this.parentNode?.forgetText();
  }

  private addNames(tags: number, attributes: number): void {
    let at: DomElement | null = this;
    while (at && ((at.tagsBelow | tags) !== at.tagsBelow || (at.attributesBelow | attributes) !== at.attributesBelow)) {
      at.tagsBelow |= tags;
      at.attributesBelow |= attributes;
      at = at.parentNode;
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
    if (node.nodeType === ELEMENT_NODE) {
      this.addNames(node.tagsBelow | node.known.tag, node.attributesBelow | node.ownAttributes);
    }
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
    return matchesAny(selectorOf(selector), this);
  }

  closest(selector: string): DomElement | null {
    const alternatives = selectorOf(selector);
    for (let at: DomElement | null = this; at; at = at.parentNode) if (matchesAny(alternatives, at)) return at;
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

  cloneNode(_deep: true): DomElement {
    const clone = new DomElement(this.ownerDocument, this.known);
    clone.attributes = this.attributes;
    clone.ownAttributes = this.ownAttributes;
    clone.tagsBelow = this.tagsBelow;
    clone.attributesBelow = this.attributesBelow;
    for (let child = this.firstChild; child; child = child.nextSibling) {
      const copy = child.cloneNode(true);
      copy.parentNode = clone;
      copy.previousSibling = clone.lastChild;
      if (clone.lastChild) clone.lastChild.nextSibling = copy;
      else clone.firstChild = copy;
      clone.lastChild = copy;
    }
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

const noAttributes: readonly DomAttribute[] = [];
const noStyle = { display: '', visibility: '' };

const display = /(?:^|;)\s*display\s*:\s*([^;!]*)/i;
const visibility = /(?:^|;)\s*visibility\s*:\s*([^;!]*)/i;

function property(style: string, pattern: RegExp): string {
  const value = pattern.exec(style)?.[1];
  return value?.trim().toLowerCase() ?? '';
}

function elementFrom(node: DomNode | null, side: 'previousSibling' | 'nextSibling'): DomElement | null {
  let at = node;
  while (at && at.nodeType !== ELEMENT_NODE) at = at[side];
  return at;
}
