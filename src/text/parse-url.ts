/**
 * Parses an absolute address, or one that a base makes absolute; undefined for what is none.
 *
 * `URL.canParse` is of no use: once V8 has compiled its caller for speed, Node 20 says false for "https://bücher.example".
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
