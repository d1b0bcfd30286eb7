import type { DomElement } from '../dom/dom-element.ts';

const tags = { '**': 'strong', '*': 'em', '~~': 'del' } as const;
const same = { '**': /^(?:STRONG|B)$/, '*': /^(?:EM|I|CITE|DFN|VAR)$/, '~~': /^(?:DEL|S|STRIKE)$/ } as const;

/**
 * Writes `**…**` where that reads back as emphasis, the HTML element where a letter beside it prevents that (flanking),
 * and the bare content where emphasis adds nothing: on punctuation, across paragraphs, within its like.
 */
export function emphasisMarkup(content: string, element: DomElement, delimiter: keyof typeof tags): string {
  const inner = content.trim();
  if (!/[\p{L}\p{N}]/u.test(inner) || /\n[ \t]*\n/.test(inner)) return content;
  for (let at = element.parentNode; at; at = at.parentNode) {
    if (same[delimiter].test(at.nodeName) || (delimiter === '**' && /^(?:H[1-6]|TH|DT|SUMMARY)$/.test(at.nodeName)))
      return content;
  }
  const own = element.textContent;
  const before = /^\s/.test(own) ? ' ' : neighbour(element, 'previousSibling').slice(-1);
  const after = /\s$/.test(own) ? ' ' : neighbour(element, 'nextSibling').slice(0, 1);
  const isTouching =
    [before, after, inner.charAt(0), inner.slice(-1)].includes(delimiter.charAt(0)) ||
    (!/^\s/.test(own) && isEmphasis(element.previousSibling)) ||
    (!/\s$/.test(own) && isEmphasis(element.nextSibling));
  const opens = isLetter(inner.charAt(0)) || !isLetter(before);
  const closes = isLetter(inner.slice(-1)) || !isLetter(after);
  if (opens && closes && !isTouching) return `${delimiter}${inner}${delimiter}`;
  return `<${tags[delimiter]}>${inner}</${tags[delimiter]}>`;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isEmphasis(node: DomElement['previousSibling']): boolean {
  return node !== null && /^(?:STRONG|B|EM|I|CITE|DFN|VAR|DEL|S|STRIKE)$/.test(node.nodeName);
}

/** Returns the text beside an element on its line. */
function neighbour(element: DomElement, side: 'previousSibling' | 'nextSibling'): string {
  let at: DomElement | null = element;
  while (at && !at[side]) {
    at = at.parentNode;
    if (!at || /^(?:P|DIV|LI|TD|TH|BLOCKQUOTE|H[1-6])$/.test(at.nodeName)) return '';
  }
  return at?.[side]?.textContent ?? '';
}
