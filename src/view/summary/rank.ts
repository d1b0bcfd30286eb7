/** A sentence as the ranking sees it. */
export interface Ranked {
  /** Its content words, as small numbers, each once. */
  readonly terms: readonly number[];
  /** All its words, stop words and repetitions included. */
  readonly words: number;
  /** Whether its quotation marks and brackets are all closed in it. */
  readonly whole: boolean;
}

/**
 * How telling each sentence of a text is, 0 to 1, the best being 1; `asked` is about how many sentences are wanted.
 *
 * A sentence is telling when others take up its words: `place · (0.1 + centrality)`, with `centrality` from 0 to 1 the
 * `Σ idf(word) · votes(word) / length` of all its words.
 *
 * - `votes`: the sentences that hold the word, each by one over the root of its length. In a short text only later ones
 *   vote: a statement that the rest goes on about is central, one that looks back is not (directed centrality: H. Zheng,
 *   M. Lapata, "Sentence Centrality Revisited for Unsupervised Summarization", ACL 2019). The longer a text is, the
 *   more the earlier ones count too, by n / (n + 100): long texts conclude.
 * - `idf`: the logarithm of one and all sentences over those that hold the word (K. Spärck Jones, "A Statistical
 *   Interpretation of Term Specificity", Journal of Documentation 28, 1972).
 * - `length`: what a sentence holds counts whole up to (1 + 1/asked) times the mean length, beyond it by its share
 *   (a pivot, as in A. Singhal, C. Buckley, M. Mitra, "Pivoted Document Length Normalization", SIGIR 1996): when one
 *   sentence is to say all it may be longer. A sentence below (1 + 1/asked) times 10 words counts less by its share, one
 *   that is a piece of a quotation or a bracket three quarters.
 * - `place`: (1 + i)^(-1 / ln(1 + n)), from 1 at the beginning to 1/e at the end of any text; i counts from the nearer of
 *   the two ends (boundary function of Y. Dong, A. Mircea, J. Cheung, "Discourse-Aware Unsupervised Summarization of
 *   Long Scientific Documents", EACL 2021), the far end being put off by (n + 100) / n.
 *
 * Votes are sums over words, so that all pairs of sentences are compared in the time that it takes to read them.
 */
export function rank(sentences: readonly Ranked[], asked: number): Float64Array {
  const count = sentences.length;
  const far = count / (count + 100);
  const { later, holders } = countVotes(sentences);
  const earlier = new Float64Array(later.length);
  const room = 1 + 1 / Math.max(1, asked);
  const pivot = room * meanLength(sentences);
  const centralities = new Float64Array(count);
  let highest = 0;
  for (const [index, { terms }] of sentences.entries()) {
    const vote = terms.length ** -0.5;
    for (const term of terms) later[term] = (later[term] ?? 0) - vote;
    let sum = 0;
    for (const term of terms) {
      const idf = Math.log(1 + count / (holders[term] ?? 1));
      // What is left of a sum of differences may be less than nothing.
      sum += idf * (Math.max(0, later[term] ?? 0) + far * (earlier[term] ?? 0));
    }
    for (const term of terms) earlier[term] = (earlier[term] ?? 0) + vote;
    const centrality = sum / Math.max(1, terms.length / pivot);
    centralities[index] = centrality;
    highest = Math.max(highest, centrality);
  }

  const steepness = 1 / Math.log(1 + count);
  const scores = centralities.map((centrality, index) => {
    const { words = 0, whole = false } = sentences[index] ?? {};
    const place = (1 + Math.min(index, (count - 1 - index) / far)) ** -steepness;
    return place * (0.1 + centrality / (highest || 1)) * Math.min(1, words / (10 * room)) * (whole ? 1 : 0.75);
  });
  const best = scores.reduce((a, b) => Math.max(a, b), 0) || 1;
  return scores.map((score) => score / best);
}

function countVotes(sentences: readonly Ranked[]): { readonly later: Float64Array; readonly holders: Int32Array } {
  let size = 0;
  for (const { terms } of sentences) for (const term of terms) size = Math.max(size, term + 1);
  const later = new Float64Array(size);
  const holders = new Int32Array(size);
  for (const { terms } of sentences) {
    const vote = terms.length ** -0.5;
    for (const term of terms) {
      later[term] = (later[term] ?? 0) + vote;
      holders[term] = (holders[term] ?? 0) + 1;
    }
  }
  return { later, holders };
}

function meanLength(sentences: readonly Ranked[]): number {
  let sum = 0;
  for (const { terms } of sentences) sum += terms.length;
  return sum / Math.max(1, sentences.length) || 1;
}
