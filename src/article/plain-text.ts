import { inlines } from './lex.ts';
import type { Block, Inline } from './types.ts';

/** The words of inlines, without markup; a soft or hard line break is a space. */
export function plainText(tokens: readonly Inline[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'br') text += ' ';
    else if ('text' in token) text += token.text;
    else if ('tokens' in token) text += plainText(token.tokens);
  }
  return text.replace(/\n/g, ' ');
}

/** The words of a block, as they would be read. */
export function blockText(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'text' || block.type === 'heading')
    return plainText(inlines(block.tokens));
  if (block.type === 'code') return block.text;
  return '';
}
