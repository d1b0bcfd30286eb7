import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf } from '../dom/tree.ts';
import { isBoilerplate, linkDensity, nameWords } from './boilerplate.ts';

/** What the frame of a site is made of, and what tells the parts of a page apart. */
const FRAME =
  'table table, article, main, nav, aside, footer, header, form, iframe, button, figure, [role], [itemprop]';
const PARTS = /^(?:sidebar|menu|navbar|nav|navigation|header|footer|banner|logo|column|widget|post|story)$/;

/**
 * Tells whether a page is a text and nothing else, as manuals and old pages are that a converter or a hand made: no frame of a
 * site, nothing named as a part of one, and no more links than a text has. All of it is the article.
 */
export function isBarePage(body: DomElement): boolean {
  if (lengthOf(body) < 250 || linkDensity(body) > 0.5 || body.querySelector(FRAME)) return false;
  return !body.querySelectorAll('[class], [id]').some((element) => isBoilerplate(element) || isPart(element));
}

function isPart(element: DomElement): boolean {
  return nameWords(element).some((word) => PARTS.test(word));
}
