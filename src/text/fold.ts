/** Folds text for comparison: case, accents, ligatures and the shape of apostrophes and spaces do not count. */
export function fold(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the words of a text, folded, in their order, without punctuation. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return folded.match(beyondAscii.test(folded) ? /[\p{L}\p{N}]+/gu : /[a-z\d]+/g) ?? [];
}

/** A text without such needs none of Unicode's classes, which take long to compile and to match. */
const beyondAscii = /[^\0-\x7f]/;
