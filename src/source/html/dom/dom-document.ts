import { DomElement } from './dom-element.ts';
import { DomText } from './dom-text.ts';

export class DomDocument {
  readonly nodeType = 9;
  readonly nodeName = '#document';
  readonly documentElement: DomElement = new DomElement(this, 'html');
  readonly head: DomElement = new DomElement(this, 'head');
  readonly body: DomElement = new DomElement(this, 'body');
  /** The class names of the page: a look-up here saves a search. */
  readonly classNames = new Set<string>();
  private classes: string | undefined;
  /** Addresses are resolved after the article is found. */
  readonly baseURI = null;
  readonly documentURI = null;

  constructor() {
    this.documentElement.appendChild(this.head);
    this.documentElement.appendChild(this.body);
  }

  get firstChild(): DomElement {
    return this.documentElement;
  }

  get title(): string {
    return this.head.querySelector('title')?.textContent ?? '';
  }

  /** Tells whether a class of the page as opened contains one of these strings. */
  hasClassLike(...parts: readonly string[]): boolean {
    this.classes ??= [...this.classNames].join(' ');
    return parts.some((part) => this.classes?.includes(part));
  }

  createElement(name: string): DomElement {
    return new DomElement(this, name);
  }

  createTextNode(text: string): DomText {
    return new DomText(this, text);
  }

  querySelector(selector: string): DomElement | null {
    const root = this.documentElement;
    return root.matches(selector) ? root : root.querySelector(selector);
  }

  querySelectorAll(selector: string): DomElement[] {
    const root = this.documentElement;
    return root.matches(selector) ? [root, ...root.querySelectorAll(selector)] : root.querySelectorAll(selector);
  }

  getElementsByTagName(name: string): DomElement[] {
    return this.querySelectorAll(name);
  }
}
