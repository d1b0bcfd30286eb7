import { BlockWords, countBlockWords } from './block-words.ts';
import { findDefinitionLists, type ItemParser, mayHoldDescription } from './definition-lists.ts';
import { Definitions } from './definitions.ts';
import { LazyInlines } from './lazy-inlines.ts';
import type { FoundHeading, Indexed, IndexOptions, Parser } from './parser.ts';
import type { Block, Inline } from './syntax-tree.ts';

/** How many characters are parsed at a time, or a little more. */
const chunkSize = 32_768;

/** The error where none of a document's parsers handles its text. */
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
  *blocks(markdown: string, { from = 0, to = markdown.length, size = chunkSize } = {}): Generator<readonly Block[]> {
    for (let start = from; start < to; ) {
      const length = Math.min(size, to - start);
      const { blocks, end } = this.#parse((parser) => parser.blocks(markdown, start, length, this.definitions, to));
      yield findDefinitionLists(blocks, this.#itemParser);
      start = end;
    }
  }

  /**
   * Finds the headings of a text outside of quotes and lists, with their offsets, chunk by chunk, and the definitions:
   * those that {@link blocks} finds. Other blocks are built only where that takes a parser. With `words`, counts the
   * words between headings too: they are complete after the last chunk. Yields `undefined` where no parser handles a
   * chunk: another may be added before the next step.
   */
  *headings(markdown: string, options: IndexOptions = {}): Generator<Omit<Indexed, 'end'> | undefined> {
    const index = (start: number) => (parser: Parser) =>
      parser.index?.(markdown, start, chunkSize, this.definitions, options) ??
      this.#headingsOf(parser, markdown, start);
    for (let start = 0; start < markdown.length; ) {
      const found = this.#try(index(start));
      if (!found) yield undefined;
      const { headings, words, end } = found ?? this.#parse(index(start));
      // Descriptions are blocks of their own, and may contain definitions.
      const describes = mayHoldDescription(markdown.slice(start, end));
      if (describes) for (const _ of this.blocks(markdown, { from: start, to: end }));
      yield options.words && (describes || !words)
        ? { headings, words: this.#wordsBetween(markdown, headings, start, end) }
        : { headings, ...(words && { words }) };
      start = end;
    }
  }

  /** Leaves the words before the first heading and after each to be counted later. */
  #wordsBetween(markdown: string, headings: Indexed['headings'], start: number, end: number): BlockWords[] {
    const starts = [start, ...headings.map(({ heading, at }) => at + heading.raw.length)];
    return starts.map((from, index) => {
      const words = new BlockWords();
      words.addLater(() => this.countWords(markdown, from, headings[index]?.at ?? end));
      return words;
    });
  }

  /**
   * Counts the words of the blocks between two offsets at which blocks begin, as `blockText` has them. Blocks and inlines
   * are built only where that takes a parser.
   */
  countWords(markdown: string, from: number, to: number): number {
    // A definition list is known only by its blocks.
    if (mayHoldDescription(markdown.slice(from, to))) {
      let words = 0;
      for (const blocks of this.blocks(markdown, { from, to })) words += countBlockWords(blocks);
      return words;
    }
    let sum = 0;
    for (let start = from; start < to; ) {
      const { words, end } = this.#parse((parser) => this.#countWith(parser, markdown, start, to));
      sum += words;
      start = end;
    }
    return sum;
  }

  #countWith(parser: Parser, markdown: string, start: number, to: number): { words: number; end: number } | undefined {
    const size = Math.min(chunkSize, to - start);
    if (parser.index) {
      const indexed = parser.index(markdown, start, size, this.definitions, { words: true });
      return indexed && { words: (indexed.words ?? []).reduce((sum, part) => sum + part.words, 0), end: indexed.end };
    }
    const parsed = parser.blocks(markdown, start, size, this.definitions, to);
    return parsed && { words: countBlockWords(parsed.blocks), end: parsed.end };
  }

  /** Finds headings by parsing; at least as many blocks as the parser takes. */
  #headingsOf(parser: Parser, markdown: string, start: number): Indexed | undefined {
    if (parser.index) return undefined;
    const parsed = parser.blocks(markdown, start, 0, this.definitions);
    if (!parsed) return undefined;
    const headings: FoundHeading[] = [];
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
    const parsed = this.#try(parse);
    if (parsed === undefined) throw new NotHandled();
    return parsed;
  }

  #try<Result>(parse: (parser: Parser) => Result | undefined): Result | undefined {
    for (const parser of this.#parsers) {
      const parsed = parse(parser);
      if (parsed !== undefined) return parsed;
    }
    return undefined;
  }
}
