import { Definitions, lexBlocks } from './lex.ts';
import type { Block } from './types.ts';

/**
 * Parses Markdown into the same blocks as {@link lexBlocks} does, piece by piece, so that a long text neither costs
 * more than its length nor stands in memory as tokens all at once. The blocks' `raw`, put together, is the text.
 *
 * A piece is parsed up to a blank line near `size` characters on; as its last block may go on behind that line, the
 * next piece begins anew with it. Definitions count from the piece on in which they stand: for references that lead
 * forward, walk the text once before.
 */
export function* lexPieces(markdown: string, definitions: Definitions, size = 32_768): Generator<Block[]> {
  let start = 0;
  let reach = size;
  while (start < markdown.length) {
    const end = cutAfter(markdown, start + reach);
    let met = new Definitions();
    let blocks = lexBlocks(markdown.slice(start, end), met, definitions);
    if (end < markdown.length) {
      const kept = settled(blocks);
      if (kept === 0) {
        // One block fills the piece: twice as much each time keeps the whole linear.
        reach *= 2;
        continue;
      }
      let next = start;
      for (const block of blocks.slice(0, kept)) next += block.raw.length;
      const again = blocks.splice(kept);
      if (!forget(met, again, blocks)) {
        met = new Definitions();
        blocks = lexBlocks(markdown.slice(start, next), met, definitions);
      }
      definitions.add(met);
      start = next;
    } else {
      definitions.add(met);
      start = end;
    }
    reach = size;
    yield blocks;
  }
}

/** Behind the first blank line from `position` on that a line without indentation follows, or the end. */
function cutAfter(markdown: string, position: number): number {
  if (position >= markdown.length) return markdown.length;
  const cut = /\n[ \t]*\n(?=[^\s\-+*\d>|])/g;
  cut.lastIndex = position;
  return cut.test(markdown) ? cut.lastIndex : markdown.length;
}

/** How many of a piece's first blocks stand as they are, whatever follows the piece. */
function settled(blocks: readonly Block[]): number {
  let kept = blocks.length - 1;
  // `$$` without its end in this piece may have it in the next one.
  const formula = blocks.findIndex((block) => block.type === 'paragraph' && /^ {0,3}\$\$[ \t]*$/m.test(block.raw));
  if (formula >= 0 && formula < kept) kept = formula;
  // Begin anew only behind a blank line: what a block is can hang on the paragraph right before it.
  while (kept > 0 && (blocks[kept]?.type === 'space' || blocks[kept - 1]?.type !== 'space')) kept -= 1;
  return kept;
}

/**
 * Takes out what was defined in blocks that are parsed anew, as they may have been cut. False where that cannot be
 * told, because a definition may stand within a list or a quote.
 */
function forget(met: Definitions, again: readonly Block[], kept: readonly Block[]): boolean {
  for (const block of again) {
    if (block.type === 'def') {
      if (!kept.some((other) => other.type === 'def' && other.tag === block.tag)) delete met.links[block.tag];
    } else if (block.raw.includes(']:') && block.type !== 'paragraph') {
      return false;
    }
  }
  return true;
}
