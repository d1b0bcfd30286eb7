import type { BlockWords } from './block-words.ts';
import type { Definitions } from './definitions.ts';
import type { Block, Heading, Inline } from './syntax-tree.ts';

/**
 * A parser of Markdown. There are two: the fast parser, which answers `undefined` to what it does not handle, and the
 * reference, marked, which handles everything. Where both answer, they answer the same.
 */
export interface Parser {
  /**
   * Parses blocks from the offset `start` on, about `size` characters of them, and leaves their inline content to
   * `LazyInlines`. Adds link and footnote definitions to `definitions`. A block begins at `stop`: none goes beyond it.
   */
  blocks(
    markdown: string,
    start: number,
    size: number,
    definitions: Definitions,
    stop?: number,
  ): ParsedBlocks | undefined;
  /**
   * Finds headings, and adds definitions, as `blocks` does, but builds nothing else; with `words`, counts the words of
   * `blockText` too. Optional.
   */
  index?(
    markdown: string,
    start: number,
    size: number,
    definitions: Definitions,
    options?: IndexOptions,
  ): Indexed | undefined;
  /** Parses the inline content of a block. References resolve against `definitions`. */
  inlines(source: string, definitions: Definitions): readonly Inline[] | undefined;
}

export interface ParsedBlocks {
  readonly blocks: readonly Block[];
  /** The offset after the last of them. */
  readonly end: number;
}

export interface IndexOptions {
  readonly words?: boolean;
}

export interface Indexed {
  /** The headings outside of quotes and lists. */
  readonly headings: readonly FoundHeading[];
  /** The words before the first heading and after each, once all definitions are known. */
  readonly words?: readonly BlockWords[];
  /** The offset after the last block. */
  readonly end: number;
}

/** A heading and its offset. */
export interface FoundHeading {
  readonly heading: Heading;
  readonly at: number;
}
