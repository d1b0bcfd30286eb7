import { Parser } from 'htmlparser2';
import { boundDepth, CONTAINER, CONTAINER_LIMIT, DEPTH_LIMIT } from './bound-depth.ts';
import { DomDocument } from './dom-document.ts';
import { DomAttribute, type DomElement } from './dom-element.ts';
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
  const parser = new Parser({
    onopentag: (name, attributes) => {
      builder.open(name, attributes);
      if (stops && builder.isTooDeep) parser.pause();
    },
    ontext: (text) => builder.addText(text),
    onclosetag: () => builder.close(),
  });
  parser.end(html);
  return builder;
}

class TreeBuilder {
  readonly document = new DomDocument();
  isTooDeep = false;
  /** The open elements, from the root to the innermost one; a dissolved element has none of its own. */
  private readonly stack: DomElement[] = [];
  private readonly names: string[] = [];
  private containers = 0;
  private hasHead = false;
  private hasBody = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element = this.elementFor(name);
    if (element) {
      // Names differ within a tag; only the root and the body can have two tags.
      const isNew = element.attributes.length === 0;
      for (const key in attributes) {
        if (isNew || !element.hasAttribute(key)) element.attributes.push(new DomAttribute(key, attributes[key] ?? ''));
      }
      if (attributes.class) this.document.classNames.add(attributes.class);
      if (!element.parentNode && name !== 'html') this.parent.appendChild(element);
    }
    this.stack.push(element ?? this.parent);
    this.names.push(name);
    if (CONTAINER.test(name)) this.containers += 1;
    if (this.stack.length > DEPTH_LIMIT || this.containers > CONTAINER_LIMIT) this.isTooDeep = true;
  }

  close(): void {
    this.stack.pop();
    if (CONTAINER.test(this.names.pop() ?? '')) this.containers -= 1;
  }

  addText(text: string): void {
    const { parent } = this;
    const isBesideBody = this.stack.length === 0 ? this.hasBody || !parent.firstChild : parent !== this.stack.at(-1);
    if (isBesideBody && !text.trim()) return;
    const last = parent.lastChild;
    // The parser splits texts at every character reference.
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
        return this.stack.length > 2 * DEPTH_LIMIT ? undefined : this.document.createElement(name);
    }
  }
}
