import type { DomElement } from '../dom/dom-element.ts';
import { isBlock, lengthOf, lineOf, outermostWrapper, removeAll, rename } from '../dom/tree.ts';
import { markAlerts } from '../markdown/page-alerts.ts';
import { isBoilerplate } from './boilerplate.ts';
import { prepareHeadings } from './headings.ts';
import { isHidden } from './hidden.ts';
import { isWithinSentence, keepContent } from './keep-content.ts';
import { proseOf } from './page-container.ts';

/** Prepares a page for the search: Readability judges by classes, and drops content for them. */
export function preparePage(body: DomElement, titles: readonly (string | undefined)[]): void {
  removeAll(body, 'script, style, template, nav');
  removeHidden(body);
  markAlerts(body);
  freeQuotes(body);
  freeButtons(body);
  freeAnchors(body);
  passNames(body);
  prepareHeadings(body, titles);
  keepContent(body);
}

/** Removes what is hidden, unless it contains most of the text: then a script will show it. */
function removeHidden(body: DomElement): void {
  const hidden = body.querySelectorAll('[hidden], [style], [aria-hidden="true"], dialog').filter(isHidden);
  const prose = hidden.some((element) => lengthOf(element) > 500) ? proseOf(body) : 0;
  for (const element of hidden) {
    if (!body.contains(element)) continue;
    if (lengthOf(element) > 500 && proseOf(element) > prose * 0.5) {
      for (const name of ['hidden', 'style', 'aria-hidden', 'aria-modal', 'role']) element.removeAttribute(name);
      if (element.nodeName === 'DIALOG') rename(element, 'div');
    } else element.remove();
  }
}

/**
 * Removes the wrappers of quoted posts: they are named after a network, as rows of share buttons are. What is below a
 * quote, in it, is whose it is.
 */
function freeQuotes(body: DomElement): void {
  for (const quote of body.querySelectorAll('blockquote')) {
    quote.removeAttribute('class');
    for (const footer of quote.querySelectorAll('footer')) rename(footer, footer.children.some(isBlock) ? 'div' : 'p');
    const wrapper = outermostWrapper(quote, /^(?:DIV|SECTION|FIGURE|ASIDE)$/);
    if (wrapper !== quote) wrapper.replaceWith(quote);
  }
}

/** Makes words of the buttons that a sentence names: "Press OK to go on." */
function freeButtons(body: DomElement): void {
  for (const button of body.querySelectorAll('button')) {
    const line = button.closest('p, li, dd, td');
    if (!line || lengthOf(button) === 0) continue;
    const pressed = line.querySelectorAll('a, button').reduce((sum, each) => sum + lengthOf(each), 0);
    if (lengthOf(line) - pressed >= 20 && isWithinSentence(button)) rename(button, 'span');
  }
}

/** Removes ids that repeat the words of a line, `<li id="share-alike">`: they do not name boilerplate. */
function freeAnchors(body: DomElement): void {
  for (const line of body.querySelectorAll('li[id], p[id], td[id], th[id]')) {
    if (lengthOf(line) <= 100 && slugOf(lineOf(line)).endsWith(slugOf(line.id))) line.removeAttribute('id');
  }
}

function slugOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Moves a wrapper's class to its only paragraph: Readability removes the wrapper, and its class with it. */
function passNames(body: DomElement): void {
  for (const wrapper of body.querySelectorAll('div[class]')) {
    const [only, ...others] = wrapper.children;
    if (only?.nodeName !== 'P' || others.length > 0 || only.className || !isBoilerplate(wrapper)) continue;
    if (lengthOf(only) === lengthOf(wrapper)) only.setAttribute('class', wrapper.className);
  }
}
