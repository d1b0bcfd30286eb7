import { eachWord } from '../../text/language/each-word.ts';
import { isUnspaced } from '../../text/unspaced.ts';
import { countWords } from '../../text/words.ts';

/** What ranking and choosing need of a text. */
export interface Terms {
  /** Its content words, as small numbers, each once. */
  readonly terms: readonly number[];
  /** Number of its words. */
  readonly words: number;
  /** Number of its stop words. */
  readonly stops: number;
}

/**
 * Creates a function that numbers content words, with one vocabulary for all its texts: those that are no stop words
 * and no single letters, which most often are elided ones (l’, d’).
 */
export function createTerms(stopWords: ReadonlySet<string>): (text: string) => Terms {
  const numbers = new Map<string, number>();
  return (text) => {
    const found = new Set<number>();
    let words = 0;
    let stops = 0;
    eachWord(text, (word) => {
      words += 1;
      if (stopWords.has(word)) stops += 1;
      if (stopWords.has(word) || (word.length === 1 && isLetterOfAlphabet(word))) return;
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      found.add(number);
    });
    return { terms: [...found], words: isUnspaced(text) ? words : countWords(text), stops };
  };
}

function isLetterOfAlphabet(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code >= 0x61 && code < 0x2e80;
}
