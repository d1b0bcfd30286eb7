import type { Parser } from '../parser.ts';
import { indexSimpleBlocks, parseSimpleBlocks } from './simple-blocks.ts';
import { parseSimpleInlines } from './simple-inlines.ts';

/**
 * The fast parser: one walk over what is unambiguous, a fraction of marked's time and without its regular expressions,
 * which take longer to compile than a short text takes to read.
 */
export const fastParser: Parser = {
  blocks: parseSimpleBlocks,
  index: indexSimpleBlocks,
  inlines: parseSimpleInlines,
};
