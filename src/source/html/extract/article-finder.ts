import { Readability } from '@mozilla/readability';
import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf } from '../dom/tree.ts';
import { kept } from './keep-content.ts';

type Filter = (node: DomElement, at: number, nodes: readonly DomElement[]) => boolean;

/** The methods of Readability 0.6 that are replaced here; its types declare the public ones alone. */
interface Internals {
  readonly REGEXPS: { readonly byline: RegExp };
  _removeNodes(nodes: readonly DomElement[], filter?: Filter): void;
  _getAllNodesWithTag(node: DomElement, names: readonly string[]): readonly DomElement[];
}

const Base = Readability as unknown as new (
  document: DomDocument,
  options: object,
) => Internals & { parse(): { readonly content: DomElement } | null };

/**
 * Readability over our tree. Its rules are unchanged: replaced are the methods that build the text of every element to learn
 * its length, which the tree knows, or check of each element what few need. A test checks both for the same
 * result.
 */
export class ArticleFinder extends Base {
  /** Less strict rules are tried until `shortest` characters are found. */
  constructor(document: DomDocument, shortest: number) {
    super(document, {
      serializer: (node: DomElement) => node,
      disableJSONLD: true,
      keepClasses: true,
      charThreshold: shortest,
    });
  }

  find(): DomElement | undefined {
    return this.parse()?.content ?? undefined;
  }

  /** Removes what the filter selects, except what is content by its structure, and what contains such. */
  override _removeNodes(nodes: readonly DomElement[], filter?: Filter): void {
    super._removeNodes(nodes, filter && ((node, at, all) => !isKept(node) && filter.call(this, node, at, all)));
  }

  /** Addresses are resolved where Markdown is written, however the article was found. */
  _fixRelativeUris(): void {}

  _getInnerText(node: DomElement, isCollapsed = true): string {
    const text = node.textContent.trim();
    return isCollapsed && text.length !== lengthOf(node) ? text.replace(/\s{2,}/g, ' ') : text;
  }

  _isProbablyVisible(node: DomElement): boolean {
    if (node.attributes.length === 0) return true;
    const { display, visibility } = node.style;
    if (display === 'none' || visibility === 'hidden' || node.hasAttribute('hidden')) return false;
    return node.getAttribute('aria-hidden') !== 'true' || node.className.includes('fallback-image');
  }

  _getLinkDensity(element: DomElement): number {
    const { length, linked, linkedWithinPage } = element.extent;
    return length === 0 ? 0 : (linked + linkedWithinPage * 0.3) / length;
  }

  _getTextDensity(element: DomElement, names: readonly string[]): number {
    const length = lengthOf(element);
    if (length === 0) return 0;
    return this._getAllNodesWithTag(element, names).reduce((sum, node) => sum + lengthOf(node), 0) / length;
  }

  _isValidByline(node: DomElement, names: string): boolean {
    const isByline =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') ||
      this.REGEXPS.byline.test(names);
    if (!isByline || lengthOf(node) === 0) return false;
    return node.textContent.trim().length < 100;
  }

  _isElementWithoutContent(node: DomElement): boolean {
    if (lengthOf(node) > 0) return false;
    const { length } = node.children;
    return length === 0 || length === node.getElementsByTagName('br').length + node.getElementsByTagName('hr').length;
  }
}

function isKept(node: DomElement): boolean {
  return node.hasAttribute(kept) || node.querySelector(`[${kept}]`) !== null;
}
