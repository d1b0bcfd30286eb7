import type { DomElement, DomNode } from '../dom/dom-element.ts';
import { isBlock, isText, lineOf, nextInOrder, removeAll, rename, unwrap } from '../dom/tree.ts';
import { freeHeadingRows } from './heading-rows.ts';

/** Deeper lists and quotations are dissolved: Markdown's indents would outgrow the text. */
const deepest = 12;
/** The substitute of a `!` before a link (group separator): together they would be an image. */
export const bang = '\x1d';

/** The attribute of a table around rows that had lost theirs. */
const rejoined = 'data-rejoined';

const keptEmpty = /^(?:IMG|BR|HR|INPUT|TD|TH|TR|MATH)$/;

/** Reduces a part of a page to what Markdown can express: nothing empty or too deep, headings and cells of text. */
export function simplify(root: DomElement): void {
  joinTexts(root);
  for (const end of root.querySelectorAll('br')) freeBreak(end, root);
  for (const row of root.querySelectorAll('tr')) if (!row.parentNode?.closest('table')) moveIntoTable(row);
  for (const cell of root.querySelectorAll('td, th')) if (!cell.closest('table')) rename(cell, 'div');
  freeHeadingRows(root);
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) moveIntoItem(list);
  for (const list of root.querySelectorAll('ul, ol, dl, blockquote, table')) {
    if (depth(list, root) <= deepest) continue;
    for (const item of list.children) if (item.nodeName === 'LI') rename(item, 'div');
    unwrap(list);
  }
  // From the last to the first, so that what contains only empty elements is empty in its turn.
  for (const element of root.querySelectorAll('*').reverse()) {
    if (!keptEmpty.test(element.nodeName) && isBlank(element) && !isIndent(element)) replaceBlank(element);
  }
  for (const anchor of root.querySelectorAll('a')) {
    const isImage = !lineOf(anchor) && anchor.querySelector('img');
    if (isImage || anchor.querySelector('p, div, ul, ol, h1, h2, h3, h4, h5, h6, table, pre, blockquote')) {
      unwrap(anchor);
    } else markBang(anchor);
  }
  for (const gutter of root.querySelectorAll('pre')) if (isLineNumbers(gutter)) gutter.remove();
  removeAll(root, 'pre [class*="lineno"], pre [class*="line-number"], pre button');
}

/**
 * Joins adjacent texts, since the parser splits them at every reference, and escaping needs to see `&lt;b` whole.
 * Removes our own separator characters, and white space by the thousands, on which patterns take quadratic time.
 */
function joinTexts(root: DomElement): void {
  for (let node = nextInOrder(root, root); node; node = nextInOrder(node, root)) {
    if (!isText(node)) continue;
    const parts = [node.textContent];
    for (let next = node.nextSibling; next && isText(next); next = node.nextSibling) {
      parts.push(next.textContent);
      next.parentNode?.removeChild(next);
    }
    const text = parts.join('');
    const marked = /[\x1c-\x1f]/.test(text) ? text.replace(/[\x1c-\x1f]/g, '') : text;
    const clean = marked.length > 200 ? marked.replace(/([^\S\n])[^\S\n]{200,}/g, '$1') : marked;
    if (parts.length > 1 || clean !== text) node.textContent = clean;
  }
}

/** Moves a list that is directly in a list into the item before it, as browsers show it. */
function moveIntoItem(list: DomElement): void {
  const before = list.previousElementSibling;
  if (before?.nodeName === 'LI') before.appendChild(list);
  else {
    const item = list.ownerDocument.createElement('li');
    list.replaceWith(item);
    item.appendChild(list);
  }
}

/** Moves a line break out of the inline elements that it begins or ends, towards the edge of the block. */
function freeBreak(end: DomElement, root: DomElement): void {
  for (let at = end.parentNode; at && at !== root && !isBlock(at); at = end.parentNode) {
    if (isEdge(end.previousSibling, 'previousSibling')) at.parentNode?.insertBefore(end, at);
    else if (isEdge(end.nextSibling, 'nextSibling')) at.parentNode?.insertBefore(end, at.nextSibling);
    else return;
  }
}

/** Reports whether there is only white space on one side. */
function isEdge(beside: DomNode | null, side: 'previousSibling' | 'nextSibling'): boolean {
  return beside === null || (isText(beside) && !beside.textContent.trim() && beside[side] === null);
}

/** Moves a row without a table, as when the article was found in its `<tbody>`, into one. */
function moveIntoTable(row: DomElement): void {
  const before = row.previousElementSibling;
  if (before?.nodeName === 'TABLE' && before.hasAttribute(rejoined)) before.appendChild(row);
  else {
    const table = row.ownerDocument.createElement('table');
    table.setAttribute(rejoined, '');
    row.replaceWith(table);
    table.appendChild(row);
  }
}

function markBang(anchor: DomElement): void {
  const before = anchor.previousSibling;
  if (isText(before) && before.textContent.endsWith('!')) {
    before.textContent = before.textContent.slice(0, -1) + bang;
  }
}

function depth(element: DomElement, root: DomElement): number {
  let levels = 0;
  for (let at = element.parentNode; at && at !== root; at = at.parentNode) {
    if (/^(?:UL|OL|DL|BLOCKQUOTE|TABLE)$/.test(at.nodeName)) levels++;
  }
  return levels;
}

function isBlank(element: DomElement): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (!isText(child) || child.textContent.trim()) return false;
  }
  return true;
}

/** Reports whether white space is within code, whatever element it is in. */
function isIndent(element: DomElement): boolean {
  return element.firstChild !== null && element.closest('pre') !== null;
}

/** Keeps the white space in an empty element, which still separates two words. */
function replaceBlank(element: DomElement): void {
  if (element.firstChild && element.nodeName !== 'PRE') element.replaceWith(element.ownerDocument.createTextNode(' '));
  else element.remove();
}

/** Reports whether a listing is the column of numbers beside another. */
function isLineNumbers(pre: DomElement): boolean {
  const lines = pre.textContent.trim().split(/\s+/);
  return (
    lines.length > 1 &&
    pre.closest('td, .gutter') !== null &&
    lines.every((line, index) => line === `${index + Number(lines[0])}`)
  );
}
