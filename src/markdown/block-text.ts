import { htmlBlocks } from './html/html-blocks.ts';
import { plainText } from './inline-text.ts';
import { inlines } from './lazy-inlines.ts';
import type { Block } from './syntax-tree.ts';

/**
 * Returns the text of a block, without markup; the lines of lists, tables, quotes and code each on a line. Of a
 * footnote definition it is empty: that is read where it is referred to.
 */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'text':
    case 'heading':
      return plainText(inlines(block.tokens));
    case 'code':
    case 'math':
      return block.text;
    case 'list':
      return joinLines(block.items.map((item) => blocksText(item.tokens)));
    case 'blockquote':
      return blocksText(block.tokens);
    case 'table':
      return joinLines(
        [block.header, ...block.rows].map((row) => row.map((cell) => plainText(inlines(cell.tokens))).join('\t')),
      );
    case 'html':
      return blocksText(htmlBlocks(block));
    case 'definition_list':
      return joinLines(
        block.items.map(({ terms, descriptions }) => joinLines([blocksText(terms), blocksText(descriptions)])),
      );
    default:
      return '';
  }
}

function blocksText(blocks: readonly Block[]): string {
  return joinLines(blocks.map(blockText));
}

function joinLines(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
