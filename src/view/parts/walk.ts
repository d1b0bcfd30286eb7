import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block, Inline } from '../../markdown/syntax-tree.ts';
import { countLineEnds } from '../../text/count-line-ends.ts';

/** A block that holds no other blocks, and its place. */
export interface PlacedBlock {
  readonly block: Block;
  readonly section: Section;
  /** The 1-based line of the source on which it begins; within lists, quotes and HTML as near as its text is found. */
  readonly line: number;
}

/** Walks the blocks of an article, or of some of its sections and subsections; those in lists, quotes, HTML too. */
export function* eachBlock(article: Article, sections?: readonly Section[]): Generator<PlacedBlock> {
  for (const section of new Set(eachSection(sections ?? [article.lead, ...article.sections]))) {
    let { line } = section;
    if (section.heading) {
      yield { block: section.heading, section, line };
      line += countLineEnds(section.heading.raw);
    }
    for (const block of section.blocks) {
      yield* leavesOf(block, section, line);
      line += countLineEnds(block.raw);
    }
  }
}

function* leavesOf(block: Block, section: Section, line: number): Generator<PlacedBlock> {
  const children = childrenOf(block);
  if (!children) {
    yield { block, section, line };
    return;
  }
  let at = 0;
  for (const child of children) {
    const [first = ''] = child.raw.trimStart().split('\n', 1);
    const found = first === '' ? -1 : block.raw.indexOf(first, at);
    if (found >= 0) at = found;
    yield* leavesOf(child, section, line + countLineEnds(block.raw.slice(0, at)));
    if (found >= 0) at += first.length;
  }
}

/** Returns the blocks within a block; undefined where it is no container. */
function childrenOf(block: Block): readonly Block[] | undefined {
  switch (block.type) {
    case 'list':
      return block.items.flatMap(({ tokens }) => tokens);
    case 'blockquote':
    case 'footnote':
      return block.tokens;
    case 'html':
      return htmlBlocks(block);
    case 'definition_list':
      return block.items.flatMap(({ terms, descriptions }): readonly Block[] => [...terms, ...descriptions]);
    default:
      return undefined;
  }
}

/** Walks the inlines of a block that is no container, nested ones after those around them. */
export function* eachInline(block: Block): Generator<Inline> {
  if (block.type === 'table') {
    for (const row of [block.header, ...block.rows]) for (const cell of row) yield* deep(inlines(cell.tokens));
  } else if (block.type === 'paragraph' || block.type === 'text' || block.type === 'heading') {
    yield* deep(inlines(block.tokens));
  }
}

function* deep(content: readonly Inline[]): Generator<Inline> {
  for (const inline of content) {
    yield inline;
    if ('tokens' in inline) yield* deep(inline.tokens);
  }
}
