import { removeAll, removeComments } from './document.ts';
import { type DomElement, isElement, isText, lineOf, nextInOrder, unwrap } from './dom.ts';

/** Readies a page for the search of its article: Readability judges by classes and loses what is marked unhappily. */
export function preparePage(body: DomElement): void {
  removeComments(body);
  removeAll(body, 'script, style, template, dialog, nav, [hidden], [aria-hidden="true"]:not(img):not(svg)');
  freeQuotes(body);
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    // `<h2 class="related-heading">` would be taken for a list of links.
    heading.removeAttribute('class');
    heading.removeAttribute('id');
    for (const inner of Array.from(heading.querySelectorAll('div, p'))) unwrap(inner);
  }
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
