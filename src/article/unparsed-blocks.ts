import type { BlockWords } from '../markdown/block-words.ts';
import type { MarkdownDocument } from '../markdown/markdown-document.ts';
import type { Block } from '../markdown/syntax-tree.ts';
import type { Section } from './article-tree.ts';

/** The blocks between two offsets, except the heading at the first: parsed at each walk. */
export class UnparsedBlocks implements Iterable<Block> {
  constructor(
    readonly document: MarkdownDocument,
    readonly markdown: string,
    readonly from: number,
    readonly to: number,
    readonly headingLength: number,
    readonly counted: BlockWords | undefined,
  ) {}

  get source(): string {
    return this.markdown.slice(this.from, this.to);
  }

  /** The number of words, without those of the heading. */
  get words(): number {
    const { counted, document, markdown, from, headingLength, to } = this;
    return counted ? counted.words : document.countWords(markdown, from + headingLength, to);
  }

  *[Symbol.iterator](): Iterator<Block> {
    let skipHeading = this.headingLength > 0;
    for (const blocks of this.document.blocks(this.markdown, { from: this.from, to: this.to })) {
      for (const block of blocks) {
        if (skipHeading) skipHeading = false;
        else yield block;
      }
    }
  }
}

/** Returns the Markdown of a section's own heading and blocks, without dialects, where they are parsed at each walk. */
export function unparsedText({ blocks }: Section): string | undefined {
  return blocks instanceof UnparsedBlocks ? blocks.source : undefined;
}

/** Returns what {@link unparsedText} does, without the heading. */
export function unparsedBody({ blocks }: Section): string | undefined {
  return blocks instanceof UnparsedBlocks ? blocks.source.slice(blocks.headingLength) : undefined;
}
