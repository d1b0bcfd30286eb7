import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf, rename, sameWords } from '../dom/tree.ts';
import { linksWithinSite } from './link-density.ts';
import { isCreditLine } from './phrases.ts';

/** Reduces each figure to its images, with their alternative text and caption. */
export function joinCaptions(
  article: DomElement,
  spare: (element: DomElement) => boolean,
  address: string | undefined,
): void {
  for (const figure of article.querySelectorAll('figure')) {
    if (figure.querySelector('pre, table, blockquote') || spare(figure)) continue;
    const caption = figure.querySelector('figcaption');
    const images = figure.querySelectorAll('img').filter((image, at) => at === 0 || image.getAttribute('alt')?.trim());
    const last = images.at(-1);
    if (last) {
      if (caption) last.setAttribute('alt', described(last.getAttribute('alt') ?? '', lineOf(caption)));
      for (const image of images) figure.parentNode?.insertBefore(image, figure);
      figure.remove();
    } else if (lengthOf(figure) < 300 && linksWithinSite(figure, address)) figure.remove();
  }
  for (const caption of article.querySelectorAll('figcaption')) {
    const line = lineOf(caption);
    if (spare(caption)) continue;
    // The caption of code, a table or a quotation is a line of its own.
    if (line && caption.closest('figure') && !isCreditLine(line)) rename(caption, 'p');
    else caption.remove();
  }
}

/** Joins a caption, which everybody reads, to the alternative text, which stays before it where it differs. */
function described(alternative: string, caption: string): string {
  const own = alternative.replace(/\s+/g, ' ').trim();
  if (!caption || isCreditLine(caption) || caption.length > 500) return own;
  if (!own || sameWords(own, caption) || caption.includes(own)) return caption;
  return own.includes(caption) ? own : `${own} (${caption})`;
}
