import { DomElement } from './dom-element.ts';
import { DomText } from './dom-text.ts';
import { nameOf, tableSize } from './names.ts';

export class DomDocument {
  readonly nodeType = 9;
  readonly nodeName = '#document';
  /** What the elements of the page are called, each once: what is not among these need not be searched for. */
  readonly classNames = new Set<string>();
  private classes: string | undefined;
  /** 1 at the index of each name that an element or attribute of the page has ever had. */
  private readonly names = new Uint8Array(tableSize);
  readonly documentElement: DomElement = new DomElement(this, nameOf('html'));
  readonly head: DomElement = new DomElement(this, nameOf('head'));
  readonly body: DomElement = new DomElement(this, nameOf('body'));

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

  /** Returns whether a class of the page as it was opened is like a pattern. */
  hasClassLike(pattern: RegExp): boolean {
    this.classes ??= [...this.classNames].join(' ');
    return pattern.test(this.classes);
  }

  /** Notes that the page has a name, by its place in the table of names. */
  noteName(index: number): void {
    this.names[index] = 1;
  }

  /** Returns whether the page may have had a name: not, where it never has. */
  mayHaveName(index: number): boolean {
    return index === 0 || this.names[index] === 1;
  }

  createElement(name: string): DomElement {
    return new DomElement(this, nameOf(name));
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
