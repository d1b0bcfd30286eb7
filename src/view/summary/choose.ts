import { createQueue } from './queue.ts';

/** A sentence that may be chosen. */
export interface Choice {
  /** Larger is more telling. */
  readonly score: number;
  /** Its content words, as small numbers, each once. */
  readonly terms: readonly number[];
  /** All its words. */
  readonly words: number;
  /** The part of the text that it belongs to, a small number. */
  readonly part: number;
  /** Whether it can be read without the sentence before it. */
  readonly alone: boolean;
  /** Whether the sentence before it stands in the same paragraph. */
  readonly follows: boolean;
}

/** How much may be chosen; one of them may be without a bound. */
export interface Budget {
  readonly sentences: number;
  readonly words: number;
}

/**
 * Chooses the most telling sentences, as their indexes in the text's order; at least one if there is any and nothing
 * was said before.
 *
 * - Each part of the text gets room by its weight, its words: a score counts times
 *   (weight / (2 taken + 1))^share, `taken` being what its part has already (highest averages, the method of
 *   A. Sainte-Laguë, 1910). `share` is 1 when there is room for a sentence of each part, less by the square of how much there is not:
 *   a few sentences from a long text go where the most is said.
 * - A sentence that does not stand alone comes only after the sentence before it: when that is chosen, or together with
 *   it, and then at their mean score.
 * - None repeats another, or `said`: more than half of its words in one sentence that is there already. What was said
 *   counts as taken from part 0, the lead.
 */
export function choose(
  choices: readonly Choice[],
  budget: Budget,
  said: readonly (readonly number[])[] = [],
): number[] {
  const echo = createEcho(choices);
  for (const terms of said) echo.add(terms);
  const parts = partsOf(choices);
  const opening = parts.get(0);
  if (opening) opening.taken = said.length;
  const share = Math.min(1, roomFor(choices, budget) / Math.max(1, parts.size)) ** 2;
  const chosen = new Set<number>();
  let words = 0;
  const fits = (indexes: readonly number[]) =>
    chosen.size + indexes.length <= budget.sentences &&
    indexes.reduce((sum, index) => sum + (choices[index]?.words ?? 0), words) <= budget.words;
  const take = (indexes: readonly number[]) => {
    for (const index of indexes) {
      const choice = choices[index];
      if (!choice || chosen.has(index)) continue;
      chosen.add(index);
      echo.add(choice.terms);
      words += choice.words;
      const part = parts.get(choice.part);
      if (part) part.taken += 1;
    }
  };

  // The best that was too long: what says next to nothing beside it is no way to fill the room that is left.
  let missed = 0;
  const queue = createQueue<Part>();
  const enqueue = (part: Part) => {
    while (chosen.has(part.order[part.seen] ?? -1)) part.seen += 1;
    const index = part.order[part.seen];
    if (index === undefined) return;
    // One that brings the sentence before it takes two places.
    const taken = part.taken + (choices[index]?.alone || chosen.has(index - 1) ? 0 : 1);
    queue.push(part, scoreOf(choices, index) * (part.weight / (2 * taken + 1)) ** share);
  };
  const consider = (index: number) => {
    const choice = choices[index];
    if (!choice || echo.repeats(choice.terms)) return;
    const before = choices[index - 1];
    if (choice.alone || (choice.follows && chosen.has(index - 1))) {
      if (!fits([index])) missed = Math.max(missed, choice.score);
      else if (choice.score >= missed / 16) take([index]);
    } else if (choice.follows && before?.alone && before.score >= choice.score / 2 && !echo.repeats(before.terms)) {
      if (fits([index - 1, index])) take([index - 1, index]);
    }
  };

  for (const part of parts.values()) enqueue(part);
  while (chosen.size < budget.sentences && words < budget.words) {
    const part = queue.pop();
    if (!part) break;
    consider(part.order[part.seen] ?? -1);
    part.seen += 1;
    enqueue(part);
  }
  if (chosen.size === 0 && said.length === 0) {
    const best = bestOf(choices, budget.words) ?? bestOf(choices, Number.POSITIVE_INFINITY);
    if (best !== undefined) chosen.add(best);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** About how many sentences there is room for. */
function roomFor(choices: readonly Choice[], budget: Budget): number {
  const words = choices.reduce((sum, choice) => sum + choice.words, 0);
  return Math.min(budget.sentences, (budget.words * choices.length) / Math.max(1, words));
}

/** The best of at most so many words, whether it stands alone or not. */
function bestOf(choices: readonly Choice[], words: number): number | undefined {
  let best: number | undefined;
  for (const [index, choice] of choices.entries()) {
    if (choice.words > words) continue;
    const other = best === undefined ? undefined : choices[best];
    if (
      !other ||
      Number(choice.alone) - Number(other.alone) > 0 ||
      (choice.alone === other.alone && choice.score > other.score)
    )
      best = index;
  }
  return best;
}

function scoreOf(choices: readonly Choice[], index: number): number {
  const choice = choices[index];
  if (!choice) return 0;
  return choice.alone ? choice.score : (choice.score + (choices[index - 1]?.score ?? 0)) / 2;
}

interface Part {
  /** Its sentences, the best first. */
  readonly order: readonly number[];
  readonly weight: number;
  /** How many of `order` have been looked at, and how many were taken. */
  seen: number;
  taken: number;
}

function partsOf(choices: readonly Choice[]): Map<number, Part> {
  const members = new Map<number, number[]>();
  for (const [index, { part }] of choices.entries()) {
    const group = members.get(part);
    if (group) group.push(index);
    else members.set(part, [index]);
  }
  const score = (index: number) => scoreOf(choices, index);
  const parts = new Map<number, Part>();
  for (const [part, group] of members) {
    const weight = group.reduce((sum, index) => sum + (choices[index]?.words ?? 0), 0);
    const order = group.sort((a, b) => score(b) - score(a) || a - b);
    parts.set(part, { order, weight, seen: 0, taken: 0 });
  }
  return parts;
}

/**
 * Tells whether a sentence says again what was said. Two that share more than half of a sentence's words share one of
 * its rarer half, so that only what holds one of these is compared (prefix filtering: R. Bayardo, Y. Ma, R. Srikant,
 * "Scaling Up All Pairs Similarity Search", WWW 2007).
 */
function createEcho(choices: readonly Choice[]) {
  const holders = new Map<number, number>();
  for (const { terms } of choices) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  const said: ReadonlySet<number>[] = [];
  const saidWith = new Map<number, number[]>();
  return {
    add(terms: readonly number[]) {
      for (const term of terms) {
        const list = saidWith.get(term);
        if (list) list.push(said.length);
        else saidWith.set(term, [said.length]);
      }
      said.push(new Set(terms));
    },
    repeats(terms: readonly number[]): boolean {
      const rare = [...terms]
        .sort((a, b) => (holders.get(a) ?? 0) - (holders.get(b) ?? 0))
        .slice(0, Math.floor(terms.length / 2) + 1);
      const near = new Set(rare.flatMap((term) => saidWith.get(term) ?? []));
      for (const index of near) {
        let shared = 0;
        for (const term of terms) if (said[index]?.has(term)) shared += 1;
        if (shared > terms.length / 2) return true;
      }
      return false;
    },
  };
}
