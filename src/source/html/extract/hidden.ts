import type { DomElement } from '../dom/dom-element.ts';

/** Reports whether a page hides an element: the one rule for the article and for the whole page. */
export function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  if (element.nodeName === 'DIALOG' && !element.hasAttribute('open')) return true;
  const { display, visibility } = element.style;
  if (display === 'none' || visibility === 'hidden') return true;
  const isAlternative = /^(?:IMG|SVG|MATH)$/.test(element.nodeName) || element.className.includes('fallback-image');
  return element.getAttribute('aria-hidden') === 'true' && !isAlternative;
}
