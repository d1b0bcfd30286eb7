import { bidi, bidiClosers } from '../text/sanitize.ts';
import type { Inline } from './syntax-tree.ts';

/** Closes the bidirectional embeddings and isolates that the inlines of a paragraph leave open. */
export function closeInlines(inlines: readonly Inline[]): readonly Inline[] {
  const closers = bidiClosers(inlines.map(bidiControls).join(''));
  return closers ? [...inlines, { type: 'text', text: closers }] : inlines;
}

function bidiControls(inline: Inline): string {
  if ('tokens' in inline) return inline.tokens.map(bidiControls).join('');
  return 'text' in inline && bidi.test(inline.text) ? inline.text : '';
}
