import { cleanText } from '../../text/sanitize.ts';
import type { Definitions } from '../definitions.ts';
import { LazyInlines } from '../lazy-inlines.ts';
import type { Block, Checkbox, Inline, InlineContent } from '../syntax-tree.ts';
import { createLexer } from './create-lexer.ts';

/**
 * Parses Markdown into blocks with marked. Link and footnote definitions are added to `definitions`; inline content
 * resolves its references against `references`, when it is parsed.
 */
export function lexBlocks(markdown: string, definitions: Definitions, references = definitions): Block[] {
  const lexer = createLexer(definitions);
  try {
    const blocks = lexer.blockTokens(markdown, []) as Block[];
    const sources = new Map<unknown, string>(lexer.inlineQueue.map(({ src, tokens }) => [tokens, src]));
    attachLazyInlines(blocks, sources, references);
    return blocks;
  } catch {
    return salvage(markdown, definitions, references);
  }
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Replaces each array that marked has queued for its inline pass by {@link LazyInlines}. */
function attachLazyInlines(
  blocks: readonly Block[],
  sources: ReadonlyMap<unknown, string>,
  references: Definitions,
): void {
  const attach = (holder: Mutable<{ tokens: InlineContent }>): void => {
    const source = sources.get(holder.tokens);
    if (source === undefined) return;
    // marked puts a loose task item's checkbox among its inlines before they are parsed.
    const box = (holder.tokens as readonly Inline[])[0] as Checkbox | undefined;
    holder.tokens = new LazyInlines(source, references, box && { type: 'checkbox', checked: box.checked });
  };
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'text' || block.type === 'heading') attach(block);
    else if (block.type === 'table') {
      for (const row of [block.header, ...block.rows]) for (const cell of row) attach(cell);
    } else if (block.type === 'list') {
      for (const item of block.items) attachLazyInlines(item.tokens, sources, references);
    } else if (block.type === 'blockquote' || block.type === 'footnote') {
      attachLazyInlines(block.tokens, sources, references);
    }
  }
}

/**
 * Parses what marked's recursion or one of its regular expressions fails on: the text in halves, and a failing rest as
 * paragraphs of its words.
 */
function salvage(markdown: string, definitions: Definitions, references: Definitions): Block[] {
  const middle = markdown.lastIndexOf('\n', markdown.length / 2) + 1;
  if (markdown.length > 65_536 && middle > 0) {
    const first = lexBlocks(markdown.slice(0, middle), definitions, references);
    for (const block of lexBlocks(markdown.slice(middle), definitions, references)) first.push(block);
    return first;
  }
  return (markdown.match(/\s*\S[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*\s*?(?:\n|$)|\s+/g) ?? []).map((raw) => {
    const text = cleanText(raw.trim());
    return text ? { type: 'paragraph', raw, text, tokens: [{ type: 'text', text }] } : { type: 'space', raw };
  });
}
