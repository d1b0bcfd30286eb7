import { scriptText } from '../text/superscript.ts';
import type { Inline } from './syntax-tree.ts';

/**
 * Returns the text of inlines on one line, without markup: line breaks are spaces, an image is its alternative text, an
 * exponent is
 * raised (10⁸).
 */
export function plainText(inlines: readonly Inline[]): string {
  const [first] = inlines;
  const text = inlines.length === 1 && first?.type === 'text' ? first.text : joinText(inlines);
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

function joinText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if ('text' in inline) text += inline.text;
    else if (inline.type === 'sup' || inline.type === 'sub')
      text += scriptText(inline.type, joinText(inline.tokens), true);
    else if ('tokens' in inline) text += joinText(inline.tokens);
    else if (inline.type === 'br') text += ' ';
  }
  return text;
}
