import { countWords } from '../../text/words.ts';
import { blockText } from '../block-text.ts';
import { BlockWords } from '../block-words.ts';
import type { Definitions } from '../definitions.ts';
import { plainText } from '../inline-text.ts';
import type { FoundHeading } from '../parser.ts';
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

/** A sink that collects headings outside of quotes and lists, with their offsets. */
export class HeadingSink implements Sink {
  readonly inner = noSink;
  readonly headings: FoundHeading[] = [];

  take(at: number, end: number, type: Block['type'], create: (raw: string) => Block, text: string): void {
    if (type === 'heading') this.headings.push({ heading: create(text.slice(at, end)) as Heading, at });
  }
}

/** A sink that collects headings as {@link HeadingSink} does, and the words between them: those of `blockText`. */
export class WordSink implements Sink {
  readonly headings: FoundHeading[] = [];
  /** Before the first heading, and after each. */
  readonly words = [new BlockWords()];
  /** The words of the block that is scanned: none where it turns out not to be handled. */
  readonly #open = new BlockWords();
  readonly #definitions: Definitions;
  readonly inner: Sink;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    const inner: Sink = {
      get inner() {
        return inner;
      },
      take: (at, end, type, create, text) => this.#add(this.#open, at, end, type, create, text),
    };
    this.inner = inner;
  }

  take(at: number, end: number, type: Block['type'], create: (raw: string) => Block, text: string): void {
    const words = this.words.at(-1) as BlockWords;
    if (type === 'heading') {
      this.headings.push({ heading: create(text.slice(at, end)) as Heading, at });
      this.words.push(new BlockWords());
    } else if (type === 'list' || type === 'blockquote') {
      words.addAll(this.#open);
      this.#open.clear();
    } else this.#add(words, at, end, type, create, text);
  }

  #add(
    words: BlockWords,
    at: number,
    end: number,
    type: Block['type'],
    create: (raw: string) => Block,
    text: string,
  ): void {
    switch (type) {
      case 'paragraph':
      case 'text':
        this.#addInlines(words, text.slice(at, end));
        break;
      case 'heading':
        this.#addInlines(words, (create(text.slice(at, end)) as Heading).text);
        break;
      case 'code':
        words.add((create(text.slice(at, end)) as Code).text);
        break;
      case 'html':
        words.add(blockText(create(text.slice(at, end))));
        break;
      case 'table': {
        const { header, rows } = create(text.slice(at, end)) as Table;
        for (const row of [header, ...rows]) for (const cell of row) this.#addInlines(words, cell.text);
        break;
      }
      // The words of lists and quotes are in their blocks.
      default:
    }
  }

  #addInlines(words: BlockWords, source: string): void {
    const text = source.includes('[') ? undefined : sourceText(source, this.#definitions.links);
    if (text === undefined) words.addLater(() => this.#countInlines(source));
    else words.add(text);
  }

  /** Counts the words of inline content that may refer to definitions, or takes a parser. */
  #countInlines(source: string): number {
    const { links, inlineParser } = this.#definitions;
    return countWords(sourceText(source, links) ?? plainText(inlineParser.parse(source, this.#definitions)));
  }
}
