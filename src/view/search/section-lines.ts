import type { Section } from '../../article/article-tree.ts';
import { unparsedBody } from '../../article/unparsed-blocks.ts';
import { quoteBlocks } from '../../markdown/alert.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { plainText } from '../../markdown/inline-text.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block } from '../../markdown/syntax-tree.ts';
import { countLineEnds } from '../../text/count-line-ends.ts';
import { splitSentences } from '../summary/sentences.ts';
import { openSieve, type Sieve } from './sieve.ts';

/** A text that can be shown by itself, and its block. */
export interface SectionLine {
  readonly text: string;
  /** The block's Markdown. */
  readonly raw: string;
  /** The 1-based line of the source on which the block begins: exact where the Markdown is the author's own. */
  readonly line: number;
}

/**
 * Yields the text of a section's heading and own blocks in chunks that can be shown by themselves: sentences of running
 * text, lines of code, rows of tables with their cells separated by ` | `. Nothing that a reader sees is left out,
 * except what `sieve` rejects.
 */
export function* linesOf(section: Section, language?: string, sieve = openSieve): Iterable<SectionLine> {
  let { line } = section;
  if (section.heading) {
    const { raw, tokens } = section.heading;
    for (const text of filled(plainText(inlines(tokens)))) yield { text, raw, line };
    line += countLineEnds(raw);
  }
  const body = unparsedBody(section);
  if (body !== undefined && !sieve.markdown(body)) return;
  for (const block of section.blocks) {
    // Code is as it is written.
    if (block.type === 'code' ? sieve.text(block.raw) : sieve.markdown(block.raw))
      for (const text of linesOfBlock(block, language, sieve)) yield { text, raw: block.raw, line };
    line += countLineEnds(block.raw);
  }
}

function* linesOfBlock(block: Block, language: string | undefined, sieve: Sieve): Iterable<string> {
  switch (block.type) {
    case 'paragraph':
    case 'text':
    case 'heading': {
      const whole = plainText(inlines(block.tokens));
      if (sieve.text(whole)) for (const { text } of splitSentences(whole, language)) yield text;
      break;
    }
    case 'code':
    case 'math':
      for (const line of block.text.split('\n')) yield* filled(line);
      break;
    case 'list':
      for (const item of block.items) yield* linesOfBlocks(item.tokens, language, sieve);
      break;
    case 'blockquote':
      yield* linesOfBlocks(quoteBlocks(block), language, sieve);
      break;
    case 'footnote':
      yield* linesOfBlocks(block.tokens, language, sieve);
      break;
    case 'table':
      for (const row of [block.header, ...block.rows]) {
        yield* filled(row.map((cell) => plainText(inlines(cell.tokens)).trim()).join(' | '));
      }
      break;
    case 'html':
      yield* linesOfBlocks(htmlBlocks(block), language, sieve);
      break;
    case 'definition_list':
      for (const { terms, descriptions } of block.items) {
        yield* linesOfBlocks(terms, language, sieve);
        yield* linesOfBlocks(descriptions, language, sieve);
      }
      break;
    default:
  }
}

function* linesOfBlocks(blocks: Iterable<Block>, language: string | undefined, sieve: Sieve): Iterable<string> {
  for (const block of blocks) yield* linesOfBlock(block, language, sieve);
}

function* filled(line: string): Iterable<string> {
  if (line.trim() !== '') yield line.trim();
}
