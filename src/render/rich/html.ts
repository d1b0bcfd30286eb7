import { htmlBlocks } from '../../article/html.ts';
import type { HtmlBlock } from '../../article/types.ts';
import type { Line } from '../segment.ts';
import { blocks } from './blocks.ts';
import type { Context } from './context.ts';

/** What a piece of HTML shows: the blocks that it stands for. */
export function htmlBlock(token: HtmlBlock, width: number, context: Context): Line[] {
  return blocks(htmlBlocks(token), width, context);
}
