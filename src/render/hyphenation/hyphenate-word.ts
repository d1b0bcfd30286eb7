import { readFrontCoded } from '../../text/front-coded.ts';

/** The patterns of a language by their letters, in TeX's notation: `a1b` by `ab`, a digit for a level between letters. */
export type Patterns = ReadonlyMap<string, string>;

/** The fewest letters before a hyphen, and after it. */
const before = 2;
const after = 3;

/** Reads a front-coded list of patterns. */
export function readPatterns(list: string): Patterns {
  const patterns = new Map<string, string>();
  for (const pattern of readFrontCoded(list)) patterns.set(pattern.replace(/\d/g, ''), pattern);
  return patterns;
}

/**
 * Inserts soft hyphens where a word may be broken: between two letters where the greatest level of all patterns in the
 * word is odd (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).
 */
export function hyphenateWord(word: string, patterns: Patterns): string {
  const letters = `.${word.toLowerCase()}.`;
  // A letter that is two in lower case: no place would be right.
  if (letters.length !== word.length + 2) return word;
  const levels = levelsOf(letters, patterns);
  let out = word.slice(0, before);
  for (let at = before; at < word.length; at++) {
    const mayBreak = at <= word.length - after && (levels[at + 1] as number) % 2 === 1;
    out += mayBreak ? `\u00ad${word.charAt(at)}` : word.charAt(at);
  }
  return out;
}

/** No pattern is longer. */
const longest = 16;

function levelsOf(letters: string, patterns: Patterns): Uint8Array {
  const levels = new Uint8Array(letters.length + 1);
  for (let start = 0; start < letters.length; start++) {
    const last = Math.min(letters.length, start + longest);
    for (let end = start + 1; end <= last; end++) {
      const found = patterns.get(letters.slice(start, end));
      if (found === undefined) continue;
      let at = start;
      for (const character of found) {
        if (character < '0' || character > '9') at++;
        else levels[at] = Math.max(levels[at] as number, Number(character));
      }
    }
  }
  return levels;
}
