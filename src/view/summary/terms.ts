import { isUnspaced } from '../../text/unspaced.ts';
import { countWords } from '../../text/words.ts';

/**
 * Calls `take` with each word of a text, in lower case. Apostrophes and hyphens separate words; where no space does, as
 * in Chinese, Japanese or Thai, `Intl.Segmenter` does.
 */
export function eachWord(text: string, take: (word: string) => void): void {
  wordPattern ??= /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
  const lower = text.normalize('NFC').toLowerCase();
  for (const part of isUnspaced(lower) ? segmentWords(lower) : [lower]) {
    for (const [run] of part.matchAll(wordPattern)) take(run);
  }
}

/** The longest slice given to `Intl.Segmenter`, which is quadratic on one long run. */
const longestSlice = 256;

function* segmentWords(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (let at = 0; at < text.length; at += longestSlice) {
    for (const { segment, isWordLike } of segmenter.segment(text.slice(at, at + longestSlice))) {
      if (isWordLike) yield segment;
    }
  }
}

let segmenter: Intl.Segmenter | undefined;

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

let wordPattern: RegExp | undefined;
