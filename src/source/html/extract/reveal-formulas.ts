import type { DomElement } from '../dom/dom-element.ts';
import type { DomText } from '../dom/dom-text.ts';
import { isText, nextInOrder } from '../dom/tree.ts';

/** The attribute of an element that is a formula in TeX, and whether it is a block. */
export const texAttribute = 'data-tex';
export const texDisplayAttribute = 'data-tex-display';

/** Marks the formulas of a page whose TeX is known. */
export function revealFormulas(body: DomElement): void {
  const { ownerDocument } = body;
  markScripts(body);
  markRendered(
    body,
    ownerDocument.hasClassLike(/katex|mwe-math-element/) ? 'span[class], mjx-container' : 'mjx-container',
  );
  markImages(body);
  if (ownerDocument.hasClassLike(/math/)) {
    for (const element of body.querySelectorAll('.math, .arithmatex')) markDelimited(element);
  }
  const isTypeset = (script: DomElement) => /mathjax|katex/i.test(`${script.src} ${script.getAttribute('type')}`);
  if (ownerDocument.querySelectorAll('script').some(isTypeset)) markDelimited(body);
}

/** Marks TeX in a script, before which MathJax puts its rendering. */
function markScripts(body: DomElement): void {
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
}

/** Marks TeX in an annotation (KaTeX), or in the alternative text of a formula's image (MediaWiki). */
function markRendered(body: DomElement, selector: string): void {
  for (const formula of body.querySelectorAll(selector)) {
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

/** Marks images of formulas, whose alternative text is their TeX. */
function markImages(body: DomElement): void {
  for (const image of body.querySelectorAll('img[alt]')) {
    const isFormula =
      /(?:^|\s)(?:latex|tex|mathtex)(?:\s|$)/.test(image.className) ||
      /latex\.(?:php|codecogs)|mathtex\.cgi/.test(image.src);
    const tex = image.getAttribute('alt')?.trim();
    if (isFormula && tex) image.replaceWith(formulaElement(body, tex, false));
  }
}

const delimited = /\\\(([^\n]+?)\\\)|\\\[([\s\S]+?)\\\]|\$\$([\s\S]+?)\$\$/g;

/** Marks TeX between its delimiters in the text, which a script would typeset. */
function markDelimited(root: DomElement): void {
  const texts: DomText[] = [];
  for (let node = nextInOrder(root, root); node; node = nextInOrder(node, root)) {
    if (
      isText(node) &&
      /\\[([]|\$\$/.test(node.textContent) &&
      !node.parentNode?.closest('pre, code, script, style, textarea')
    )
      texts.push(node);
  }
  for (const text of texts) {
    const { parentNode, ownerDocument } = text;
    let end = 0;
    const source = text.textContent;
    for (const match of source.matchAll(delimited)) {
      const before = ownerDocument.createTextNode(source.slice(end, match.index));
      parentNode?.insertBefore(before, text);
      parentNode?.insertBefore(
        formulaElement(root, match[1] ?? match[2] ?? match[3] ?? '', match[1] === undefined),
        text,
      );
      end = match.index + match[0].length;
    }
    if (end > 0) text.textContent = source.slice(end);
  }
}

function formulaElement(body: DomElement, tex: string, isDisplay: boolean): DomElement {
  const formula = body.ownerDocument.createElement(isDisplay ? 'p' : 'span');
  const style = /^\s*\{\\(?:display|text)style\s+([\s\S]*)\}\s*$/.exec(tex);
  const text = (style?.[1] ?? tex).replace(/\s+/g, ' ').trim();
  formula.setAttribute(texAttribute, text);
  if (isDisplay) formula.setAttribute(texDisplayAttribute, '');
  formula.textContent = text || ' ';
  return formula;
}
