import { inlines } from '../../src/markdown/lazy-inlines.ts';
import type { Block } from '../../src/markdown/syntax-tree.ts';

/** What marked's tokens have beside those of `syntax-tree.ts`. */
const surplus: Readonly<Record<string, readonly string[]>> = {
  list_item: ['text'],
  blockquote: ['text'],
  html: ['block', 'pre'],
  // A cell has no type.
  undefined: ['header'],
};

/** Writes blocks as JSON that can be compared, their inlines parsed. */
export function writtenBlocks(blocks: readonly Block[]): string {
  return JSON.stringify(blocks, (_, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const left = surplus[String(value.type)] ?? [];
    const entries = Object.entries(value).filter(
      ([name, content]) => content !== undefined && (!left.includes(name) || typeof content === 'object'),
    );
    const plain = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
    const holdsInlines = 'text' in value && 'tokens' in value && !surplus[value.type]?.includes('text');
    return holdsInlines ? { ...plain, tokens: inlines(value.tokens) } : plain;
  });
}
