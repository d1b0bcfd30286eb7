import { decodeReferences } from '../../text/character-references.ts';
import { ownProperty } from '../../text/own-property.ts';
import { cleanText } from '../../text/sanitize.ts';
import { attribute, type HtmlTag, readTag } from './tag.ts';

/** An element with its contents; text is decoded and sanitized, its white space is as written. */
export interface HtmlElement {
  readonly name: string;
  readonly tag: HtmlTag;
  readonly children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

const deepest = 64;

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Elements that no browser shows. An unclosed script or style hides the rest; of others only the tag is dropped. */
const code = new Set(['script', 'style']);
const unseen = new Set(['script', 'style', 'template', 'title', 'head', 'svg', 'iframe', 'datalist']);

/**
 * The elements whose opening tag ends a paragraph (HTML, 13.2.6.4.7, “in body”): not all {@link blockElements}, for a
 * legend and the parts of a table stand within others.
 */
const closesParagraph = new Set(
  (
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp'
  ).split(' '),
);
/** The elements that an opening tag closes implicitly, and the elements beyond which it does not reach. */
const closesSiblings: Readonly<Record<string, readonly [siblings: string, within: string]>> = {
  __proto__: null as never,
  li: ['li', 'ul ol menu'],
  dt: ['dt dd', 'dl'],
  dd: ['dt dd', 'dl'],
  td: ['td th', 'tr table'],
  th: ['td th', 'tr table'],
  tr: ['td th tr', 'table'],
  thead: ['td th tr thead tbody tfoot caption', 'table'],
  tbody: ['td th tr thead tbody tfoot caption', 'table'],
  tfoot: ['td th tr thead tbody tfoot caption', 'table'],
};
const tableParts = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'caption', 'table']);

/**
 * Parses HTML into a tree, as tolerantly as a browser and no deeper than 64: below that, elements become siblings.
 * Scripts, styles and comments are dropped.
 */
export function parseHtmlTree(html: string): readonly HtmlNode[] {
  return new TreeParser(html).parse();
}

class TreeParser {
  readonly #root: HtmlNode[] = [];
  readonly #open: HtmlElement[] = [];
  readonly #neverClosed = new Set<string>();
  #text = '';

  constructor(readonly html: string) {}

  parse(): readonly HtmlNode[] {
    const { html } = this;
    for (let at = 0; at < html.length; ) {
      const next = html.indexOf('<', at);
      const tag = next < 0 ? undefined : readTag(html, next);
      const end = tag || next < 0 ? next : next + 1;
      this.#text += html.slice(at, end < 0 ? html.length : end);
      at = tag?.end ?? (end < 0 ? html.length : end);
      if (!tag?.name) continue;
      this.#flushText();
      if (unseen.has(tag.name)) {
        if (!tag.closing) at = this.#endOfUnseen(tag.name, at);
      } else if (!tag.closing || tag.name === 'br') this.#openElement(tag);
      else if (!voids.has(tag.name)) this.#close(tag.name, tableParts.has(tag.name) ? '' : 'td th table');
    }
    this.#flushText();
    return this.#root;
  }

  #add(node: HtmlNode): void {
    (this.#open.at(-1)?.children ?? this.#root).push(node);
  }

  #flushText(): void {
    if (this.#text) this.#add(cleanText(decodeReferences(this.#text)));
    this.#text = '';
  }

  #openElement(tag: HtmlTag): void {
    const { name } = tag;
    if (closesParagraph.has(name)) this.#close('p', 'td th li dd blockquote div table');
    const siblings = ownProperty(closesSiblings, name);
    if (siblings) for (const _ of siblings[0].split(' ')) this.#close(...siblings);
    const element: HtmlElement = { name, tag, children: [] };
    this.#add(element);
    if (!voids.has(name) && this.#open.length < deepest) this.#open.push(element);
  }

  /** Closes the innermost of the named elements that is not beyond the border. */
  #close(names: string, border: string): void {
    const wanted = names.split(' ');
    const borders = border.split(' ');
    for (let depth = this.#open.length - 1; depth >= 0; depth -= 1) {
      const name = this.#open[depth]?.name ?? '';
      if (wanted.includes(name)) {
        this.#open.length = depth;
        return;
      }
      if (borders.includes(name)) return;
    }
  }

  /** Returns the offset after a hidden element's contents and closing tag. */
  #endOfUnseen(name: string, from: number): number {
    if (this.#neverClosed.has(name)) return from;
    const closer = new RegExp(`</${name}(?=[\\s>/])[^>]*>?`, 'gi');
    closer.lastIndex = from;
    if (closer.test(this.html)) return closer.lastIndex;
    this.#neverClosed.add(name);
    return code.has(name) ? this.html.length : from;
  }
}

/** Reports whether an element, or one in it, has one of the names. */
export function contains(node: HtmlNode, names: ReadonlySet<string>): boolean {
  return typeof node !== 'string' && (names.has(node.name) || node.children.some((child) => contains(child, names)));
}

/** Returns the text of nodes, its white space as written; `<br>` is a line end, an image its alternative text. */
export function textContentOf(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (typeof node === 'string') text += node;
    else if (node.name === 'br') text += '\n';
    else if (node.name === 'img') text += attribute(node.tag, 'alt') ?? '';
    else text += textContentOf(node.children);
  }
  return text;
}
