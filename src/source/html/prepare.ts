import { removeAll, removeComments } from './document.ts';
import { type DomElement, isElement, isText, lineOf, nextInOrder, rename, sameWords, unwrap } from './dom.ts';

/** Readies a page for the search of its article: Readability judges by classes and loses what is marked unhappily. */
export function preparePage(body: DomElement, titles: readonly (string | undefined)[]): void {
  removeComments(body);
  removeAll(body, 'script, style, template, dialog, nav, [hidden], [aria-hidden="true"]:not(img):not(svg)');
  freeQuotes(body);
  dropTitle(body, titles);
  for (const heading of Array.from(body.querySelectorAll('h1, h2, h3, h4, h5, h6'))) {
    for (const inner of Array.from(heading.querySelectorAll('div, p, ol, ul, li'))) unwrap(inner);
    joinSection(heading);
    // Classes go with the old name: `<h2 class="related-heading">` would be taken for a list of links.
    rename(heading, HEADING).setAttribute(LEVEL, heading.nodeName.charAt(1));
  }
  joinSections(body);
}

/** Readability drops the first h1 or h2 that is like the title, be it the first of the text: it is shown others. */
const HEADING = 'h3';
const LEVEL = 'data-level';

/** Gives an article's headings back their levels; an h1 becomes an h2, below the title. */
export function restoreHeadings(article: DomElement): void {
  for (const heading of Array.from(article.querySelectorAll(`${HEADING}[${LEVEL}]`))) {
    const level = Math.max(2, Number(heading.getAttribute(LEVEL)));
    if (level !== 3) rename(heading, `h${level}`);
  }
}

/**
 * Takes the wrappers off sections that stand side by side, when they are most of the page: the search would settle in
 * the longest of them.
 */
function joinSections(body: DomElement): void {
  const whole = lineOf(body).length;
  const parents = new Map<DomElement, DomElement[]>();
  for (const heading of body.querySelectorAll(HEADING)) {
    const wrapper = heading.parentNode;
    const parent = wrapper?.parentNode;
    if (!wrapper || !parent || !/^(?:DIV|SECTION)$/.test(wrapper.nodeName) || wrapper.children[0] !== heading) continue;
    const wrappers = parents.get(parent);
    if (wrappers) wrappers.push(wrapper);
    else parents.set(parent, [wrapper]);
  }
  for (const wrappers of parents.values()) {
    const length = wrappers.reduce((sum, wrapper) => sum + lineOf(wrapper).length, 0);
    if (wrappers.length > 1 && length > whole * 0.3) for (const wrapper of wrappers) unwrap(wrapper);
  }
}

/** Takes the wrapper off a section's paragraphs that leaves its heading outside, where it would be lost. */
function joinSection(heading: DomElement): void {
  const parent = heading.parentNode;
  const wrapper = parent?.children[1];
  if (!parent || parent.nodeName === 'BODY' || parent.children[0] !== heading || wrapper?.nodeName !== 'DIV') return;
  if (!Array.from(wrapper.children).some((child) => child.nodeName === 'P')) return;
  if (lineOf(wrapper).length > lineOf(parent).length * 0.5) unwrap(wrapper);
}

/** The title is told apart from the text: its heading goes, and so does one that is the site's name. */
function dropTitle(body: DomElement, titles: readonly (string | undefined)[]): void {
  const isTitle = (heading: DomElement) => titles.some((title) => sameWords(lineOf(heading), title));
  const first = Array.from(body.querySelectorAll('h1'));
  const found = first.filter((heading) => isTitle(heading) || first.length === 1);
  if (found.length === 0) found.push(...Array.from(body.querySelectorAll('h2')).filter(isTitle).slice(0, 1));
  for (const heading of found) heading.remove();
}

/** A quoted post stands in wrappers named after its network, which Readability would take for a row of share buttons. */
function freeQuotes(body: DomElement): void {
  for (const quote of body.querySelectorAll('blockquote')) {
    quote.removeAttribute('class');
    let parent = quote.parentNode;
    while (parent && /^(?:DIV|SECTION|FIGURE|ASIDE)$/.test(parent.nodeName) && lineOf(parent) === lineOf(quote)) {
      parent.replaceWith(quote);
      parent = quote.parentNode;
    }
  }
}

/** Paragraphs that are one bold line become headings, one level below the last heading before them. */
export function raiseBoldLines(root: DomElement): void {
  let level = 1;
  for (let node = nextInOrder(root, root); node; ) {
    const next = nextInOrder(node, root);
    if (isElement(node)) {
      const heading = /^H([1-6])$/.exec(node.nodeName);
      if (heading) level = Number(heading[1]);
      else if (node.nodeName === 'P' && isBoldLine(node)) {
        const raised = root.ownerDocument.createElement(`h${Math.min(6, Math.max(2, level + 1))}`);
        raised.textContent = lineOf(node);
        node.parentNode?.replaceChild(raised, node);
      }
    }
    node = next;
  }
}

function isBoldLine(paragraph: DomElement): boolean {
  const text = lineOf(paragraph);
  if (text.length < 3 || text.length > 100 || /[.,;:!]["”’»)]?$/.test(text) || !/\p{L}/u.test(text)) return false;
  if (paragraph.closest('li, td, th, blockquote, figure, figcaption')) return false;
  let bold = 0;
  for (const child of Array.from(paragraph.childNodes)) {
    if (isText(child) && !child.textContent?.trim()) continue;
    if (child.nodeName === 'BR') continue;
    if (!isElement(child) || !/^(?:B|STRONG)$/.test(child.nodeName)) return false;
    bold++;
  }
  return bold === 1 && paragraph.querySelector('img, br + *') === null;
}
