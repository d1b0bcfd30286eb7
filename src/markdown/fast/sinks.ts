import { blockText } from '../block-text.ts';
import type { Definitions } from '../definitions.ts';
import { plainText } from '../inline-text.ts';
import type { Block, Code, Heading, Table } from '../syntax-tree.ts';
import type { Sink } from './scan.ts';
import { sourceText } from './source-text.ts';

/** A sink that ignores blocks. */
const noSink: Sink = {
  get inner() {
    return noSink;
  },
  take() {},
};

/** Collects headings outside of quotes and lists, with their offsets. */
export class HeadingSink implements Sink {
  readonly inner = noSink;
  readonly headings: { readonly heading: Heading; readonly at: number }[] = [];

  take(at: number, end: number, type: Block['type'], create: (raw: string) => Block, text: string): void {
    if (type === 'heading') this.headings.push({ heading: create(text.slice(at, end)) as Heading, at });
  }
}

/** Collects text with the words of `blockText`. */
export class TextSink implements Sink {
  readonly #found: string[] = [];
  /** The number of texts in complete blocks. */
  #whole = 0;
  readonly #definitions: Definitions;
  readonly inner: Sink;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    const inner: Sink = {
      get inner() {
        return inner;
      },
      take: (at, end, type, create, text) => this.#add(at, end, type, create, text),
    };
    this.inner = inner;
  }

  get texts(): readonly string[] {
    return this.#found.slice(0, this.#whole);
  }

  take(at: number, end: number, type: Block['type'], create: (raw: string) => Block, text: string): void {
    this.#add(at, end, type, create, text);
    this.#whole = this.#found.length;
  }

  #add(at: number, end: number, type: Block['type'], create: (raw: string) => Block, text: string): void {
    switch (type) {
      case 'paragraph':
      case 'text':
        this.#addInlines(text.slice(at, end));
        break;
      case 'heading':
        this.#addInlines((create(text.slice(at, end)) as Heading).text);
        break;
      case 'code':
        this.#found.push((create(text.slice(at, end)) as Code).text);
        break;
      case 'html':
        this.#found.push(blockText(create(text.slice(at, end))));
        break;
      case 'table': {
        const { header, rows } = create(text.slice(at, end)) as Table;
        for (const row of [header, ...rows]) for (const cell of row) this.#addInlines(cell.text);
        break;
      }
      // The text of lists and quotes is in their blocks.
      default:
    }
  }

  #addInlines(source: string): void {
    const { links, inlineParser } = this.#definitions;
    this.#found.push(sourceText(source, links) ?? plainText(inlineParser.parse(source, this.#definitions)));
  }
}
