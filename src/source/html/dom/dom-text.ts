import type { DomDocument } from './dom-document.ts';
import type { DomElement, DomNode } from './dom-element.ts';
import { TEXT_NODE } from './node-types.ts';
import { type Extent, extentOfText } from './text-extent.ts';

const noNodes: readonly never[] = [];

export class DomText {
  readonly nodeType = TEXT_NODE;
  readonly nodeName = '#text';
  readonly firstChild = null;
  parentNode: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  private kept: Extent | undefined;

  constructor(
    readonly ownerDocument: DomDocument,
    private text: string,
  ) {}

  get childNodes(): readonly never[] {
    return noNodes;
  }

  get textContent(): string {
    return this.text;
  }

  set textContent(text: string) {
    this.text = text;
    this.kept = undefined;
    this.parentNode?.forgetText();
  }

  /** How long the text is, kept until it changes. */
  get extent(): Extent {
    this.kept ??= extentOfText(this.text);
    return this.kept;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  cloneNode(): DomText {
    const clone = new DomText(this.ownerDocument, this.text);
    clone.kept = this.kept;
    return clone;
  }
}
