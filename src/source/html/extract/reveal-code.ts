import type { DomElement } from '../dom/dom-element.ts';
import { isText, lengthOf, lineOf, nextInOrder, unwrap } from '../dom/tree.ts';
import { codeLines, markupLanguage } from '../markdown/code-markup.ts';

/**
 * Makes each listing one text in its language: without line numbers, buttons and labels, and before a rule for prose
 * sees the elements of its colours.
 */
export function revealCode(body: DomElement): void {
  if (body.ownerDocument.hasClassLike(/syntaxhighlighter/)) {
    for (const listing of body.querySelectorAll('div.syntaxhighlighter')) joinRows(listing);
  }
  // Inline code around a listing would join its lines.
  for (const outer of body.querySelectorAll('code, tt, samp, kbd')) if (outer.querySelector('pre')) unwrap(outer);
  for (const line of body.querySelectorAll('code, tt, samp')) if (line.querySelector('br')) setLines(line);
  for (const pre of body.querySelectorAll('pre')) dropLineNumbers(pre);
  for (const table of body.querySelectorAll('table')) dropNumberColumn(table);
  for (const pre of body.querySelectorAll('pre')) {
    if (!body.contains(pre) || pre.parentNode?.closest('pre')) continue;
    const language = markupLanguage(pre);
    dropLabels(pre, language);
    if (!pre.querySelector('*')) continue;
    pre.textContent = codeLines(pre);
    if (language) pre.setAttribute('data-language', language);
  }
}

/** Joins SyntaxHighlighter's rows, an element for each line. */
function joinRows(listing: DomElement): void {
  const rows = listing.querySelectorAll('.code .line');
  if (rows.length === 0) return;
  const pre = listing.ownerDocument.createElement('pre');
  pre.setAttribute('class', listing.className);
  pre.textContent = rows.map((row) => row.textContent).join('\n');
  listing.replaceWith(pre);
}

/** Turns code with `<br>` between its lines into a listing, or into one line within a link, a heading or a cell. */
function setLines(code: DomElement): void {
  const { ownerDocument } = code;
  if (code.closest('pre')) return;
  if (code.closest('a, h1, h2, h3, h4, h5, h6, td, th')) {
    for (const end of code.querySelectorAll('br')) end.replaceWith(ownerDocument.createTextNode(' '));
    return;
  }
  let text = '';
  for (let node = nextInOrder(code, code); node; node = nextInOrder(node, code)) {
    if (isText(node)) text += node.textContent.replace(/[ \t\r\n]+/g, ' ');
    else if (node.nodeName === 'BR') text += '\n';
  }
  const lines = text.split('\n').map((line) => line.replace(/^ | $/g, ''));
  if (lines.filter(Boolean).length < 2) return;
  const pre = ownerDocument.createElement('pre');
  pre.setAttribute('class', code.className);
  pre.textContent = lines.join('\n');
  code.replaceWith(pre);
}

const isNumber = (element: DomElement) => lengthOf(element) < 10_000 && /^[\d\s]*$/.test(element.textContent);
const gutter = /(?:^|\s)(?:lnt?|linenos|blob-num)(?:\s|$)|line-?no|line-?number|ln-numbers/i;

/** Removes the numbers before each line of code. */
function dropLineNumbers(pre: DomElement): void {
  for (const button of pre.querySelectorAll('button')) button.remove();
  for (const element of pre.querySelectorAll('[class]')) {
    if (gutter.test(element.className) && isNumber(element)) element.remove();
  }
}

/** Removes the column of numbers beside code. */
function dropNumberColumn(table: DomElement): void {
  const code = table.querySelectorAll('pre');
  if (code.length < 1 || code.length > 2 || table.querySelectorAll('tr').length !== 1) return;
  const [text, ...others] = code.filter((pre) => !isNumber(pre));
  if (!text || others.length > 0) return;
  // A page that is laid out as a table may hold one listing among its prose.
  const isCode = (cell: DomElement) => cell.contains(text) && lengthOf(cell) <= lengthOf(text) + 40;
  if (table.querySelectorAll('td, th').every((cell) => isCode(cell) || isNumber(cell))) table.replaceWith(text);
}

/** Removes a language's name, or a button to copy, from the frame of code. */
function dropLabels(pre: DomElement, language: string): void {
  let frame = pre;
  for (let level = 0; level < 3; level++) {
    for (const side of ['previousElementSibling', 'nextElementSibling'] as const) {
      for (let beside = frame[side]; beside && isLabel(beside, language); beside = frame[side]) beside.remove();
    }
    const parent = frame.parentNode;
    if (!parent || parent.nodeName === 'BODY' || lengthOf(parent) > lengthOf(pre) + 40) return;
    frame = parent;
  }
}

function isLabel(element: DomElement, language: string): boolean {
  const line = lineOf(element).toLowerCase();
  if (line.length > 30 || /^(?:P|H[1-6]|PRE|UL|OL)$/.test(element.nodeName)) return false;
  const words = line.replace(/\s*(?:copy(?: code| to clipboard)?|copied!?)$/, '');
  return (
    line !== '' &&
    (words === '' || words === language || /(?:^|[\s_-])lang(?:uage)?(?:$|[\s_])/.test(element.className))
  );
}
