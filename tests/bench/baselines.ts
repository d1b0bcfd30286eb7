/** A sentence for the baselines: its words in lower case, without stop words. */
export type Words = readonly string[];

/** Indexes of sentences, the best first. */
export type Order = readonly number[];

/** Ranks the first sentences first. */
export function lead(sentences: readonly Words[]): Order {
  return sentences.map((_, index) => index);
}

/**
 * Ranks by TextRank: R. Mihalcea, P. Tarau, "TextRank: Bringing Order into Text", EMNLP 2004. Two sentences are as alike as they
 * share words, over the logarithms of their lengths.
 */
export function textRank(sentences: readonly Words[]): Order {
  const sets = sentences.map((words) => new Set(words));
  return byScore(
    pageRank(
      sentences.map((left, i) =>
        sentences.map((right, j) => {
          if (i === j) return 0;
          let shared = 0;
          for (const word of sets[i] ?? []) if (sets[j]?.has(word)) shared++;
          const length = Math.log(left.length) + Math.log(right.length);
          return shared === 0 || !(length > 0) ? 0 : shared / length;
        }),
      ),
    ),
  );
}

/**
 * Ranks by continuous LexRank: G. Erkan, D. Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization",
 * JAIR 22, 2004. Two sentences are as alike as the cosine of their tf-idf vectors.
 */
export function lexRank(sentences: readonly Words[]): Order {
  const holders = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  const vectors = sentences.map((words) => {
    const vector = new Map<string, number>();
    const idf = (word: string) => Math.log(1 + sentences.length / (holders.get(word) ?? 1));
    for (const word of words) vector.set(word, (vector.get(word) ?? 0) + idf(word));
    const length = Math.hypot(...vector.values()) || 1;
    return new Map([...vector].map(([word, weight]) => [word, weight / length]));
  });
  return byScore(
    pageRank(
      vectors.map((left) =>
        vectors.map((right) => {
          let sum = 0;
          for (const [word, weight] of left) sum += weight * (right.get(word) ?? 0);
          return sum;
        }),
      ),
    ),
  );
}

/** Returns LexRank's order weighed by place: by the roots of both ranks, so that neither rules alone. */
export function lexRankByPosition(sentences: readonly Words[]): Order {
  const scores = sentences.map(() => 0);
  for (const [rank, index] of lexRank(sentences).entries()) scores[index] = ((1 + index) * (1 + rank)) ** -0.5;
  return byScore(scores);
}

/** Ranks the sentences that together score best, added one by one while the score rises: a bound on what can be reached. */
export function oracle(count: number, scoreOf: (chosen: Order) => number): Order {
  const chosen: number[] = [];
  let reached = 0;
  for (;;) {
    let best = -1;
    for (let index = 0; index < count; index++) {
      if (chosen.includes(index)) continue;
      const score = scoreOf([...chosen, index]);
      if (score > reached) {
        reached = score;
        best = index;
      }
    }
    if (best < 0) return chosen;
    chosen.push(best);
  }
}

function byScore(scores: readonly number[]): Order {
  return scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

function pageRank(weights: readonly (readonly number[])[]): readonly number[] {
  const count = weights.length;
  const sums = weights.map((row) => row.reduce((a, b) => a + b, 0));
  let scores = weights.map(() => 1 / count);
  for (let round = 0; round < 50; round++) {
    const next = weights.map(() => 0.15 / count);
    for (const [from, row] of weights.entries()) {
      const share = (0.85 * (scores[from] ?? 0)) / (sums[from] || 1);
      for (const [to, weight] of row.entries()) next[to] = (next[to] ?? 0) + share * weight;
    }
    scores = next;
  }
  return scores;
}
