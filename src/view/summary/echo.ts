/** What was said, against which sentences are compared by their terms. */
export interface Echo {
  readonly add: (terms: readonly number[]) => void;
  readonly repeats: (terms: readonly number[]) => boolean;
}

/** Below so many terms a sentence is too short to be the measure of a longer one. */
const fewest = 4;

/**
 * Creates an echo for texts of a vocabulary. A sentence repeats another when they share more than half of the terms of
 * the shorter one.
 *
 * Two that share more than half of a sentence's terms share one of its rarer half, so that only what holds one of these
 * is compared (prefix filtering: R. Bayardo, Y. Ma, R. Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007).
 */
export function createEcho(vocabulary: readonly (readonly number[])[]): Echo {
  const holders = new Map<number, number>();
  for (const terms of vocabulary) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  const rarerHalf = (terms: readonly number[]) =>
    [...terms].sort((a, b) => (holders.get(a) ?? 0) - (holders.get(b) ?? 0)).slice(0, Math.floor(terms.length / 2) + 1);
  const said: ReadonlySet<number>[] = [];
  const saidWith = new Map<number, number[]>();
  const saidWithRare = new Map<number, number[]>();
  const note = (index: Map<number, number[]>, term: number) => {
    const list = index.get(term);
    if (list) list.push(said.length);
    else index.set(term, [said.length]);
  };
  return {
    add(terms) {
      for (const term of terms) note(saidWith, term);
      for (const term of rarerHalf(terms)) note(saidWithRare, term);
      said.push(new Set(terms));
    },
    repeats(terms) {
      const near = new Set(rarerHalf(terms).flatMap((term) => saidWith.get(term) ?? []));
      for (const term of terms) for (const index of saidWithRare.get(term) ?? []) near.add(index);
      for (const index of near) {
        const other = said[index];
        if (!other) continue;
        let shared = 0;
        for (const term of terms) if (other.has(term)) shared += 1;
        const measure = other.size < fewest ? terms.length : Math.min(terms.length, other.size);
        if (shared > measure / 2) return true;
      }
      return false;
    },
  };
}
