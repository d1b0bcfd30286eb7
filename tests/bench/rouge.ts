/** F1 of ROUGE-1, ROUGE-2 and ROUGE-L, each 0 to 1. */
export interface Rouge {
  readonly one: number;
  readonly two: number;
  readonly longest: number;
}

/** Returns a text's words as ROUGE compares them: lower case, `Intl.Segmenter`'s word-like segments, no stemming, none left out. */
export function rougeWords(text: string, language = 'und'): readonly string[] {
  const words: string[] = [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike) words.push(segment.toLowerCase());
  return words;
}

/**
 * Computes ROUGE of a summary against one reference (C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004):
 * F1 of shared words, of shared pairs of neighbours (each counted as often as both hold it), and of the longest common
 * subsequence of the two texts as a whole.
 */
export function rouge(summary: readonly string[], reference: readonly string[]): Rouge {
  return {
    one: rougeOne(summary, reference),
    two: rougeTwo(summary, reference),
    longest: f1(longestCommonSubsequence(summary, reference), summary.length, reference.length),
  };
}

export function rougeOne(summary: readonly string[], reference: readonly string[]): number {
  return overlap(summary, reference);
}

export function rougeTwo(summary: readonly string[], reference: readonly string[]): number {
  return overlap(pairs(summary), pairs(reference));
}

function pairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function overlap(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of left) counts.set(item, (counts.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of right) {
    const count = counts.get(item) ?? 0;
    if (count === 0) continue;
    counts.set(item, count - 1);
    shared++;
  }
  return f1(shared, left.length, right.length);
}

function f1(shared: number, left: number, right: number): number {
  return left + right === 0 ? 0 : (2 * shared) / (left + right);
}

function longestCommonSubsequence(left: readonly string[], right: readonly string[]): number {
  let previous = new Uint32Array(right.length + 1);
  for (const word of left) {
    const current = new Uint32Array(right.length + 1);
    for (const [index, other] of right.entries()) {
      current[index + 1] =
        word === other ? (previous[index] ?? 0) + 1 : Math.max(previous[index + 1] ?? 0, current[index] ?? 0);
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
