import type { DomElement } from '../dom/dom-element.ts';
import { isBlock, lengthOf, lineOf } from '../dom/tree.ts';
import { isBoilerplate } from './boilerplate.ts';
import { isPartOfArticle } from './kept-asides.ts';
import { linkDensity } from './link-density.ts';

/** The attribute of an element that is content by its structure, whatever its class or its length may suggest. */
export const kept = 'data-kept';
/** Where a class and an id are kept that must not be judged. */
const aside = { class: 'data-own-class', id: 'data-own-id' } as const;

/** Elements whose structure says that an author wrote them. */
const content = 'table, pre, blockquote, ul, ol, dl, figure, aside, details, math';

/**
 * Marks what is content by its structure, so that the search does not drop it for its class, its brevity or its links,
 * and hides the names of elements within sentences from it.
 */
export function keepContent(body: DomElement): void {
  for (const element of body.querySelectorAll(`[${kept}]`)) element.removeAttribute(kept);
  const known = new Map<DomElement, boolean>([[body, false]]);
  for (const element of body.querySelectorAll(content)) {
    if (!isContent(element)) continue;
    // What code and values are called is their own affair; what they are in is not.
    const judged =
      /^(?:TABLE|PRE)$/.test(element.nodeName) && linkDensity(element) < 0.3 ? element.parentNode : element;
    if (!judged || !isInBoilerplate(judged, lengthOf(body), known)) element.setAttribute(kept, '');
  }
  for (const element of body.querySelectorAll('[class], [id]')) {
    // A term and what it means are parts of a list, whatever they are called, and code and tables are what they are.
    const isKept = /^(?:TABLE|PRE)$/.test(element.nodeName) && element.hasAttribute(kept);
    const isOwn = isKept || /^D[TD]$/.test(element.nodeName) || isWithinSentence(element) || isPartOfArticle(element);
    if (isOwn) moveNames(element, 'class', 'id');
  }
}

/** Gives elements their names back. */
export function restoreNames(article: DomElement): void {
  for (const [name, waiting] of Object.entries(aside)) {
    for (const element of article.querySelectorAll(`[${waiting}]`)) {
      element.setAttribute(name, element.getAttribute(waiting) ?? '');
      element.removeAttribute(waiting);
    }
  }
}

function moveNames(element: DomElement, ...names: readonly (keyof typeof aside)[]): void {
  for (const name of names) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    element.removeAttribute(name);
    element.setAttribute(aside[name], value);
  }
}

/** Reports whether an inline element has words beside it on its line: those of a sentence are never dropped. */
export function isWithinSentence(element: DomElement): boolean {
  if (isBlock(element)) return false;
  for (let at: DomElement | null = element; at && !isBlock(at); at = at.parentNode) {
    if (hasWordsBeside(at, 'previousSibling') || hasWordsBeside(at, 'nextSibling')) return true;
  }
  return false;
}

/** The most empty neighbours that are skipped: otherwise each of very many would skip all the others. */
const mostEmptyNeighbours = 50;

function hasWordsBeside(element: DomElement, side: 'previousSibling' | 'nextSibling'): boolean {
  let beside = element[side];
  for (let passed = 0; beside && lengthOf(beside) === 0 && beside.nodeName !== 'BR'; passed++) {
    if (passed === mostEmptyNeighbours) return false;
    beside = beside[side];
  }
  return beside !== null && !isBlock(beside) && beside.nodeName !== 'BR';
}

function isContent(element: DomElement): boolean {
  if (lengthOf(element) === 0) return false;
  switch (element.nodeName) {
    case 'PRE':
    case 'MATH':
      return true;
    case 'TABLE':
      return isDataTable(element) || isRemark(element);
    case 'FIGURE':
      return element.querySelector('pre, table, blockquote') !== null;
    case 'UL':
    case 'OL':
    case 'DL':
      return linkDensity(element) < 0.3 && element.querySelector('form, input, button, select') === null;
    default:
      return linkDensity(element) < 0.3;
  }
}

/** Reports whether a table is the frame of a remark: a row or two with a whole sentence, in no other table. */
function isRemark(table: DomElement): boolean {
  if (lengthOf(table) > 1000 || linkDensity(table) > 0.5 || table.querySelectorAll('tr').length > 2) return false;
  if (table.querySelector('table, img, form, input, button') || table.closest('table table')) return false;
  return table
    .querySelectorAll('td')
    .some((cell) => lengthOf(cell) >= 40 && /[.!?…。！？]["”’»)\]]*$/.test(lineOf(cell)));
}

function isDataTable(table: DomElement): boolean {
  if (table.querySelector('table') || table.closest('table table')) return false;
  const rows = table.querySelectorAll('tr');
  const cells = table.querySelectorAll('td, th').length;
  return rows.length > 1 && cells > rows.length && linkDensity(table) < 0.5;
}

/** Reports whether an element is boilerplate or within it. Results for its ancestors are cached. */
function isInBoilerplate(element: DomElement, whole: number, known: Map<DomElement, boolean>): boolean {
  const remembered = known.get(element);
  if (remembered !== undefined) return remembered;
  const parent = element.parentNode;
  const isFrame =
    /^(?:NAV|FOOTER|FORM|BUTTON|HEADER)$/.test(element.nodeName) && element.closest('blockquote, figure') === null;
  const found =
    isFrame ||
    (isBoilerplate(element) && lengthOf(element) < whole * 0.3) ||
    (parent !== null && (parent.nodeName === 'ASIDE' || isInBoilerplate(parent, whole, known)));
  known.set(element, found);
  return found;
}
