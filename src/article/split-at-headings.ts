import type { BlockWords } from '../markdown/block-words.ts';
import type { DocumentText } from '../markdown/document-text.ts';
import type { MarkdownDocument } from '../markdown/markdown-document.ts';
import type { ParseStep } from '../markdown/parse-on-demand.ts';
import type { Block, Heading } from '../markdown/syntax-tree.ts';
import { UnparsedBlocks } from './unparsed-blocks.ts';

/** A heading and the blocks up to the next one; the first part has no heading. */
export interface Part {
  readonly heading?: Heading;
  /** The anchor that the author gave the heading. */
  readonly id?: string;
  /** The 1-based line of the body on which it starts. */
  readonly line: number;
  /** As the author wrote it. */
  readonly source: string;
  /** Without the heading. */
  readonly blocks: Iterable<Block>;
}

/** A heading and its offset, with the blocks up to the next one where they are parsed already. */
interface Found {
  readonly heading?: Heading;
  readonly start: number;
  readonly blocks?: Block[];
  /** Its words up to the next heading, where they are counted already, without its own. */
  words?: BlockWords;
}

/**
 * Splits a document at its headings, chunk by chunk: a long one takes its time. `keep` parses all blocks at once;
 * without it, blocks are parsed at each walk.
 * `words` counts the words of parts on the way.
 */
export function* splitAtHeadings(
  text: DocumentText,
  document: MarkdownDocument,
  { keep, words = false }: { readonly keep: boolean; readonly words?: boolean },
): Generator<ParseStep, Part[]> {
  const { markdown, source } = text;
  const found = yield* keep ? parseParts(markdown, document) : findHeadings(markdown, document, words);
  const origins = text.origins(found.map(({ start }) => start));
  return found.map(({ heading, start, blocks, words }, index) => {
    const { line = 1, offset = 0, id } = origins[index] ?? {};
    const end = found[index + 1]?.start ?? markdown.length;
    return {
      ...(heading && { heading }),
      ...(id !== undefined && { id }),
      line,
      source: source.slice(offset, origins[index + 1]?.offset),
      blocks: blocks ?? new UnparsedBlocks(document, markdown, start, end, heading?.raw.length ?? 0, words),
    };
  });
}

function* parseParts(markdown: string, document: MarkdownDocument): Generator<ParseStep, Found[]> {
  let blocks: Block[] = [];
  const found: Found[] = [{ start: 0, blocks }];
  let start = 0;
  for (const chunk of document.blocks(markdown)) {
    for (const block of chunk) {
      if (block.type === 'heading') {
        blocks = [];
        found.push({ heading: block, start, blocks });
      } else blocks.push(block);
      start += block.raw.length;
    }
    yield 'parsed';
  }
  return found;
}

function* findHeadings(markdown: string, document: MarkdownDocument, counts: boolean): Generator<ParseStep, Found[]> {
  let last: Found = { start: 0 };
  const found = [last];
  for (const chunk of document.headings(markdown, { words: counts })) {
    if (!chunk) {
      yield 'not handled';
      continue;
    }
    const { headings, words } = chunk;
    // What is before the first heading of a chunk belongs to the last one of the chunk before.
    const [before, ...after] = words ?? [];
    if (before && last.words) last.words.addAll(before);
    else if (before) last.words = before;
    for (const [index, { heading, at }] of headings.entries()) {
      const own = after[index];
      last = { heading, start: at, ...(own && { words: own }) };
      found.push(last);
    }
    yield 'parsed';
  }
  return found;
}
