import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Parser } from 'htmlparser2';
import { boundDepth, containerElements, containerLimit, depthLimit } from './bound-depth.ts';
import { DomDocument } from './dom-document.ts';
import { DomAttribute, type DomElement } from './dom-element.ts';
import { nameOf } from './names.ts';
import { SkippingTokenizer } from './skipping-tokenizer.ts';
import { isText } from './tree.ts';

/**
 * Returns the document of a page, or of a fragment: one head, one body, and every node beside them moved into the body.
 * Comments, declarations and processing instructions are left out. Nothing in it is fetched or run.
 */
export function openDocument(html: string): DomDocument {
  const { document, isTooDeep } = parse(html, true);
  return isTooDeep ? parse(boundDepth(html), false).document : document;
}

/** Parses a page; `stops` as soon as an element is nested too deep: the parser itself takes quadratic time then. */
function parse(html: string, stops: boolean): TreeBuilder {
  const builder = new TreeBuilder();
  const parser = new PageParser(
    {
      onopentagname: (name) => {
        builder.open(name);
        if (stops && builder.isTooDeep) parser.pause();
      },
      onattribute: (name, value) => builder.addAttribute(name, value),
      ontext: (text) => builder.addText(text, parser.isInForeignContext()),
      onclosetag: () => builder.close(),
    },
    // References are decoded in those texts and values that have any.
    { decodeEntities: false, lowerCaseAttributeNames: false, Tokenizer: SkippingTokenizer },
  );
  parser.onTagEnd = () => builder.endTag();
  parser.end(html);
  return builder;
}

/** htmlparser2's parser, which reports where a start tag ends though it gathers no attributes. */
class PageParser extends Parser {
  onTagEnd: (() => void) | undefined;

  override onopentagend(endIndex: number): void {
    this.onTagEnd?.();
    super.onopentagend(endIndex);
  }

  /** Ignores the end of a page: what is open there needs no end tag, and a tag that the page ends in is none. */
  override onend(): void {}
}

/** Elements of HTML whose text is raw: what looks like a character reference in it is none. */
const raw = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

class TreeBuilder {
  readonly document = new DomDocument();
  isTooDeep = false;
  /** The open elements, from the root to the innermost one; a dissolved element has none of its own. */
  private readonly stack: DomElement[] = [];
  private readonly names: string[] = [];
  /** The element whose tag is being read, where it belongs, and its attributes so far. */
  private begun: DomElement | undefined;
  private place: DomElement = this.document.body;
  private attributes: DomAttribute[] = [];
  private readonly attributeNames = new Set<string>();
  private containers = 0;
  private hasHead = false;
  private hasBody = false;

  open(name: string): void {
    const element = this.elementFor(name);
    const { parent } = this;
    this.begun = element;
    this.place = parent;
    this.stack.push(element ?? parent);
    this.names.push(name);
    if (containerElements.has(name)) this.containers += 1;
    if (this.stack.length > depthLimit || this.containers > containerLimit) this.isTooDeep = true;
  }

  /** Adds an attribute to the tag that is being read; of two with the same name the first counts. */
  addAttribute(name: string, value: string): void {
    if (!this.begun) return;
    const known = nameOf(name);
    if (this.attributeNames.has(known.text)) return;
    this.attributeNames.add(known.text);
    const decoded = value.includes('&') ? decodeHTMLAttribute(value) : value;
    this.attributes.push(new DomAttribute(known, decoded));
    if (known.text === 'class' && decoded) this.document.classNames.add(decoded);
  }

  endTag(): void {
    const { begun: element, place } = this;
    if (!element) return;
    this.begun = undefined;
    if (this.attributes.length > 0) {
      element.addAttributes(this.attributes);
      this.attributes = [];
      this.attributeNames.clear();
    }
    if (!element.parentNode && element !== this.document.documentElement) place.appendChild(element);
  }

  close(): void {
    // A void element ends with its tag.
    this.endTag();
    this.stack.pop();
    if (containerElements.has(this.names.pop() ?? '')) this.containers -= 1;
  }

  addText(source: string, isForeign: boolean): void {
    const { parent } = this;
    const isRaw = !isForeign && raw.has(this.names.at(-1) ?? '');
    const text = source.includes('&') && !isRaw ? decodeHTML(source) : source;
    const isBesideBody = this.stack.length === 0 ? this.hasBody || !parent.firstChild : parent !== this.stack.at(-1);
    if (isBesideBody && !text.trim()) return;
    const last = parent.lastChild;
    // The parser splits texts at comments, and at each `<` that begins no tag.
    if (isText(last)) last.textContent += text;
    else parent.appendChild(this.document.createTextNode(text));
  }

  /** Where content goes: what is beside head and body goes into the body. */
  private get parent(): DomElement {
    const { documentElement, body } = this.document;
    const innermost = this.stack.at(-1) ?? documentElement;
    return innermost === documentElement ? body : innermost;
  }

  /** Returns the element for a start tag; none for a second head or body, for one out of place, and below the deepest level. */
  private elementFor(name: string): DomElement | undefined {
    const { documentElement, head, body } = this.document;
    const isInRoot = this.stack.at(-1) === documentElement;
    switch (name) {
      case 'html':
        return this.stack.length === 0 && !this.hasHead && !this.hasBody ? documentElement : undefined;
      case 'head':
        if (this.hasHead || this.hasBody || !isInRoot) return undefined;
        this.hasHead = true;
        return head;
      case 'body':
        if (this.hasBody || !(isInRoot || this.stack.length === 0)) return undefined;
        this.hasBody = true;
        return body;
      default:
        return this.stack.length > 2 * depthLimit ? undefined : this.document.createElement(name);
    }
  }
}
