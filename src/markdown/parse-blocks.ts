import { Definitions } from './definitions.ts';
import { ordinaryBlocks } from './fast/simple-blocks.ts';
import { lexBlocks } from './marked/marked-blocks.ts';
import type { Block } from './types.ts';

/**
 * Parses Markdown into the same blocks as {@link lexBlocks} does, piece by piece, so that a long text neither costs
 * more than its length nor stands in memory as tokens all at once. The blocks' `raw`, put together, is the text.
 *
 * What is ordinary is parsed by {@link ordinaryBlocks}, in pieces of about `size` characters; marked gets what is not,
 * up to a blank line behind which something new begins for sure. Definitions count from the piece on in which they
 * stand: for references that lead forward, walk the text once before.
 */
export function* lexPieces(markdown: string, definitions: Definitions, size = 32_768): Generator<Block[]> {
  let start = 0;
  while (start < markdown.length) {
    const { blocks, end } = ordinaryBlocks(markdown, start, start + size, definitions);
    if (end > start) yield blocks;
    start = end;
    if (blocks.length > 0) continue;
    const piece = lexPiece(markdown, start, definitions);
    yield piece.blocks;
    start = piece.end;
  }
}

/** The blocks that marked finds from `start` on, up to where they cannot go on any further. */
function lexPiece(markdown: string, start: number, definitions: Definitions): { blocks: Block[]; end: number } {
  // Twice as much each time keeps the whole linear.
  for (let reach = 0; ; reach = Math.max(2 * reach, 1_024)) {
    const end = cutAfter(markdown, start + reach);
    const met = new Definitions();
    const blocks = lexBlocks(markdown.slice(start, end), met, definitions);
    if (end < markdown.length && !isSettled(blocks)) continue;
    definitions.add(met);
    return { blocks, end };
  }
}

/** Behind the first blank line from `position` on that a line without indentation and marker follows, or the end. */
function cutAfter(markdown: string, position: number): number {
  if (position >= markdown.length) return markdown.length;
  const cut = /\n[ \t]*\n(?=[^\s\-+*\d>|])/g;
  cut.lastIndex = position;
  return cut.test(markdown) ? cut.lastIndex : markdown.length;
}

/** Whether blocks stand as they are, whatever follows behind a blank line: nothing in them waits for its end. */
function isSettled(blocks: readonly Block[]): boolean {
  const last = blocks.findLast(({ type }) => type !== 'space');
  // `$$` without its end may have it further on.
  if (blocks.some(({ type, raw }) => (type === 'paragraph' || type === 'heading') && /^ {0,3}\$\$[ \t]*$/m.test(raw)))
    return false;
  if (last?.type === 'code')
    return last.codeBlockStyle === 'indented' || /\n {0,3}(?:`{3,}|~{3,}) *\n?$/.test(last.raw);
  return last?.type !== 'html' || !/^ {0,3}<(?:!|\?|(?:script|pre|style|textarea)\b)/i.test(last.raw);
}
