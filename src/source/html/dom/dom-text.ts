import type { DomDocument } from './dom-document.ts';
import type { DomElement, DomNode } from './dom-element.ts';
import { TEXT_NODE } from './node-types.ts';
import { type Extent, extentOfText } from './text-extent.ts';

const NO_NODES: readonly never[] = [];

export class DomText {
  readonly nodeType = TEXT_NODE;
  readonly nodeName = '#text';
  readonly ownerDocument: DomDocument;
  parentNode: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  readonly firstChild = null;
  readonly lastChild = null;
  readonly childNodes = NO_NODES;
  private text: string;

  constructor(ownerDocument: DomDocument, text: string) {
    this.ownerDocument = ownerDocument;
    this.text = text;
  }

  get textContent(): string {
    return this.text;
  }

  set textContent(text: string) {
    this.text = text;
    this.parentNode?.forgetText();
  }

  get extent(): Extent {
    return extentOfText(this.text);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  replaceWith(node: DomNode): void {
    this.parentNode?.replaceChild(node, this);
  }

  cloneNode(): DomText {
    return new DomText(this.ownerDocument, this.text);
  }
}
