import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf, rename } from '../dom/tree.ts';

/** The attribute of a task's box in a list, `open` or `done`: form controls are dropped with their forms. */
export const TASK = 'data-task';
/** The attribute of an element that is a formula in TeX, and whether it is a block of its own. */
export const TEX = 'data-tex';
export const TEX_DISPLAY = 'data-tex-display';

/**
 * Brings what scripts, styles and styles of listing put elsewhere to where it is read: parts of a page that arrive
 * later, formulas, boxes of tasks, texts for those without scripts. Line numbers and permalinks go.
 */
export function revealContent(document: DomDocument): void {
  const { body } = document;
  for (const own of [TASK, TEX, TEX_DISPLAY]) {
    for (const stray of body.querySelectorAll(`[${own}]`)) stray.removeAttribute(own);
  }
  placeStreamed(body);
  markTasks(body);
  markFormulas(body);
  showNoscript(body);
  loadImages(body);
  dropLineNumbers(body);
  for (const element of body.querySelectorAll('a[class], span[class]')) {
    const { className } = element;
    if (/\b(?:headerlink|anchor)\b/.test(className) && !/\p{L}{2}/u.test(lineOf(element))) element.remove();
    else if (className.includes('mw-editsection')) element.remove();
  }
}

/** Puts each part of a page that React streams (`<div hidden id="S:0">`) in the place that waits for it (`B:0`). */
function placeStreamed(body: DomElement): void {
  for (const part of body.querySelectorAll('[hidden][id^="S:"]')) {
    const place = body.querySelector(`template[id="B:${part.id.slice(2)}"]`);
    if (!place || part.contains(place)) continue;
    const skeleton = place.nextElementSibling;
    if (skeleton && lengthOf(skeleton) === 0) skeleton.remove();
    part.removeAttribute('hidden');
    place.replaceWith(part);
  }
}

function markTasks(body: DomElement): void {
  for (const box of body.querySelectorAll('li input[type="checkbox"]')) {
    const mark = body.ownerDocument.createElement('span');
    mark.setAttribute(TASK, box.hasAttribute('checked') ? 'done' : 'open');
    mark.textContent = box.hasAttribute('checked') ? '☑' : '☐';
    box.replaceWith(mark);
  }
}

/** Marks formulas that are TeX in a script (MathJax), in an annotation (KaTeX) or in the words of an image (MediaWiki). */
function markFormulas(body: DomElement): void {
  for (const script of body.querySelectorAll('script[type^="math/tex"]')) {
    const before = script.previousElementSibling;
    if (before?.className.includes('MathJax')) {
      const preview = before.previousElementSibling;
      if (preview?.className.includes('MathJax_Preview')) preview.remove();
      before.remove();
    }
    const isDisplay = /mode\s*=\s*display/.test(script.getAttribute('type') ?? '');
    script.replaceWith(formulaElement(body, script.textContent, isDisplay));
  }
  for (const formula of body.querySelectorAll('span[class], mjx-container')) {
    if (formula.localName === 'span' && !/(?:^|\s)(?:katex|mwe-math-element)(?:\s|$)/.test(formula.className)) continue;
    if (!body.contains(formula)) continue;
    const annotation = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
    const words =
      formula.querySelector('math[alttext]')?.getAttribute('alttext') ??
      formula.querySelector('img[alt]')?.getAttribute('alt');
    const tex = annotation ?? words;
    if (!tex?.trim()) continue;
    const isDisplay =
      formula.closest('.katex-display') !== null ||
      formula.querySelector('math[display="block"]') !== null ||
      formula.getAttribute('display') === 'true';
    formula.replaceWith(formulaElement(body, tex, isDisplay));
  }
}

function formulaElement(body: DomElement, tex: string, isDisplay: boolean): DomElement {
  const formula = body.ownerDocument.createElement(isDisplay ? 'p' : 'span');
  const style = /^\s*\{\\(?:display|text)style\s+([\s\S]*)\}\s*$/.exec(tex);
  const text = (style?.[1] ?? tex).replace(/\s+/g, ' ').trim();
  formula.setAttribute(TEX, text);
  if (isDisplay) formula.setAttribute(TEX_DISPLAY, '');
  formula.textContent = text || ' ';
  return formula;
}

/** Shows the text in `<noscript>` that is none about scripts, nor markup escaped: what a page loads late is there at once. */
function showNoscript(body: DomElement): void {
  for (const noscript of body.querySelectorAll('noscript')) {
    const line = lineOf(noscript);
    const isOther = /javascript|cookies?\b|browser|navigateur|navegador|adblock|<\/?[a-z][^>]*>/i.test(line);
    if (line.length > 80 && !isOther) rename(noscript, 'div');
  }
}

const LATER = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src', 'data-srcset', 'srcset'];

/** Gives images that load late the address that they wait with, in place of none or of a placeholder. */
function loadImages(body: DomElement): void {
  for (const image of body.querySelectorAll('img')) {
    const own = image.src.trim();
    if (own && !/^data:|(?:blank|placeholder|spacer|transparent|pixel|1x1|loading)[^/]*\.(?:gif|png|svg)/i.test(own))
      continue;
    const source = image.closest('picture')?.querySelector('source[srcset]')?.getAttribute('srcset');
    const waiting = [...LATER.map((name) => image.getAttribute(name)), source]
      .map((value) => value?.trim().split(/,?\s/, 1)[0] ?? '')
      .find((value) => value && !value.startsWith('data:'));
    if (waiting) image.setAttribute('src', waiting);
  }
}

/** Drops the numbers of lines of code, in a column beside it or before each line. */
function dropLineNumbers(body: DomElement): void {
  const isNumber = (element: DomElement) => lengthOf(element) < 10_000 && /^[\d\s]*$/.test(element.textContent);
  for (const pre of body.querySelectorAll('pre')) {
    for (const element of pre.querySelectorAll('button')) element.remove();
    for (const element of pre.querySelectorAll('[class]')) {
      const isGutter = /(?:^|\s)(?:lnt?|linenos|blob-num)(?:\s|$)|line-?no|line-number|ln-numbers/.test(
        element.className,
      );
      if (isGutter && isNumber(element)) element.remove();
    }
  }
  for (const table of body.querySelectorAll('table')) {
    const code = table.querySelectorAll('pre');
    if (code.length < 1 || code.length > 2 || table.querySelectorAll('tr').length !== 1) continue;
    const [text, ...others] = code.filter((pre) => !isNumber(pre));
    if (!text || others.length > 0) continue;
    if (table.querySelectorAll('td').every((cell) => cell.contains(text) || isNumber(cell))) table.replaceWith(text);
  }
}
