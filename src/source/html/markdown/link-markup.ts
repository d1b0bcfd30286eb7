import { escapeLinkText } from '../../../markdown/escape.ts';
import { safeAddress } from '../../../text/link-target.ts';
import { parseUrl } from '../../../text/parse-url.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { headingSelector } from '../dom/tree.ts';

/** Writes `[text](address)`; the bare text where the address cannot be followed. */
export function linkMarkup(content: string, element: DomElement): string {
  const address = element.getAttribute('href');
  const text = content.replace(/\\?[ \t]*\n[ \t\n]*/g, ' ');
  if (!address || !text.trim()) return content.trim() ? content : '';
  // An image alone, a heading or several paragraphs in a link: what is shown counts, not where it leads.
  if (/\n\s*\n/.test(content.trim()) || element.closest(headingSelector)) return content;
  const inner = text.trim();
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}[${inner}](${destination(address)})${text.slice(start + inner.length)}`;
}

/** Writes `![alternative](address)`; an image without an alternative text shows nothing, and is left out. */
export function imageMarkup(element: DomElement): string {
  const address = element.getAttribute('src');
  const words = escapeLinkText((element.getAttribute('alt') ?? '').replace(/[\s\x1c-\x1f]+/g, ' ').trim());
  if (!words) return '';
  // A page read from a file gives the same text as one whose address is known.
  return `![${words}](${address && /^https?:/.test(address) ? destination(address) : ''})`;
}

function destination(address: string): string {
  const safe = address.replace(/[\s<>]/g, (character) => encodeURIComponent(character));
  return /[()\\]/.test(safe) ? `<${safe}>` : safe;
}

/** Resolves an address against the page's own; undefined where no reader should follow it. */
function absoluteAddress(value: string, base: string | undefined): string | undefined {
  const trimmed = value.trim();
  const address = trimmed ? parseUrl(trimmed, base) : undefined;
  return address && safeAddress(address);
}

/** Makes all addresses below `root` absolute and removes those that no reader should follow. */
export function resolveAddresses(root: DomElement, base: string | undefined): void {
  for (const anchor of root.querySelectorAll('a[href]')) {
    const address = absoluteAddress(anchor.getAttribute('href') ?? '', base);
    if (address) anchor.setAttribute('href', address);
    else anchor.removeAttribute('href');
  }
  for (const image of root.querySelectorAll('img')) {
    const source = image.getAttribute('src') || image.getAttribute('data-src') || '';
    const address = absoluteAddress(source, base);
    if (address) image.setAttribute('src', address);
    else image.removeAttribute('src');
  }
}
