import { plainText } from '../markdown/inline-text.ts';
import { inlines } from '../markdown/lazy-inlines.ts';
import type { Heading, Inline } from '../markdown/syntax-tree.ts';

/** Returns the words of a heading, without markup and, where there are other words, without badges. */
export function headingText(heading: Heading | undefined): string {
  if (!heading) return '';
  if (unmarked.test(heading.text)) return heading.text.trim();
  const content = inlines(heading.tokens);
  const words = plainText(content.filter((inline) => !isBadge(inline))).trim();
  if (words) return words;
  // The name of a project as its logo: `![kettle logo](logo.svg)`.
  const alternative = plainText(content).trim();
  return alternative.replace(/\s*\b(?:logo|banner|icon)\b\s*/gi, ' ').trim() || alternative;
}

/** Words without markup, references or addresses, as most headings are: they need no parser. */
const unmarked = /^(?!.*[wW]{3}\.)[a-zA-Z\d ,.:;()'"!?+-]+$/;

/** Reports whether an inline is an image, or a link that is nothing else. */
function isBadge(inline: Inline): boolean {
  return (
    inline.type === 'image' || (inline.type === 'link' && inline.tokens.length > 0 && inline.tokens.every(isBadge))
  );
}
