/** The sentences already said, with which others are compared by their terms. */
export interface Echo {
  readonly add: (terms: readonly number[]) => void;
  readonly repeats: (terms: readonly number[]) => boolean;
}

/** With fewer terms a sentence of an abstract is too short to be compared with a longer one. */
const fewest = 4;

/**
 * Creates an echo for texts of a vocabulary. A sentence repeats another when it shares more than half of its terms with
 * it, and a sentence of the abstract when they share more than half of the terms of the shorter one.
 *
 * Two that share more than half of a sentence's terms share one of its rarer half, so that only sentences with one of
 * these are compared (prefix filtering: R. Bayardo, Y. Ma, R. Srikant, "Scaling Up All Pairs Similarity Search", WWW
 * 2007).
 */
export function createEcho(vocabulary: readonly (readonly number[])[], abstract: readonly (readonly number[])[]): Echo {
  const holders = new Map<number, number>();
  for (const terms of vocabulary) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  const said: ReadonlySet<number>[] = [];
  const saidWith = new Map<number, number[]>();
  const abstractTerms = abstract.map((terms) => new Set(terms));
  return {
    add(terms) {
      for (const term of terms) {
        const list = saidWith.get(term);
        if (list) list.push(said.length);
        else saidWith.set(term, [said.length]);
      }
      said.push(new Set(terms));
    },
    repeats(terms) {
      for (const other of abstractTerms) {
        const measure = other.size < fewest ? terms.length : Math.min(terms.length, other.size);
        if (shared(terms, other) > measure / 2) return true;
      }
      const rarer = [...terms]
        .sort((a, b) => (holders.get(a) ?? 0) - (holders.get(b) ?? 0))
        .slice(0, Math.floor(terms.length / 2) + 1);
      const near = new Set(rarer.flatMap((term) => saidWith.get(term) ?? []));
      for (const index of near) {
        const other = said[index];
        if (other && shared(terms, other) > terms.length / 2) return true;
      }
      return false;
    },
  };
}

function shared(terms: readonly number[], other: ReadonlySet<number>): number {
  let count = 0;
  for (const term of terms) if (other.has(term)) count += 1;
  return count;
}
