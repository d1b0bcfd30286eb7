import type { DomElement } from '../dom/nodes.ts';
import { lengthOf, lineOf } from '../dom/tree.ts';

/** Leaves of each figure its picture, described by its own words or else by its caption. */
export function dropCaptions(article: DomElement, spare: (element: DomElement) => boolean): void {
  for (const figure of Array.from(article.querySelectorAll('figure'))) {
    if (figure.querySelector('pre, table, blockquote') || spare(figure)) continue;
    const caption = figure.querySelector('figcaption');
    const image = figure.querySelector('img');
    if (image && caption && !image.getAttribute('alt')?.trim()) image.setAttribute('alt', lineOf(caption));
    if (image) {
      image.remove();
      figure.replaceWith(image);
    } else if (lengthOf(figure) < 300) figure.remove();
  }
  for (const caption of Array.from(article.querySelectorAll('figcaption'))) if (!spare(caption)) caption.remove();
}
