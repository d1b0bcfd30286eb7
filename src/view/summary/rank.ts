/** A sentence as the ranking sees it. */
export interface Ranked {
  /** Its content words, as small numbers, each once. */
  readonly terms: readonly number[];
  /** All its words, stop words and repetitions included. */
  readonly words: number;
  /** Whether it is a sentence, not a heading of a table, a label, a line of verse: these count a tenth of a place. */
  readonly complete: boolean;
  /** The number of its section in the tree: `2.1`; `0` is the lead. */
  readonly section: string;
  /** Whether its section is an abstract, an introduction or a conclusion, which counts as the first, wherever it is. */
  readonly telling: boolean;
  /** The factor for its form: 1, less for a question, an aside, a quotation. */
  readonly form: number;
}

/** The scores of a text's sentences, in their order, and their factors. */
export interface Ranking {
  /** The score of each, 0 to 1, the best being 1. */
  readonly scores: Float64Array;
  /** The factor for its place in the text, 0 to 1. */
  readonly positions: Float64Array;
  /** How much other sentences take up its words, 0 to 1. */
  readonly centralities: Float64Array;
}

/**
 * Ranks the sentences of a text; `wanted` is about how many a summary has room for.
 *
 * `score = position · (0.3 + centrality) · length · form`.
 *
 * - `position`: `(1 + i)^-e` of the i-th sentence in its section, times `(1 + s)^-2/3` of the section, the s-th among
 *   its siblings, and of each above it: the beginnings of a text, a chapter and a paragraph say most (P. Baxendale,
 *   "Machine-Made Index for Technical Literature", IBM Journal 2, 1958; H. P. Edmundson, "New Methods in Automatic
 *   Extracting", Journal of the ACM 16, 1969), their ends are no boundary. `e` is 2/3 too. In a text of a
 *   single section, whose order is all the structure that it has, it rises to 1 for three sentences and more: the first
 *   may rely on those that follow it in the text, while a single one has to be central itself. In a section of more than
 *   40 sentences it is flatter by the root of 40 over their number.
 * - `centrality`: `Σ idf(word) · votes(word)` over its words, a sentence being telling when others take up its words.
 *   A word's votes are the sentences that hold it, each by one over the root of its length; those before count half: a
 *   statement that the rest elaborates is central, one that looks back is less so (directed centrality: H. Zheng,
 *   M. Lapata, "Sentence Centrality Revisited for Unsupervised Summarization", ACL 2019). `idf` is the logarithm of one
 *   and all sentences over those that hold the word (K. Spärck Jones, "A Statistical Interpretation of Term
 *   Specificity", Journal of Documentation 28, 1972). What a sentence holds counts whole up to `1 + 1/wanted` times the
 *   mean length, beyond it by its share (a pivot, as in A. Singhal, C. Buckley, M. Mitra, "Pivoted Document Length
 *   Normalization", SIGIR 1996): when one sentence is to say all it may be longer.
 * - `length`: a sentence below `1 + 1/wanted` times 10 words counts by its share.
 *
 * Votes are sums over words, so that all pairs of sentences are compared in time linear in the text.
 */
export function rank(sentences: readonly Ranked[], wanted: number): Ranking {
  const room = 1 + 1 / Math.max(1, wanted);
  const positions = positionsOf(sentences, Math.max(1, wanted));
  const centralities = centralitiesOf(sentences, room);
  const scores = centralities.map((centrality, index) => {
    const { words = 0, form = 0 } = sentences[index] ?? {};
    return (positions[index] ?? 0) * (0.3 + centrality) * Math.min(1, words / (10 * room)) * form;
  });
  const best = largest(scores);
  return { scores: scores.map((score) => score / best), positions, centralities };
}

const sectionExponent = 2 / 3;

function positionsOf(sentences: readonly Ranked[], wanted: number): Float64Array {
  const sizes = new Map<string, number>();
  for (const { section } of sentences) sizes.set(section, (sizes.get(section) ?? 0) + 1);
  const exponent = sizes.size > 1 ? sectionExponent : Math.min(1, (3 + wanted) / 6);
  const seen = new Map<string, number>();
  return Float64Array.from(sentences, ({ section, complete, telling }) => {
    const index = seen.get(section) ?? 0;
    seen.set(section, index + (complete ? 1 : 0.1));
    const flatter = Math.min(1, Math.sqrt(40 / (sizes.get(section) ?? 1)));
    const ordinals = telling ? [] : section.split('.').map(Number);
    return ordinals.reduce(
      (place, ordinal) => place * (1 + ordinal) ** -sectionExponent,
      (1 + index) ** (-exponent * flatter),
    );
  });
}

function centralitiesOf(sentences: readonly Ranked[], room: number): Float64Array {
  const { later, holders } = countVotes(sentences);
  const earlier = new Float64Array(later.length);
  const pivot = room * meanLength(sentences);
  const centralities = new Float64Array(sentences.length);
  for (const [index, { terms }] of sentences.entries()) {
    const vote = terms.length ** -0.5;
    for (const term of terms) later[term] = (later[term] ?? 0) - vote;
    let sum = 0;
    for (const term of terms) {
      const idf = Math.log(1 + sentences.length / (holders[term] ?? 1));
      // Rounding can leave less than nothing of a sum of differences.
      sum += idf * (Math.max(0, later[term] ?? 0) + (earlier[term] ?? 0) / 2);
    }
    for (const term of terms) earlier[term] = (earlier[term] ?? 0) + vote;
    centralities[index] = sum / Math.max(1, terms.length / pivot);
  }
  const highest = largest(centralities);
  return centralities.map((centrality) => centrality / highest);
}

function largest(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), 0) || 1;
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
  const sum = sentences.reduce((total, { terms }) => total + terms.length, 0);
  return sum / Math.max(1, sentences.length) || 1;
}
