/** Whether everything is tested, as `npm run test:all` does, or a sample, as `npm test` does. */
export const isThorough = process.env.MODE === 'all';

/**
 * The options of a property that is tested with so many random inputs by `npm run test:all`, other ones each time.
 * `npm test` tries a fifth of them, the same ones each time.
 */
export function runs(all: number): { readonly numRuns: number; readonly seed?: number } {
  return isThorough ? { numRuns: all } : { numRuns: Math.min(all, Math.max(30, Math.ceil(all / 5))), seed: 20_260_101 };
}

/** All of a list for `npm run test:all`; about so many of it for `npm test`, evenly spread, the first and last included. */
export function sample<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (isThorough || all.length <= count) return all;
  const step = (all.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => all[Math.round(index * step)] as Item);
}

/**
 * The part of a list whose turn it is, of so many: all are too many for one run. In `npm run test:all` the clock says which
 * it is, or ARTICLE_TURN where a turn is tried again; in `npm test` it is the first.
 */
export function turnOf<Item>(
  all: readonly Item[],
  turns: number,
): { readonly items: readonly Item[]; readonly turn: number } {
  const turn = isThorough ? Number(process.env.ARTICLE_TURN ?? Math.floor(Date.now() / 60_000)) % turns : 0;
  return { items: all.filter((_, at) => at % turns === turn), turn };
}
