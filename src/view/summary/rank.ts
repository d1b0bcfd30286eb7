/** A sentence as the ranking sees it. */
export interface RankedText {
  /** Its content words, as numbers; a word said twice stands twice. */
  readonly terms: readonly number[];
  /** All its words. */
  readonly words: number;
  /** Its place: 0 for the first sentence. */
  readonly place: number;
}

/**
 * How telling each sentence is, 0 to 1: `(0.3 + centrality) · (1 + place)^-0.5`, less for a sentence under 7 words.
 * The centrality is LexRank's (G. Erkan, D. Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
 * Summarization", JAIR 22 (2004)) over tf-idf, with every pair of sentences, from 0 to 1. The product of the sparse
 * sentence matrix with its transpose is never formed, so that a round costs as much as there are words.
 */
export function rank(texts: readonly RankedText[]): Float64Array {
  const centrality = lexRank(vectorize(texts));
  const highest = centrality.reduce((a, b) => Math.max(a, b), 0) || 1;
  return centrality.map((value, index) => {
    const text = texts[index];
    if (!text) return 0;
    return (0.3 + value / highest) * (1 + text.place) ** -0.5 * Math.min(1, text.words / 7);
  });
}

/** Sentences as unit vectors over terms, one after another: those of `i` stand from `starts[i]` to `starts[i + 1]`. */
interface Vectors {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  readonly size: number;
}

function vectorize(texts: readonly RankedText[]): Vectors {
  let size = 0;
  let total = 0;
  for (const { terms } of texts) {
    total += terms.length;
    for (const term of terms) size = Math.max(size, term + 1);
  }
  const frequencies = new Int32Array(size);
  const starts = new Int32Array(texts.length + 1);
  const terms = new Int32Array(total);
  const weights = new Float64Array(total);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    const counts = new Map<number, number>();
    for (const term of text.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      frequencies[term] = (frequencies[term] ?? 0) + 1;
      terms[at] = term;
      weights[at++] = count;
    }
    starts[index + 1] = at;
  }
  for (let index = 0; index < texts.length; index++) {
    let square = 0;
    for (let k = starts[index] ?? 0; k < (starts[index + 1] ?? 0); k++) {
      const weight = (weights[k] ?? 0) * Math.log(1 + texts.length / (frequencies[terms[k] ?? 0] ?? 1));
      weights[k] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let k = starts[index] ?? 0; k < (starts[index + 1] ?? 0); k++) weights[k] = (weights[k] ?? 0) / length;
  }
  return { starts, terms, weights, size };
}

/** For each sentence the sum over all sentences of their likeness times `shares`. */
function spread({ starts, terms, weights, size }: Vectors, shares: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let index = 0; index < shares.length; index++) {
    const share = shares[index] ?? 0;
    for (let k = starts[index] ?? 0; k < (starts[index + 1] ?? 0); k++) {
      const term = terms[k] ?? 0;
      sums[term] = (sums[term] ?? 0) + share * (weights[k] ?? 0);
    }
  }
  return shares.map((_, index) => {
    let sum = 0;
    for (let k = starts[index] ?? 0; k < (starts[index + 1] ?? 0); k++)
      sum += (sums[terms[k] ?? 0] ?? 0) * (weights[k] ?? 0);
    return sum;
  });
}

function lexRank(vectors: Vectors): Float64Array {
  const count = vectors.starts.length - 1;
  const damping = 0.85;
  const degrees = spread(vectors, new Float64Array(count).fill(1));
  let scores = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < 30; round++) {
    const shares = scores.map((score, index) => score / (degrees[index] || 1));
    scores = spread(vectors, shares).map((sum) => (1 - damping) / count + damping * sum);
  }
  return scores;
}
