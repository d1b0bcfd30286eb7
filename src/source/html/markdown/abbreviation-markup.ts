import { escapeInline } from '../../../markdown/escape.ts';
import type { DomElement } from '../dom/dom-element.ts';

/** Creates a writer of abbreviations: the meaning follows in brackets, on first use. */
export function abbreviationMarkup(): (content: string, element: DomElement) => string {
  const explained = new Set<string>();
  return (content, element) => {
    const name = content.trim();
    const meaning = (element.getAttribute('title') ?? '').replace(/\s+/g, ' ').trim();
    // What marks a time has the exact one for a title.
    const isDate = /^\d{4}-\d\d/.test(meaning);
    if (
      meaning.length <= name.length ||
      isDate ||
      explained.has(name) ||
      element.closest('h1, h2, h3, h4, h5, h6, pre')
    ) {
      return content;
    }
    explained.add(name);
    return isBeside(meaning, element) ? content : `${content} (${escapeInline(meaning)})`;
  };
}

/** Reports whether the author has written the meaning before the abbreviation or after it. */
function isBeside(meaning: string, element: DomElement): boolean {
  const near = meaning.length + 10;
  const before = element.previousSibling?.textContent?.slice(-near) ?? '';
  const after = element.nextSibling?.textContent?.slice(0, near) ?? '';
  return before.includes(meaning) || after.includes(meaning);
}
