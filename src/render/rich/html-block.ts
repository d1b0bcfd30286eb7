import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import type { HtmlBlock } from '../../markdown/syntax-tree.ts';
import type { Line } from '../segment.ts';
import type { Context } from './context.ts';

/** Lays out the blocks of an HTML block. */
export function htmlBlock(token: HtmlBlock, width: number, context: Context): Line[] {
  return context.blocks(htmlBlocks(token), width, context);
}
