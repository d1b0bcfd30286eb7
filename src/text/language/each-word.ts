import { isUnspaced } from '../unspaced.ts';

/**
 * Calls `take` with each word of a text, in lower case. Apostrophes and hyphens separate words; where no space does, as
 * in Chinese, Japanese or Thai, `Intl.Segmenter` does.
 */
export function eachWord(text: string, take: (word: string) => void): void {
  wordPattern ??= /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
  const lower = text.normalize('NFC').toLowerCase();
  for (const part of isUnspaced(lower) ? segmentWords(lower) : [lower]) {
    for (const [word] of part.matchAll(wordPattern)) take(word);
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

let wordPattern: RegExp | undefined;
