/** Whether everything is tested, as `npm run test:all` does, or a sample, as `npm test` does. */
export const isThorough = process.env.MODE === 'all';

/**
 * The options of a property that is tested with so many random inputs by `npm run test:all`, other ones each time.
 * `npm test` tries a tenth of them, the same ones each time.
 */
export function runs(all: number): { readonly numRuns: number; readonly seed?: number } {
  return isThorough
    ? { numRuns: all }
    : { numRuns: Math.min(all, Math.max(30, Math.ceil(all / 10))), seed: 20_260_101 };
}

/** All of a list for `npm run test:all`; about so many of it for `npm test`, evenly spread, the first and last included. */
export function sample<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (isThorough || all.length <= count) return all;
  const step = (all.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => all[Math.round(index * step)] as Item);
}

/**
 * All of a list for `npm run test:all`; each `nth` of it for `npm test`, beginning at another one at each turn, so that
 * as many turns try them all.
 */
export function inTurn<Item>(all: readonly Item[], nth: number, turn: number): readonly Item[] {
  return isThorough ? all : all.filter((_, at) => (at + turn) % nth === 0);
}
