import { hasScheme, parseUrl } from '../../../text/parse-url.ts';
import type { DomElement } from '../dom/dom-element.ts';

/** Returns the share of an element's text that is in links, 0 to 1. */
export function linkDensity(element: DomElement): number {
  const { length, linked, linkedWithinPage } = element.extent;
  return length === 0 ? 0 : Math.min(1, (linked + linkedWithinPage) / length);
}

/**
 * Reports whether all of an element's links lead to other pages of the host of `address`. Without an address, those are
 * the links without a host.
 */
export function linksWithinSite(element: DomElement, address: string | undefined): boolean {
  const host = hostOf(address);
  return element.querySelectorAll('a[href]').every((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    if (!host) return !hasScheme(href) && !href.startsWith('//');
    const target = hostOf(href, address);
    return target === host || target?.endsWith(`.${host}`) === true;
  });
}

function hostOf(value: string | undefined, base?: string): string | undefined {
  return value === undefined ? undefined : parseUrl(value, base)?.hostname.replace(/^www\./, '');
}
