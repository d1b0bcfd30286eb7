import type { Parser } from '../parser.ts';
import { lexInlines } from './lex-inlines.ts';
import { parseSettledBlocks } from './settled-blocks.ts';

/** The reference: marked, with extensions and with guards where it is quadratic or recursive. */
export const markedParser: Parser = { blocks: parseSettledBlocks, inlines: lexInlines };
