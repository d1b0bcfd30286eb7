/**
 * Parses an absolute address, or one that a base makes absolute; undefined where it is invalid.
 *
 * `URL.canParse` is of no use: once V8 has optimized its caller, Node 20 returns false for "https://bücher.example".
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/**
 * Reports whether a text begins with a URL's scheme, as no relative address does. (V8 takes long over the first
 * expression whose letters match in either case.)
 */
export function hasScheme(text: string): boolean {
  return /^[a-zA-Z][a-zA-Z\d+.-]*:/.test(text);
}

/** Reports whether a text is the address of a page: http or https. */
export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Reports whether an address is of a page: http or https. */
export function isWebScheme({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** Reports whether a text begins with a scheme and `//`: as a whole address does, and `example.org:80` does not. */
export function hasSchemeAndHost(text: string): boolean {
  return /^[a-zA-Z][a-zA-Z\d+.-]*:\/\//.test(text);
}
