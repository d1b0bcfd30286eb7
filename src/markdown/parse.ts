import { blockText } from './block-text.ts';
import { findDefinitionLists, type ItemParser, mayHoldDescription } from './definition-lists.ts';
import { Definitions } from './definitions.ts';
import { LazyInlines } from './lazy-inlines.ts';
import type { Indexed, Parser, ReadText } from './parser.ts';
import type { Block, Heading, Inline } from './syntax-tree.ts';

/** How many characters are parsed at a time, or a little more. */
const pieceSize = 32_768;

/** Thrown where none of a document's parsers handles its text. */
export class NotHandled extends Error {}

/**
 * A Markdown document, and the switch between its parsers: each chunk is parsed by the first of them that handles it.
 * Nothing outside this folder knows which one that was.
 */
export class MarkdownDocument {
  /** The definitions in the blocks parsed so far: walk the whole text before accessing any inlines. */
  readonly definitions: Definitions;
  readonly #parsers: readonly Parser[];

  constructor(parsers: readonly Parser[]) {
    this.#parsers = parsers;
    this.definitions = new Definitions({
      parse: (source, definitions) => this.#inlines(source, definitions),
    });
  }

  /**
   * Parses blocks, about `size` characters at a time, so that a long text is never in memory as blocks all at once.
   * Their `raw`, joined, is the text from `from` to `to`, two offsets at which blocks begin.
   */
  *blocks(markdown: string, { from = 0, to = markdown.length, size = pieceSize } = {}): Generator<readonly Block[]> {
    for (let start = from; start < to; ) {
      const length = Math.min(size, to - start);
      const { blocks, end } = this.#parse((parser) => parser.blocks(markdown, start, length, this.definitions, to));
      yield findDefinitionLists(blocks, this.#itemParser);
      start = end;
    }
  }

  /**
   * Finds the headings of a text outside of quotes and lists, with their offsets, chunk by chunk, and the definitions:
   * those that {@link blocks} finds. Other blocks are built only where that takes a parser.
   */
  *headings(markdown: string): Generator<Indexed['headings']> {
    for (let start = 0; start < markdown.length; ) {
      const { headings, end } = this.#parse(
        (parser) =>
          parser.index?.(markdown, start, pieceSize, this.definitions) ?? this.#headingsOf(parser, markdown, start),
      );
      // Descriptions are blocks of their own, and may contain definitions.
      if (mayHoldDescription(markdown.slice(start, end)))
        for (const _ of this.blocks(markdown, { from: start, to: end }));
      yield headings;
      start = end;
    }
  }

  /**
   * Reads the text of the blocks between two offsets at which blocks begin, as `blockText` has it, as far as its words go.
   * Blocks and inlines are built only where that takes a parser.
   */
  texts(markdown: string, from: number, to: number): readonly string[] {
    const texts: string[] = [];
    // A definition list is known only by its blocks.
    if (mayHoldDescription(markdown.slice(from, to)))
      for (const blocks of this.blocks(markdown, { from, to }))
        for (const block of blocks) texts.push(blockText(block));
    else {
      for (let start = from; start < to; ) {
        const length = Math.min(pieceSize, to - start);
        const { texts: found, end } = this.#parse((parser) => this.#textOf(parser, markdown, start, length, to));
        for (const text of found) texts.push(text);
        start = end;
      }
    }
    return texts;
  }

  #textOf(parser: Parser, markdown: string, start: number, length: number, to: number): ReadText | undefined {
    if (parser.text) return parser.text(markdown, start, length, this.definitions);
    const parsed = parser.blocks(markdown, start, length, this.definitions, to);
    return parsed && { texts: parsed.blocks.map(blockText), end: parsed.end };
  }

  /** Finds headings by parsing; at least as many blocks as the parser takes. */
  #headingsOf(parser: Parser, markdown: string, start: number): Indexed | undefined {
    if (parser.index) return undefined;
    const parsed = parser.blocks(markdown, start, 0, this.definitions);
    if (!parsed) return undefined;
    const headings: { readonly heading: Heading; readonly at: number }[] = [];
    let at = start;
    for (const block of parsed.blocks) {
      if (block.type === 'heading') headings.push({ heading: block, at });
      at += block.raw.length;
    }
    return { headings, end: parsed.end };
  }

  readonly #itemParser: ItemParser = {
    blocks: (markdown) => [...this.blocks(markdown)].flat(),
    paragraph: (text) => ({ type: 'paragraph', raw: '', text, tokens: new LazyInlines(text, this.definitions) }),
  };

  #inlines(source: string, definitions: Definitions): readonly Inline[] {
    // Without an iterator and a closure: this is called for every paragraph, item and cell.
    for (let index = 0; index < this.#parsers.length; index += 1) {
      const parsed = this.#parsers[index]?.inlines(source, definitions);
      if (parsed) return parsed;
    }
    throw new NotHandled();
  }

  #parse<Result>(parse: (parser: Parser) => Result | undefined): Result {
    for (const parser of this.#parsers) {
      const parsed = parse(parser);
      if (parsed !== undefined) return parsed;
    }
    throw new NotHandled();
  }
}
