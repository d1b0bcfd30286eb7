import { createMatcher } from '../view/search/matcher.ts';

/**
 * Returns a search pattern for a pager, which looks at one line at a time: the text itself, or, where every occurrence
 * of it is broken across lines, the longest of its words on the page.
 */
export async function pageSearch(text: string, page: Iterable<string>): Promise<string> {
  const words = text.trim().split(/\s+/);
  if (words.length === 1) return text;
  const find = await createMatcher([text]);
  const lines: string[] = [];
  for (const chunk of page) {
    for (const line of chunk.replace(escapes, '').split('\n')) {
      if (find(line).length > 0) return text;
      lines.push(line);
    }
  }
  for (const word of [...words].sort((one, other) => other.length - one.length)) {
    const findWord = await createMatcher([word]);
    if (lines.some((line) => findWord(line).length > 0)) return word;
  }
  return text;
}

/** The escape sequences that a renderer writes: SGR, and OSC 8 ended by ST. */
const escapes = /\x1b\[[\d;:]*m|\x1b\]8;[^\x1b]*\x1b\\/g;
