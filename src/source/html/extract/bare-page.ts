import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf } from '../dom/tree.ts';
import { isBoilerplate, nameWords } from './boilerplate.ts';
import { linkDensity } from './link-density.ts';

/** Elements of a site's layout: such a page has more than its text. */
const frame =
  'table table, article, main, nav, aside, footer, header, form, iframe, button, figure, [role], [itemprop]';
const parts = /^(?:sidebar|menu|navbar|nav|navigation|header|footer|banner|logo|column|widget|post|story)$/;

/**
 * Reports whether all of a page is its article, as of manuals that a converter wrote and of pages written by hand: it has
 * no layout of a site, no element with a name of boilerplate, and no more links than a text has.
 */
export function isBarePage(body: DomElement): boolean {
  if (lengthOf(body) < 250 || linkDensity(body) > 0.5 || body.querySelector(frame)) return false;
  // Anchors and headings are called after what they are of.
  const boxes = body.querySelectorAll('div, section, ul, ol, table, td');
  return !boxes.some((element) => isBoilerplate(element) || isPart(element));
}

function isPart(element: DomElement): boolean {
  return nameWords(element).some((word) => parts.test(word));
}
