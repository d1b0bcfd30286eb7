import { contentsList, filtered } from './contents.ts';
import { follow } from './follow.ts';
import { scrolledTo } from './geometry.ts';
import { go, remembering } from './jumps.ts';
import { type ModeOf, type State, type Step, textMode } from './model.ts';
import { seekNext } from './seek.ts';
import { step } from './step.ts';

/** Returns the prompt's text after a key that edits it; undefined for a key that does not. */
export function edited(typed: string, key: string): string | undefined {
  if (key === 'backspace') return [...typed].slice(0, -1).join('');
  if (key === 'ctrl-u') return '';
  if (key === 'ctrl-w') return typed.replace(/\S+\s*$/, '');
  // A key that types a character has it for its name.
  const character = key === 'space' ? ' ' : key;
  return [...character].length !== 1 || typed.length > 1000 ? undefined : typed + character;
}

/** Handles a key at the search prompt. */
export function onSearchKey(state: State, mode: ModeOf<'search'>, key: string): Step {
  const { search, ...rest } = state;
  if (key === 'escape') return step(scrolledTo({ ...rest, mode: textMode }, mode.from));
  if (key === 'enter') return searched(state, mode);
  if (key === 'backspace' && mode.typed === '') return step({ ...state, mode: textMode });
  const regexp = key === 'alt-r' ? !mode.regexp : mode.regexp;
  const typed = key === 'alt-r' ? mode.typed : edited(mode.typed, key);
  if (typed === undefined) return step(state);
  const next = { ...mode, typed, regexp };
  if (typed.trim() === '') return step(scrolledTo({ ...rest, mode: next }, mode.from));
  return step({ ...state, mode: next }, { type: 'match', pattern: typed, regexp });
}

/** Submits a search, with the place before it to go back to; an empty one goes to the next hit of the last search. */
function searched(state: State, { typed, from }: ModeOf<'search'>): Step {
  const reading = { ...state, mode: textMode };
  return step(remembering({ ...reading, top: from }, typed === '' ? seekNext(reading, 1) : reading));
}

/** Handles a key at the prompt for a section. */
export function onGoKey(state: State, mode: ModeOf<'go'>, key: string): Step {
  if (key === 'escape') return step({ ...state, mode: textMode });
  if (key === 'enter') return go({ ...state, mode: textMode }, mode.typed);
  if (key === 'tab' || key === 'shift-tab') {
    const base = mode.base ?? mode.typed;
    const candidates = filtered({ ...contentsList(state, 0), filter: base });
    if (candidates.length === 0) return step(state);
    const turn = mode.turn === undefined ? (key === 'tab' ? 0 : -1) : mode.turn + (key === 'tab' ? 1 : -1);
    const place = ((turn % candidates.length) + candidates.length) % candidates.length;
    const target = candidates[place]?.target;
    const typed = typeof target === 'number' ? (state.layout.sections[target]?.number ?? base) : base;
    return step({ ...state, mode: { kind: 'go', typed, base, turn } });
  }
  if (key === 'backspace' && mode.typed === '') return step({ ...state, mode: textMode });
  const typed = edited(mode.typed, key);
  return typed === undefined ? step(state) : step({ ...state, mode: { kind: 'go', typed } });
}

/** Handles a key while the visible links are numbered. */
export function onLinksKey(state: State, mode: ModeOf<'links'>, key: string): Step {
  const reading = { ...state, mode: textMode };
  const count = mode.links.length;
  if (key === 'enter') return open(mode.typed);
  if (key === 'backspace' && mode.typed !== '') {
    return step({ ...state, mode: { ...mode, typed: mode.typed.slice(0, -1) } });
  }
  if (!/^[0-9]$/.test(key)) return step(reading);
  const typed = mode.typed + key;
  const number = Number(typed);
  if (number < 1 || number > count) return step(reading);
  // No other number begins with these digits.
  return number * 10 > count ? open(typed) : step({ ...state, mode: { ...mode, typed } });

  function open(digits: string): Step {
    const link = mode.links[Number(digits) - 1];
    return link ? follow(reading, link) : step(reading);
  }
}
