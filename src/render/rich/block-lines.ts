import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import type { Block } from '../../markdown/syntax-tree.ts';
import { append, emptyLine, type Line } from '../segment.ts';
import { blockquote } from './blockquote.ts';
import { codeBlockLines } from './code-block-lines.ts';
import type { Context } from './context.ts';
import { definitionList } from './definition-list.ts';
import { headingLines } from './heading-lines.ts';
import { listLines } from './list-lines.ts';
import { mathBlock } from './math-block.ts';
import { paragraphLines } from './paragraph-lines.ts';
import { rule } from './rule.ts';
import { tableLines } from './table-lines.ts';

/** Lays out a block as lines of at most `width` columns; none if it shows nothing. */
export function block(token: Block, width: number, context: Context): Line[] {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return paragraphLines(token, width, context);
    case 'heading':
      return headingLines(token, width, context);
    case 'list':
      return listLines(token, width, context);
    case 'blockquote':
      return blockquote(token, width, context);
    case 'code':
      return codeBlockLines(token, width, context);
    case 'table':
      return tableLines(token, width, context);
    case 'hr':
      return rule(width, context);
    case 'html':
      return context.blocks(htmlBlocks(token), width, context);
    case 'math':
      return mathBlock(token, width, context);
    case 'definition_list':
      return definitionList(token, width, context);
    case 'footnote':
      context.footnotes.define(token);
      return [];
    case 'checkbox':
    case 'def':
    case 'space':
      return [];
  }
}

/** Lays out blocks one below the other, an empty line between any two. */
export function blocks(tokens: readonly Block[], width: number, context: Context): Line[] {
  const lines: Line[] = [];
  for (const token of tokens) {
    const next = block(token, width, context);
    if (next.length === 0) continue;
    if (lines.length > 0) lines.push(emptyLine);
    append(lines, next);
  }
  return lines;
}
