import { UserError } from '../../errors.ts';
import { isWebScheme, parseUrl } from '../../text/parse-url.ts';
import { percentDecode } from '../../text/percent-decode.ts';
import { cleanText } from '../../text/sanitize.ts';

/** A parsed address: `url` has neither credentials nor fragment. */
export interface PageAddress {
  readonly url: URL;
  /** The Authorization header for the credentials in the address; for that origin alone. */
  readonly authorization?: string;
}

/**
 * Parses an address as typed.
 *
 * @throws UserError for anything but http and https.
 */
export function parseAddress(typed: string): PageAddress {
  const url = parseUrl(typed);
  if (!url) {
    // A password may have a slash or a backslash, at which a URL's user information would end.
    const shown = shorten(cleanText(typed).replace(/\/\/.*@/s, '//'));
    throw new UserError(`“${shown}” is not an address.`, {
      hint: 'An address begins with http:// or https:// and the name of a server.',
    });
  }
  if (!isWebScheme(url)) {
    throw new UserError(`Addresses that begin with ${shorten(url.protocol)} are not read.`, {
      hint: 'Give an http:// or https:// address, or the path of a file.',
    });
  }
  const authorization = basicAuthorization(url);
  return { url: withoutSecrets(url), ...(authorization !== undefined && { authorization }) };
}

/** Returns the credentials in an address as a header of HTTP's Basic scheme (RFC 7617); undefined without any. */
export function basicAuthorization({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const pair = `${percentDecode(username)}:${percentDecode(password)}`;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

/** Returns an address without credentials and fragment. */
export function withoutSecrets(url: URL): URL {
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  clean.hash = '';
  return clean;
}

/** Truncates an address to the 200 characters that messages show. */
export function shorten(address: string): string {
  return address.length > 200 ? `${address.slice(0, 199)}…` : address;
}

/** Returns a host without the brackets of an IPv6 address. */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
