import type { DomElement, DomNode } from '../dom/dom-element.ts';
import { isBlock, isElement, lengthOf, lineOf } from '../dom/tree.ts';

/** Values of `rel` of links to the pages around this one; below, the access keys that DocBook and Texinfo give them. */
const turningRelation = /(?:^|\s)(?:prev|previous|next|up|home|start|contents|toc|index)(?:\s|$)/i;
const turningKey = /^[pnuh]$/i;
const number = /^(?:\p{Nd}{1,3}|[\p{Lu}\p{Ll}])$/u;
/** What such links are called, in lower case and without the arrows beside it. */
const called = new Set(
  (
    'prev|prev page|prev section|prev chapter|previous|previous page|previous section|previous chapter|next|next page|' +
    'next section|next chapter|up|home|top|top of book|top of page|ind|index|bib|contents|table of contents|zurück|weiter|' +
    'nach oben|inhalt|inhaltsverzeichnis|précédent|suivant|niveau supérieur|sommaire|table des matières|anterior|siguiente|' +
    'subir|inicio'
  ).split('|'),
);
/** The most characters beside the links: of labels such as "Next:"; below, of titles of the pages in a table. */
const longestLabels = 80;
const longestNames = 400;
/** The most nodes of a line: otherwise each of very many links would visit all the others. */
const longestLine = 200;

/**
 * Removes the links at the top and the bottom of a manual's page to the previous and the next one, the one above, and
 * the contents.
 */
export function dropPageTurns(body: DomElement): void {
  const known = new Map<DomElement, boolean>([[body, false]]);
  const isOne = (element: DomElement, part: DomElement) => {
    const found = known.get(element) ?? isOfTurns(element, part);
    known.set(element, found);
    return found;
  };
  for (const anchor of body.querySelectorAll('a[href]')) {
    if (!turns(anchor) || !body.contains(anchor)) continue;
    let block = anchor;
    for (let at = anchor.parentNode; at && isOne(at, block); at = at.parentNode) block = at;
    if (block !== anchor && isBlock(block)) {
      if (isRow(block.querySelectorAll('a[href]'), labelsOf(block))) block.remove();
    } else dropLine(block);
  }
}

/** Removes a line of such links, and the words between them, that has no element of its own. */
function dropLine(link: DomElement): void {
  const line: DomNode[] = [link];
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    for (let at = link[side]; at && at.nodeName !== 'BR' && !isBlock(at); at = at[side]) {
      if (line.push(at) > longestLine) return;
    }
  }
  const elements = line.filter(isElement);
  const anchors = elements.flatMap((element) =>
    element.matches('a[href]') ? [element] : element.querySelectorAll('a[href]'),
  );
  const labels = line.reduce((sum, node) => sum + (isElement(node) ? labelsOf(node) : lengthOf(node)), 0);
  if (anchors.every(turns) && labels < 20 && isRow(anchors, labels)) for (const node of line) node.remove();
}

function turns(anchor: DomElement): boolean {
  return isMarked(anchor) || isCalled(anchor);
}

function isMarked(anchor: DomElement): boolean {
  const [relation, key] = [anchor.getAttribute('rel'), anchor.getAttribute('accesskey')];
  return (relation !== null && turningRelation.test(relation)) || (key !== null && turningKey.test(key));
}

function isCalled(anchor: DomElement): boolean {
  if (lengthOf(anchor) > 25) return false;
  const line = lineOf(anchor) || (anchor.querySelector('img[alt]')?.getAttribute('alt') ?? '');
  const [words = ''] = /\p{L}(?:.*\p{L})?/su.exec(line) ?? [];
  return words.length > 1 ? called.has(words.toLowerCase()) : number.test(line);
}

/** Reports whether an element contains only such links and their labels; `part`, which it contains, does. */
function isOfTurns(element: DomElement, part: DomElement): boolean {
  const labels = labelsOf(element);
  const isTable = /^(?:T[DHR]|TBODY|THEAD|TABLE)$/.test(element.nodeName);
  if (labels > (isTable ? longestNames : longestLabels) && labels > labelsOf(part)) return false;
  if (element.querySelector('h1, h2, h3, h4, h5, h6, pre, blockquote, dl, form') !== null) return false;
  if (element.querySelectorAll('p').length > 1) return false;
  const anchors = element.querySelectorAll('a[href]');
  const others = anchors.filter((anchor) => !turns(anchor));
  const sure = anchors.filter(isMarked).length || anchors.filter(isCalled).length / 3;
  return others.length === 0 || (others.length <= sure && others.every(isShort));
}

/** Returns the number of characters outside of links. */
function labelsOf(element: DomElement): number {
  if (element.nodeName === 'A') return 0;
  const { length, linked, linkedWithinPage } = element.extent;
  return length - linked - linkedWithinPage;
}

function isShort(anchor: DomElement): boolean {
  return lengthOf(anchor) < 60;
}

/** Reports whether links are such by `rel` or access key, or by their words, with little text beside them. */
function isRow(anchors: readonly DomElement[], labels: number): boolean {
  if (anchors.some(isMarked)) return true;
  const words = anchors.filter((anchor) => lengthOf(anchor) > 3 || lengthOf(anchor) === 0);
  return labels < 20 && (words.length > 1 || anchors.length > 8);
}
