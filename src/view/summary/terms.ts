/** Takes a text's words one by one, in lower case; apostrophes and hyphens part words. */
export function eachWord(text: string, take: (word: string) => void): void {
  const { word, unspaced } = patterns();
  for (const [run] of text.normalize('NFC').toLowerCase().matchAll(word)) {
    if (!unspaced.test(run)) take(run);
    else for (const piece of segmentWords(run)) take(piece);
  }
}

/** Longest piece given to `Intl.Segmenter`, which is quadratic on one long run. */
const longestSlice = 256;

function* segmentWords(run: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (let at = 0; at < run.length; at += longestSlice) {
    for (const { segment, isWordLike } of segmenter.segment(run.slice(at, at + longestSlice))) {
      if (isWordLike) yield segment;
    }
  }
}

let segmenter: Intl.Segmenter | undefined;
let compiled: { readonly word: RegExp; readonly unspaced: RegExp } | undefined;

function patterns() {
  compiled ??= {
    word: /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu,
    // Scripts that put no space between words.
    unspaced:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  };
  return compiled;
}

/** A text's content words as small numbers, each once. One vocabulary a call of {@link createTerms}. */
export type Terms = (text: string) => readonly number[];

/** Numbers content words: those that are no stop words and no lone letters, which most often are elided ones (l’, d’). */
export function createTerms(stopWords: ReadonlySet<string>): Terms {
  const numbers = new Map<string, number>();
  return (text) => {
    const found = new Set<number>();
    eachWord(text, (word) => {
      if (stopWords.has(word) || (word.length === 1 && isLetterOfAlphabet(word))) return;
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      found.add(number);
    });
    return [...found];
  };
}

function isLetterOfAlphabet(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code >= 0x61 && code < 0x2e80;
}
