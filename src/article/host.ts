/**
 * A host's name in ASCII, with other letters in Punycode (RFC 3492), as it is looked up: `аpple.com` with a Cyrillic
 * а is `xn--pple-43d.com`. `undefined` for what is no name of a host.
 */
export function asciiHost(host: string): string | undefined {
  try {
    return /[/?#@\\\s]/.test(host) ? undefined : new URL(`https://${host}`).host;
  } catch {
    return undefined;
  }
}
