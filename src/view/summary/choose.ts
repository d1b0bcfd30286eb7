import { createEcho } from './echo.ts';
import { createQueue } from './queue.ts';

/** A sentence that may be chosen. */
export interface SentenceChoice {
  /** Larger is more telling. */
  readonly score: number;
  /** Its content words, as small numbers, each once. */
  readonly terms: readonly number[];
  /** All its words. */
  readonly words: number;
  /** The part of the text that it belongs to, a small number. */
  readonly part: number;
  /** Whether it states the subject, and so comes first. */
  readonly states: boolean;
  /** Whether it can be read without the sentence before it. */
  readonly alone: boolean;
  /** Whether it could be, but for its length: it is chosen only after all others. */
  readonly short: boolean;
  /** Whether it is a whole sentence that the one before it, in the same paragraph, can introduce. */
  readonly follows: boolean;
}

/** The bounds of a selection; one of them may be infinite. */
export interface Budget {
  readonly sentences: number;
  readonly words: number;
}

/**
 * Chooses the most telling sentences, as their indexes in the text's order; at least one if there is any and nothing
 * was said before.
 *
 * - One that states what the text is about comes first.
 * - Each part of the text gets room by its weight, its words: a score counts times
 *   (weight / (2 taken + 1))^share, `taken` being the number of sentences chosen from it so far (highest averages, the
 *   method of A. Sainte-Laguë, 1910). `share` is 1 when there is room for a sentence of each part, less by the square of
 *   how much there is not: a few sentences from a long text are those that say most.
 * - A sentence that cannot be read alone comes only after the sentence before it: when that is chosen, or together with
 *   it, and then at their mean score.
 * - None repeats another, or `said`. What was said counts as taken from part 0, the lead.
 */
export function choose(
  choices: readonly SentenceChoice[],
  budget: Budget,
  said: readonly (readonly number[])[] = [],
): number[] {
  const parts = partsOf(choices);
  const lead = parts.get(0);
  if (lead) lead.taken = said.length;
  const selection = createSelection(choices, budget, said, parts);
  for (const [index, { states }] of choices.entries()) if (states) selection.consider(index);

  const share = Math.min(1, roomFor(choices, budget) / Math.max(1, parts.size)) ** 2;
  const queue = createQueue<Part>();
  const enqueue = (part: Part) => {
    while (selection.chosen.has(part.order[part.seen] ?? -1)) part.seen += 1;
    const index = part.order[part.seen];
    if (index === undefined) return;
    // One that needs the sentence before it takes two places.
    const taken = part.taken + (choices[index]?.alone || selection.chosen.has(index - 1) ? 0 : 1);
    queue.push(part, scoreOf(choices, index) * (part.weight / (2 * taken + 1)) ** share);
  };
  for (const part of parts.values()) enqueue(part);
  while (!selection.isFull()) {
    const part = queue.pop();
    if (!part) break;
    selection.consider(part.order[part.seen] ?? -1);
    part.seen += 1;
    enqueue(part);
  }
  if (!selection.isFull()) fillUp(choices, selection);
  if (selection.chosen.size === 0 && said.length === 0) {
    const best = bestOf(choices, budget.words) ?? bestOf(choices, Number.POSITIVE_INFINITY);
    if (best !== undefined) return [best];
  }
  return [...selection.chosen].sort((a, b) => a - b);
}

/** Chooses from the rest where there is room: short sentences, the best first, and then what they introduce. */
function fillUp(choices: readonly SentenceChoice[], selection: Selection): void {
  const left = choices.flatMap((choice, index) =>
    !selection.chosen.has(index) && (choice.short || choice.follows) ? [index] : [],
  );
  const score = (index: number) => choices[index]?.score ?? 0;
  for (const index of left.sort((a, b) => score(b) - score(a) || a - b)) {
    if (selection.isFull()) return;
    selection.consider(index, true);
  }
}

/** The sentences chosen so far, within a budget. */
interface Selection {
  readonly chosen: ReadonlySet<number>;
  readonly isFull: () => boolean;
  /** Chooses a sentence, unless there is no room for it or for the one that it needs, or it says nothing new. */
  readonly consider: (index: number, short?: boolean) => void;
}

function createSelection(
  choices: readonly SentenceChoice[],
  budget: Budget,
  said: readonly (readonly number[])[],
  parts: ReadonlyMap<number, Part>,
): Selection {
  const echo = createEcho(
    choices.map(({ terms }) => terms),
    said,
  );
  const chosen = new Set<number>();
  let words = 0;
  // The best one that was too long: a sentence that says next to nothing beside it must not fill the room that is left.
  let missed = 0;
  const fits = (indexes: readonly number[]) =>
    chosen.size + indexes.length <= budget.sentences &&
    indexes.reduce((sum, index) => sum + (choices[index]?.words ?? 0), words) <= budget.words;
  const take = (index: number, { terms, words: length, part: number }: SentenceChoice) => {
    chosen.add(index);
    echo.add(terms);
    words += length;
    const part = parts.get(number);
    if (part) part.taken += 1;
  };
  return {
    chosen,
    isFull: () => chosen.size >= budget.sentences || words >= budget.words,
    consider(index, short = false) {
      const choice = choices[index];
      if (!choice || chosen.has(index) || choice.score <= 0 || echo.repeats(choice.terms)) return;
      const before = choices[index - 1];
      if (choice.alone || (short && choice.short) || (choice.follows && chosen.has(index - 1))) {
        if (!fits([index])) missed = Math.max(missed, choice.score);
        else if (choice.score >= missed / 16) take(index, choice);
      } else if (choice.follows && before?.alone && before.score >= choice.score / 2 && !echo.repeats(before.terms)) {
        if (!fits([index - 1, index])) return;
        take(index - 1, before);
        take(index, choice);
      }
    },
  };
}

/** Estimates how many sentences there is room for. */
function roomFor(choices: readonly SentenceChoice[], budget: Budget): number {
  const words = choices.reduce((sum, choice) => sum + choice.words, 0);
  return Math.min(budget.sentences, (budget.words * choices.length) / Math.max(1, words));
}

/** Returns the best of at most `words` words, one that can be read alone before any other. */
function bestOf(choices: readonly SentenceChoice[], words: number): number | undefined {
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

function scoreOf(choices: readonly SentenceChoice[], index: number): number {
  const choice = choices[index];
  if (!choice) return 0;
  return choice.alone ? choice.score : (choice.score + (choices[index - 1]?.score ?? 0)) / 2;
}

interface Part {
  /** Its sentences, the best first. */
  readonly order: readonly number[];
  readonly weight: number;
  /** How many of `order` were considered, and how many chosen. */
  seen: number;
  taken: number;
}

function partsOf(choices: readonly SentenceChoice[]): Map<number, Part> {
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
