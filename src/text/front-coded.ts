/**
 * Reads a front-coded list of words, as `scripts/front-code.mjs` writes it: each without what it shares with the one
 * before it, of which only the length is written, as a capital: `A` for nothing, `C` for two UTF-16 units.
 */
export function* readFrontCoded(list: string): Iterable<string> {
  let word = '';
  for (const part of list.match(/[A-Z][^A-Z]+/g) ?? []) {
    word = word.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
    yield word;
  }
}
