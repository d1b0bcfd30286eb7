import type { Matcher } from '../../view/search/matcher.ts';
import type { Position } from '../layout/layout.ts';
import { move, visibleLines } from '../layout/position.ts';
import { geometry, scrolledTo } from './geometry.ts';
import { type HitRange, Hits, turn } from './hits.ts';
import type { Search, Seeking, State } from './model.ts';

/** Starts a search that goes to the first hit from a line on. */
export function startSearch(
  state: State,
  { pattern, regexp, find, from }: { pattern: string; regexp: boolean; find: Matcher; from: Position },
): State {
  const hits = new Hits(state.layout, find);
  hits.advance();
  const seeking: Seeking = { unit: from.unit, index: firstFrom(hits, from), direction: 1, left: state.layout.count };
  return soughtOn({ ...state, search: { pattern, regexp, hits, seeking } });
}

/** Starts looking for the next hit, or the previous one. */
export function seekNext(state: State, direction: 1 | -1): State {
  const { search, top } = state;
  if (!search) return state;
  const at = search.current && isInView(state, search.current) ? search.current : undefined;
  const index = at ? at.index + direction : firstFrom(search.hits, top) - (direction > 0 ? 0 : 1);
  const seeking: Seeking = { unit: at?.unit ?? top.unit, index, direction, left: state.layout.count };
  return soughtOn({ ...state, search: { ...search, seeking } });
}

function firstFrom(hits: Hits, top: Position): number {
  return hits
    .ranges(top.unit)
    .filter(({ line }) => line < top.line)
    .reduce((most, { hit }) => Math.max(most, hit + 1), 0);
}

function isInView(state: State, { unit, index }: { readonly unit: number; readonly index: number }): boolean {
  const line = search(state, unit, index)?.line;
  return visibleLines(state.layout, state.top, geometry(state).rows).some(
    (each) => each.unit === unit && each.line === line,
  );
}

function search({ search }: State, unit: number, index: number): HitRange | undefined {
  return search?.hits.ranges(unit).find(({ hit }) => hit === index);
}

/** Looks for the next hit for one turn, wrapping around the ends of the text. */
export function soughtOn(state: State): State {
  const { search: current, layout } = state;
  if (!current?.seeking) return state;
  const { hits } = current;
  const { direction } = current.seeking;
  let { unit, index, left } = current.seeking;
  let cost = 0;
  for (; left >= 0; left--) {
    cost += hits.cost(unit);
    const count = hits.count(unit);
    const found = direction > 0 ? index : Math.min(index, count - 1);
    if (found >= 0 && found < count) return arrived(state, current, unit, found);
    unit = (unit + direction + layout.count) % layout.count;
    index = direction > 0 ? 0 : Number.POSITIVE_INFINITY;
    if (cost > turn) return { ...state, search: { ...current, seeking: { unit, index, direction, left: left - 1 } } };
  }
  const { seeking: _, current: __, ...rest } = current;
  return { ...state, search: rest };
}

function arrived(state: State, { seeking: _, ...rest }: Search, unit: number, index: number): State {
  const next = { ...state, search: { ...rest, current: { unit, index } } };
  if (isInView(next, { unit, index })) return next;
  const line = search(next, unit, index)?.line ?? 0;
  return scrolledTo(next, move(state.layout, { unit, line }, -Math.floor(geometry(state).rows / 3)));
}
