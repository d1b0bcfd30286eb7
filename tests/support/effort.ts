/** Whether everything is tested, as `npm run test:all` does, or a sample, as `npm test` does. */
export const isThorough = process.env.MODE === 'all';

/** Whether each run tries other inputs than the one before: never where a change is judged by whether it passes. */
const isExploring = isThorough && !process.env.CI;

const seed = 20_260_101;

/**
 * Returns the options of a property that is tested with so many random inputs by `npm run test:all`, other ones each
 * time unless CI is set. `npm test` tries a tenth of them.
 */
export function runs(all: number): { readonly numRuns: number; readonly seed?: number } {
  const numRuns = isThorough ? all : Math.min(all, Math.max(30, Math.ceil(all / 10)));
  return isExploring ? { numRuns } : { numRuns, seed };
}

/**
 * Returns all of a list for `npm run test:all`; about so many of it for `npm test`, evenly spread, the first and last
 * included.
 */
export function sample<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (isThorough || all.length <= count) return all;
  const step = (all.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => all[Math.round(index * step)] as Item);
}

/**
 * Returns all of a list for `npm run test:all`; each `nth` of it for `npm test`, beginning at another one at each turn,
 * so that as many turns try them all.
 */
export function inTurn<Item>(all: readonly Item[], nth: number, turn: number): readonly Item[] {
  return isThorough ? all : all.filter((_, at) => (at + turn) % nth === 0);
}

/**
 * Returns the part of a list whose turn it is, of so many: all are too many for one run. It is the first, or
 * ARTICLE_TURN; the clock says which in `npm run test:all`, unless CI is set.
 */
export function turnOf<Item>(
  all: readonly Item[],
  turns: number,
): { readonly items: readonly Item[]; readonly turn: number } {
  const minute = isExploring ? Math.floor(Date.now() / 60_000) : 0;
  const turn = Number(process.env.ARTICLE_TURN ?? minute) % turns;
  return { items: all.filter((_, at) => at % turns === turn), turn };
}
