import { hasSchemeAndHost, parseUrl } from './parse-url.ts';
import { percentDecode } from './percent-decode.ts';

/**
 * Returns the address that a link may lead to: `http`, `https` and `mailto` alone, in ASCII (hosts in Punycode, the
 * rest percent-encoded), so that a terminal's escape sequence can contain it. `undefined` for all others. User
 * information is dropped: `https://bank.example@evil.example/` reads as if it were the host.
 */
export function linkTarget(href: string): string | undefined {
  if (href.length > longest) return undefined;
  if (plainAddress.test(href) && !dotSegment.test(href)) return href;
  if (!/^\s*(?:https?:|mailto:|www\.)/i.test(href)) return undefined;
  const url = parseUrl(/^\s*www\./i.test(href) ? `http://${href.trim()}` : href);
  const target = url && safeAddress(url);
  return target !== undefined && /^[\x21-\x7e]+$/.test(target) ? target : undefined;
}

/** Writes an address of a scheme that a reader may follow (`http`, `https`, `mailto`), without user information. */
export function safeAddress(url: URL): string | undefined {
  if (!/^(?:https?|mailto):$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Removes the user information from a web address, and changes nothing else. */
export function withoutUserInformation(address: string): string {
  return address.replace(/^(\s*https?:[/\\]*)[^/\\?#]*@/i, '$1');
}

/**
 * Addresses that the WHATWG URL standard's parser returns unchanged, so that it need not be called: a host of
 * lower-case names that ends in letters, without port and Punycode, and a path of unreserved characters.
 */
const plainAddress =
  /^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}\/[\w.~/!$&()*+,;=:@-]*(?:\?[\w.~/!$&()*+,;=:@?-]*)?(?:#[\w.~/!$&()*+,;=:@?-]*)?$/;
const dotSegment = /\/\.{1,2}(?:[/?#]|$)/;

// Terminals accept no longer addresses (VTE: 2083 bytes).
const longest = 2000;

/**
 * Reports whether a link's text reads as another address than its own, as in `[bank.com](http://evil.example)`. `target`
 * is the result of {@link linkTarget}.
 */
export function isDeceptive(text: string, target: string): boolean {
  const shown = text.trim();
  if (shown === '' || /\s/.test(shown)) return false;
  if (target.startsWith('mailto:')) {
    const address = shown.replace(/^mailto:/i, '');
    if (!address.includes('@')) return looksLikeAddress(shown);
    return address.toLowerCase() !== percentDecode(new URL(target).pathname).toLowerCase();
  }
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(shown)) return true;
  if (!looksLikeAddress(shown) || file.test(shown)) return false;
  const goes = new URL(target);
  const reads = parseUrl(hasSchemeAndHost(shown) ? shown : `http://${shown}`);
  // User information is no host, but reads as one.
  if (reads?.username !== '') return true;
  if (siteOf(reads.host) !== siteOf(goes.host)) return !goes.pathname.endsWith(`/${shown}`);
  if (looksLikeAnother(shown)) return true;
  // A bare host names the site, a longer address one page of it: then the page has to be the same.
  return reads.pathname !== '/' && withoutSlash(reads.pathname) !== withoutSlash(goes.pathname);
}

// Names of files and projects that look like hosts (`Node.js`), but end in no top-level domain.
const file =
  /^[^/?#]*\.(?:js|mjs|cjs|jsx|ts|tsx|json|html?|css|txt|xml|ya?ml|toml|rb|java|cpp|hpp|pdf|png|jpe?g|svg|csv)$/i;

/**
 * Reports whether an address's host has letters that pass for Latin ones: Cyrillic, Greek, Armenian or Cherokee beside
 * Latin (`аpple.com`), or phonetic letters. Accents and East Asian scripts deceive nobody.
 */
function looksLikeAnother(address: string): boolean {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)/i.exec(address)?.[1] ?? '';
  if (/[\u0131\u0237\u0250-\u02af]/.test(host)) return true;
  return (
    /[a-z]/i.test(host) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(host)
  );
}

function looksLikeAddress(text: string): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/\S|www\.\S)/i.test(text)) return true;
  // The classes of all letters take milliseconds to compile, and most texts have no other than these.
  if (/^[\x21-\x7e]*$/.test(text)) return /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i.test(text);
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u.test(text);
}

/** Returns the host by which a site is known: without `www.` and the root's dot. */
function siteOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
