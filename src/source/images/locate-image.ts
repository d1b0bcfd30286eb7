import { hasScheme, isWebScheme, parseUrl } from '../../text/parse-url.ts';
import { percentDecode } from '../../text/percent-decode.ts';
import { isPrivateName } from '../web/private-address.ts';

/** The origin of an article, by which its images are resolved. */
export interface ImageOrigin {
  /** The folder of its file. */
  readonly folder?: string;
  /** The address of its page, after redirects. */
  readonly address?: string;
  /** The address that was typed. */
  readonly typed?: string;
}

/** The place of an image: a path from the article's folder, or an address. */
export type ImagePlace =
  | { readonly path: string; readonly folder: string }
  | { readonly url: URL; readonly mayBePrivate: boolean };

/** Resolves an image's address as written; undefined where it leads nowhere that is loaded. */
export function locateImage(written: string, { folder, address, typed }: ImageOrigin): ImagePlace | undefined {
  const isAddress = hasScheme(written) || written.startsWith('//');
  if (folder !== undefined && !isAddress) {
    const path = percentDecode(written.replace(/[?#].*$/s, ''));
    return path === '' || path.includes('\0') ? undefined : { path, folder };
  }
  // A file has no scheme to add before `//`.
  const whole = address === undefined && written.startsWith('//') ? `https:${written}` : written;
  const url = parseUrl(whole, address);
  return url && isWebScheme(url) ? { url, mayBePrivate: isOwn(url, typed) } : undefined;
}

/**
 * Reports whether an address is on the server that was typed, under a name for private networks. A public name is not
 * enough: it may resolve to another address from one moment to the next.
 */
function isOwn(url: URL, typed: string | undefined): boolean {
  return typed !== undefined && isPrivateName(url.hostname) && url.origin === new URL(typed).origin;
}
