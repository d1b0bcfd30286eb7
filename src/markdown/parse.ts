import { findDefinitionLists, type ItemParser } from './definition-lists.ts';
import { Definitions } from './definitions.ts';
import { countSourceWords } from './fast/source-words.ts';
import { LazyInlines } from './lazy-inlines.ts';
import type { Parser } from './parser.ts';
import type { Block } from './types.ts';

/** Thrown where none of a document's parsers handles its text. */
export class NotHandled extends Error {}

/**
 * A Markdown document, and the switch between its parsers: each piece is parsed by the first of them that handles it.
 * Nothing outside this folder knows which one that was.
 */
export class MarkdownDocument {
  /** The definitions in the blocks that have been parsed: walk the whole text before you look at any inlines. */
  readonly definitions: Definitions;
  readonly #parsers: readonly Parser[];

  /** `deferInlines`: in a long document, words are counted without parsing inlines where that is possible. */
  constructor(parsers: readonly Parser[], { deferInlines = false } = {}) {
    this.#parsers = parsers;
    this.definitions = new Definitions({
      parse: (source, definitions) => this.#parse((parser) => parser.inlines(source, definitions)),
      countWords: (source, { links }) => (deferInlines ? countSourceWords(source, links) : undefined),
    });
  }

  /**
   * Parses blocks, `size` characters or some more at a time, so that a long text is never in memory as blocks all at
   * once. Their `raw`, joined, is the text.
   */
  *blocks(markdown: string, size = 32_768): Generator<readonly Block[]> {
    for (let start = 0; start < markdown.length; ) {
      const { blocks, end } = this.#parse((parser) => parser.blocks(markdown, start, size, this.definitions));
      yield findDefinitionLists(blocks, this.#itemParser);
      start = end;
    }
  }

  readonly #itemParser: ItemParser = {
    blocks: (markdown) => [...this.blocks(markdown)].flat(),
    paragraph: (text) => ({ type: 'paragraph', raw: '', text, tokens: new LazyInlines(text, this.definitions) }),
  };

  #parse<Result>(parse: (parser: Parser) => Result | undefined): Result {
    for (const parser of this.#parsers) {
      const parsed = parse(parser);
      if (parsed !== undefined) return parsed;
    }
    throw new NotHandled();
  }
}
