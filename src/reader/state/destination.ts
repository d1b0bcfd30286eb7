import { hasScheme, isWebScheme, parseUrl } from '../../text/parse-url.ts';
import { percentDecode } from '../../text/percent-decode.ts';
import type { OpenText } from './model.ts';

/** The target of a link, relative to where the text came from. */
export type Destination =
  | { readonly kind: 'footnote'; readonly number: number }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'page'; readonly address: string; readonly fragment?: string }
  | { readonly kind: 'file'; readonly path: string; readonly fragment?: string }
  /** For another program, such as `mailto:`. */
  | { readonly kind: 'other'; readonly address: string };

/** Resolves a reference; undefined where it leads nowhere that a reader goes. */
export function destinationOf(reference: string, text: OpenText): Destination | undefined {
  const [, footnote] = /^footnote:(\d+)$/.exec(reference) ?? [];
  if (footnote !== undefined) return { kind: 'footnote', number: Number(footnote) };
  if (reference.startsWith('#')) return { kind: 'section', id: percentDecode(reference.slice(1)) };
  if (/^www\./i.test(reference)) return toPage(`http://${reference}`);
  if (/^mailto:/i.test(reference)) return { kind: 'other', address: reference };
  if (hasScheme(reference)) return toPage(reference);
  // A page leads to pages alone, never to local files.
  if (text.address !== undefined) return toPage(reference, text.address);
  if (reference.startsWith('//')) return toPage(`https:${reference}`);
  const [path = '', fragment] = reference.split('#', 2);
  if (path === '' || path.includes('\0')) return undefined;
  return {
    kind: 'file',
    path: percentDecode(path.replace(/\?.*$/, '')),
    ...(fragment && { fragment: percentDecode(fragment) }),
  };
}

function toPage(reference: string, base?: string): Destination | undefined {
  const url = parseUrl(reference, base);
  if (!url || !isWebScheme(url)) return undefined;
  const fragment = percentDecode(url.hash.slice(1));
  url.hash = '';
  if (base !== undefined && fragment !== '' && url.href === new URL(base).href.replace(/#.*$/, '')) {
    return { kind: 'section', id: fragment };
  }
  return { kind: 'page', address: url.href, ...(fragment && { fragment }) };
}
