import type { Definitions } from '../definitions.ts';
import type { Block } from '../types.ts';
import { skipBlankLines } from './block-start.ts';

/** The state of parsing one text into blocks. */
export interface Scan {
  readonly text: string;
  /** The offset of the next block. */
  at: number;
  readonly blocks: Block[];
  /** Where link definitions of the page itself go to, and what inlines resolve their references against. */
  readonly definitions: Definitions;
  /** How many lists and quotes the text is in. */
  readonly depth: number;
  /** False in a list item up to its first list: there, paragraphs are {@link TightText}, as marked has it. */
  top: boolean;
  /** Parses blocks up to the first that begins at or after the offset `limit`; false where one is not handled. */
  readonly parseBlocks: (scan: Scan, limit: number) => boolean;
}

/** Parses the contents of a quote or a list item; undefined where one of their blocks is not handled. */
export function innerBlocks(text: string, outer: Scan, top: boolean): Block[] | undefined {
  if (outer.depth >= deepest) return undefined;
  const scan: Scan = { ...outer, text, at: 0, blocks: [], depth: outer.depth + 1, top };
  return outer.parseBlocks(scan, text.length) ? scan.blocks : undefined;
}

/** Deeper than `clampNesting` lets anything be. */
const deepest = 70;

/**
 * Adds a block that ends at the offset `end`, and the blank lines after it. As marked has it, a single line end belongs
 * to the block, more are a block of their own.
 */
export function add(scan: Scan, end: number, create: (raw: string) => Block): true {
  const { text, at: start, blocks } = scan;
  const next = skipBlankLines(text, end);
  const only = next - end === 1;
  blocks.push(create(text.slice(start, only ? next : end)));
  if (next > end && !only) blocks.push({ type: 'space', raw: text.slice(end, next) });
  scan.at = next;
  return true;
}
