import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf, sameWords } from '../dom/tree.ts';
import { isCreditLine } from './phrases.ts';

/** Leaves of each figure its image, with the words that describe it: its alternative text and its caption. */
export function joinCaptions(article: DomElement, spare: (element: DomElement) => boolean): void {
  for (const figure of article.querySelectorAll('figure')) {
    if (figure.querySelector('pre, table, blockquote') || spare(figure)) continue;
    const caption = figure.querySelector('figcaption');
    const image = figure.querySelector('img');
    if (image) {
      if (caption) image.setAttribute('alt', described(image.getAttribute('alt') ?? '', lineOf(caption)));
      image.remove();
      figure.replaceWith(image);
    } else if (lengthOf(figure) < 300) figure.remove();
  }
  for (const caption of article.querySelectorAll('figcaption')) if (!spare(caption)) caption.remove();
}

/** Joins a caption, which everybody reads, to the alternative text, which stays before it where it says something else. */
function described(alternative: string, caption: string): string {
  const own = alternative.replace(/\s+/g, ' ').trim();
  if (!caption || isCreditLine(caption) || caption.length > 500) return own;
  if (!own || sameWords(own, caption) || caption.includes(own)) return caption;
  return own.includes(caption) ? own : `${own} (${caption})`;
}
