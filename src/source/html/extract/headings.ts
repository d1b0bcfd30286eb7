import type { DomElement } from '../dom/dom-element.ts';
import {
  headingSelector,
  isElement,
  isText,
  lengthOf,
  lineOf,
  outermostWrapper,
  rename,
  sameWords,
  unwrap,
  wordsOf,
} from '../dom/tree.ts';

/** Readability drops the first h1 or h2 that resembles the title, even within the text: it is given h3 alone. */
const shownAs = 'h3';
const levelAttribute = 'data-level';

/** Prepares a page's headings for the search; {@link restoreHeadings} restores their levels. */
export function prepareHeadings(body: DomElement, titles: readonly (string | undefined)[]): void {
  dropTitle(body, titles);
  for (const heading of body.querySelectorAll(headingSelector)) {
    for (const inner of heading.querySelectorAll('div, p, ol, ul, li')) unwrapBlock(inner);
    dropPermalinks(heading);
    freeHeading(heading);
    joinSection(heading);
    // Classes go with the old name: `<h2 class="related-heading">` would be taken for a list of links.
    rename(heading, shownAs).setAttribute(levelAttribute, heading.nodeName.charAt(1));
  }
  joinSections(body);
}

/**
 * Restores the levels of an article's headings, below the title: an h1 becomes an h2. Where several h1 have others
 * below them, all go one level down, so that the tree stays.
 */
export function restoreHeadings(article: DomElement): void {
  const headings = article.querySelectorAll(`${shownAs}[${levelAttribute}]`);
  const levels = headings.map((heading) => Number(heading.getAttribute(levelAttribute)));
  const isTree = levels.filter((level) => level === 1).length > 1 && levels.some((level) => level > 1);
  for (const [at, heading] of headings.entries()) {
    const level = isTree ? Math.min(6, (levels[at] ?? 2) + 1) : Math.max(2, levels[at] ?? 2);
    if (level !== 3) rename(heading, `h${level}`);
  }
}

/** Removes the heading that is the title, which is kept separately, and one that is the site's name. */
function dropTitle(body: DomElement, titles: readonly (string | undefined)[]): void {
  const isTitle = (heading: DomElement) => titles.some((title) => sameWords(lineOf(heading), title));
  const first = body.querySelectorAll('h1');
  const found = first.filter(
    (heading) => isTitle(heading) || (first.length === 1 && titles.some((title) => isSaidBy(lineOf(heading), title))),
  );
  if (found.length === 0) found.push(...body.querySelectorAll('h2').filter(isTitle).slice(0, 1));
  for (const heading of found) heading.remove();
  for (const heading of body.querySelectorAll('h1')) if (isMasthead(heading)) heading.remove();
}

/** Puts what a block holds in its place, apart from the words beside it. */
function unwrapBlock(block: DomElement): void {
  const { ownerDocument, parentNode: parent } = block;
  parent?.insertBefore(ownerDocument.createTextNode(' '), block);
  parent?.insertBefore(ownerDocument.createTextNode(' '), block.nextSibling);
  unwrap(block);
}

/** Reports whether a title says what a line does: most of its words; of a long line, which may be put otherwise, many. */
function isSaidBy(line: string, title: string | undefined): boolean {
  const words = wordsOf(line).split(' ');
  const others = new Set(wordsOf(title).split(' '));
  return words.filter((word) => others.has(word)).length > words.length * (words.length > 5 ? 0.4 : 0.7);
}

/** Reports whether a heading is only a link to the site's first page. */
export function isMasthead(heading: DomElement): boolean {
  const anchor = heading.querySelector('a[href]');
  if (!anchor || lengthOf(anchor) !== lengthOf(heading)) return false;
  return /^(?:https?:)?(?:\/\/[^/]+)?\/?$/.test(anchor.getAttribute('href') ?? '');
}

/** Drops the `¶` and `#` beside the headings of documentation, and "edit" links. */
export function dropPermalinks(heading: DomElement): void {
  for (const anchor of heading.querySelectorAll('a, button')) {
    const words = lineOf(anchor);
    const isBare = !/[\p{L}\p{N}]/u.test(words) && !anchor.querySelector('img[alt]');
    if (isBare || /^\[?(?:edit|modifier|permalink|link to this (?:heading|section))\]?$/i.test(words)) {
      if (lineOf(heading) !== words) anchor.remove();
    }
  }
}

/** Unwraps sections that are siblings and most of the page: the search would settle in the longest of them. */
function joinSections(body: DomElement): void {
  const whole = lengthOf(body);
  const parents = new Map<DomElement, DomElement[]>();
  for (const heading of body.querySelectorAll(shownAs)) {
    const wrapper = heading.parentNode;
    const parent = wrapper?.parentNode;
    if (!wrapper || !parent || !/^(?:DIV|SECTION)$/.test(wrapper.nodeName)) continue;
    if (wrapper.firstElementChild !== heading) continue;
    const wrappers = parents.get(parent);
    if (wrappers) wrappers.push(wrapper);
    else parents.set(parent, [wrapper]);
  }
  for (const wrappers of parents.values()) {
    if (wrappers.length < 2) continue;
    const length = wrappers.reduce((sum, wrapper) => sum + lengthOf(wrapper), 0);
    if (length > whole * 0.3) for (const wrapper of wrappers) unwrap(wrapper);
  }
}

/** Removes the wrappers of this heading alone: `<div class="section-header">` would be dropped as boilerplate. */
function freeHeading(heading: DomElement): void {
  const wrapper = outermostWrapper(heading, /^(?:DIV|HEADER|SECTION|HGROUP|SPAN)$/);
  if (wrapper !== heading) wrapper.replaceWith(heading);
}

/** Unwraps a section's paragraphs where their wrapper excludes the heading, which would be lost. */
function joinSection(heading: DomElement): void {
  const parent = heading.parentNode;
  const wrapper = heading.nextElementSibling;
  if (!parent || parent.nodeName === 'BODY' || parent.firstElementChild !== heading) return;
  if (wrapper?.nodeName !== 'DIV' || !wrapper.children.some((child) => child.nodeName === 'P')) return;
  if (lengthOf(wrapper) > lengthOf(parent) * 0.5) unwrap(wrapper);
}

/** Turns paragraphs of one bold line into headings, one level below the heading before them. */
export function raiseBoldLines(root: DomElement): void {
  let level = 1;
  for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    if (block.nodeName !== 'P') level = Number(block.nodeName.charAt(1));
    else if (isBoldLine(block) && isFollowedByText(block)) {
      const raised = rename(block, `h${Math.min(6, Math.max(2, level + 1))}`);
      for (const bold of raised.querySelectorAll('b, strong')) unwrap(bold);
    }
  }
}

function isBoldLine(paragraph: DomElement): boolean {
  const text = lineOf(paragraph);
  if (text.length < 3 || text.length > 100 || /[.,;:!]["”’»)]?$/.test(text) || !/\p{L}/u.test(text)) return false;
  if (paragraph.closest('li, td, th, blockquote, figure, figcaption')) return false;
  const content = paragraph.childNodes.filter(
    (child) => child.nodeName !== 'BR' && !(isText(child) && !child.textContent.trim()),
  );
  const [only] = content;
  return (
    content.length === 1 && isElement(only) && /^(?:B|STRONG)$/.test(only.nodeName) && !only.querySelector('img, br')
  );
}

/** Reports whether a line is followed by its text: of two bold lines the first is not, nor is the last line of all. */
function isFollowedByText(block: DomElement): boolean {
  const next = block.nextElementSibling;
  return next !== null && !/^(?:H[1-6]|HR)$/.test(next.nodeName) && lineOf(next) !== '' && !isBoldLine(next);
}
