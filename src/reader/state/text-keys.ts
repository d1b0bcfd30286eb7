import { actionFor } from '../keys/bindings.ts';
import { findPlace, placeAt } from '../places/place.ts';
import { actions } from './actions.ts';
import { follow } from './follow.ts';
import { go, jumpedTo } from './jumps.ts';
import type { State, Step } from './model.ts';
import { moment, say, step } from './step.ts';
import { keep } from './switch-text.ts';

/** Handles a key while reading. */
export function onTextKey(before: State, key: string): Step {
  const { pending, ...state } = before;
  if (pending !== undefined) return onSecondKey(state, pending, key);
  const { count } = state;
  if (/^[1-9]$/.test(key) || (count !== '' && /^[0-9.]$/.test(key))) {
    return step({ ...state, count: (count + key).slice(0, 20) });
  }
  const bare = count === '' ? state : { ...state, count: '' };
  if (count !== '') {
    if (key === 'enter') return go(bare, count);
    if (key === 'backspace') return step({ ...state, count: count.slice(0, -1) });
    if (key === 'escape') return step(bare);
    if (key === ':') return step({ ...bare, mode: { kind: 'go', typed: count } });
  }
  if (key === 'enter' && state.link) return follow(bare, state.link);
  if (key === 'Z') return step({ ...bare, pending: key });
  const action = actionFor(key);
  if (action === undefined) return step(bare);
  const times = Math.min(10_000, Math.max(1, Number.parseInt(count, 10) || 1));
  return actions[action](bare, times);
}

/** Handles the key after `m`, `'` or `Z`. */
function onSecondKey(state: State, first: string, second: string): Step {
  if (first === 'Z') return second === 'Z' ? step(state, { type: 'quit' }) : step(state);
  if (first === "'" && (second === "'" || second === '`')) {
    return state.before ? step(jumpedTo(state, findPlace(state.layout, state.before))) : say(state, 'no place before');
  }
  if (!/^[\p{L}\p{N}]$/u.test(second)) return step(state);
  if (first === 'm') {
    const marks = { ...state.text.marks, [second]: placeAt(state.layout, state.top) };
    const next = { ...state, text: { ...state.text, marks } };
    return say(next, `bookmark ${second} is here`, moment, keep(next));
  }
  const place = Object.hasOwn(state.text.marks, second) ? state.text.marks[second] : undefined;
  if (!place) return say(state, `no bookmark ${second}${knownBookmarks(state)}`);
  return step(jumpedTo(state, findPlace(state.layout, place)));
}

function knownBookmarks({ text }: State): string {
  const letters = Object.keys(text.marks).sort();
  return letters.length === 0 ? '' : `, only ${letters.join(' ')}`;
}
