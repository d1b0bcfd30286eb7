import { Definitions } from '../definitions.ts';
import type { ParsedBlocks } from '../parser.ts';
import type { Block } from '../syntax-tree.ts';
import { lexBlocks } from './lex-blocks.ts';

/**
 * Parses with marked from `start` to the first blank line after which a new block begins whatever follows. marked has
 * no incremental interface: a text is lexed up to a cut, and up to a later one where its last block may go on.
 */
export function parseSettledBlocks(
  markdown: string,
  start: number,
  _size: number,
  definitions: Definitions,
  stop = markdown.length,
): ParsedBlocks {
  // Twice as much at each attempt keeps the whole linear.
  for (let reach = 0; ; reach = Math.max(2 * reach, 1_024)) {
    const end = Math.min(cutAfter(markdown, start + reach, definitions), stop);
    const found = new Definitions(definitions.inlineParser);
    const blocks = lexBlocks(markdown.slice(start, end), found, definitions);
    if (end < stop && !isSettled(blocks)) continue;
    definitions.add(found);
    return { blocks, end };
  }
}

/** Returns the offset after the first blank line from `position` on before an unindented line that is no list item. */
function cutAfter(markdown: string, position: number, document: Definitions): number {
  const known = uncut.get(document);
  if (position >= markdown.length || (known?.markdown === markdown && position >= known.from)) return markdown.length;
  const cut = /\n[ \t]*\n(?=[^\s\-+*\d>|])/g;
  cut.lastIndex = position;
  if (cut.test(markdown)) return cut.lastIndex;
  uncut.set(document, { markdown, from: position });
  return markdown.length;
}

/** By document, the text last searched without a cut, and from where: each section would search again. */
const uncut = new WeakMap<Definitions, { readonly markdown: string; readonly from: number }>();

/** Reports whether blocks stay the same whatever follows a blank line: none of them is unclosed. */
function isSettled(blocks: readonly Block[]): boolean {
  const last = blocks.findLast(({ type }) => type !== 'space');
  // An unclosed `$$` may be closed further on.
  if (blocks.some(({ type, raw }) => (type === 'paragraph' || type === 'heading') && /^ {0,3}\$\$[ \t]*$/m.test(raw)))
    return false;
  if (last?.type === 'code')
    return last.codeBlockStyle === 'indented' || /\n {0,3}(?:`{3,}|~{3,}) *\n?$/.test(last.raw);
  return last?.type !== 'html' || !/^ {0,3}<(?:!|\?|(?:script|pre|style|textarea)\b)/i.test(last.raw);
}
