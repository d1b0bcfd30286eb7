import { cleanLine } from '../../text/sanitize.ts';
import { helpLines } from '../keys/help.ts';
import { contentsList, filtered, hasChildren, parentOf, shownSections } from './contents.ts';
import type { ListMode, Mode, State, Step } from './model.ts';
import { geometry, scrolledTo } from './state.ts';
import { say, step } from './step.ts';
import { follow, go, onTextKey, toSection } from './text-keys.ts';

type ModeOf<Kind extends Mode['kind']> = Extract<Mode, { kind: Kind }>;

const text = { kind: 'text' } as const;

/** A key as a character that one types; undefined for other keys. */
function typedCharacter(key: string): string | undefined {
  if (key === 'space') return ' ';
  return [...key].length === 1 ? key : undefined;
}

/** What is typed after a key that edits it; undefined for a key that does not. */
function edited(typed: string, key: string): string | undefined {
  if (key === 'backspace') return [...typed].slice(0, -1).join('');
  if (key === 'ctrl-u') return '';
  if (key === 'ctrl-w') return typed.replace(/\S+\s*$/, '');
  const character = typedCharacter(key);
  return character === undefined || typed.length > 1000 ? undefined : typed + character;
}

/** A key in the contents beside the text; one that means nothing there is one of the text's. */
export function onPaneKey(state: State, key: string): Step {
  const { layout, pane } = state;
  const shown = shownSections(layout, pane.folded);
  const at = Math.max(0, shown.indexOf(pane.cursor));
  const to = (place: number): Step => {
    const cursor = shown[Math.max(0, Math.min(shown.length - 1, place))] ?? pane.cursor;
    return step({ ...state, pane: { ...pane, cursor } });
  };
  const fold = (folded: ReadonlySet<number>, cursor = pane.cursor): Step =>
    step({ ...state, pane: { ...pane, folded, cursor } });
  const { rows } = geometry(state);
  switch (key) {
    case 'j':
    case 'down':
    case 'ctrl-n':
      return to(at + 1);
    case 'k':
    case 'up':
    case 'ctrl-p':
      return to(at - 1);
    case 'pagedown':
    case 'space':
      return to(at + rows - 1);
    case 'pageup':
    case 'b':
      return to(at - rows + 1);
    case 'd':
      return to(at + Math.ceil(rows / 2));
    case 'u':
      return to(at - Math.ceil(rows / 2));
    case 'g':
    case 'home':
      return to(0);
    case 'G':
    case 'end':
      return to(shown.length - 1);
    case 'h':
    case 'left': {
      if (hasChildren(layout, pane.cursor) && !pane.folded.has(pane.cursor)) {
        return fold(new Set(pane.folded).add(pane.cursor));
      }
      const parent = parentOf(layout, pane.cursor);
      return parent > 0 ? fold(pane.folded, parent) : step(state);
    }
    case 'l':
    case 'right': {
      if (!pane.folded.has(pane.cursor)) return hasChildren(layout, pane.cursor) ? to(at + 1) : step(state);
      const folded = new Set(pane.folded);
      folded.delete(pane.cursor);
      return fold(folded);
    }
    case 'enter':
      return toSection({ ...state, mode: text }, pane.cursor);
    case 's': {
      if (!pane.sentences) return step({ ...state, message: 'reading …' }, { type: 'sentences' });
      const { sentences: _, ...rest } = pane;
      return step({ ...state, pane: rest });
    }
    case 'w':
    case 'escape':
    case 'tab':
      return step({ ...state, mode: text });
    default: {
      const next = onTextKey({ ...state, mode: text }, key);
      // What is opened from here, such as a search, is in charge then; what only moves leaves one here.
      if (next.state.mode.kind !== 'text' || geometry(next.state).pane === 0) return next;
      return { ...next, state: { ...next.state, mode: { kind: 'pane' } } };
    }
  }
}

/** A key in a list over the text. */
export function onListKey(state: State, mode: ListMode, key: string): Step {
  const entries = filtered(mode);
  const to = (place: number): Step =>
    step({ ...state, mode: { ...mode, cursor: Math.max(0, Math.min(entries.length - 1, place)) } });
  const rows = Math.max(1, geometry(state).rows - 4);
  switch (key) {
    case 'down':
    case 'ctrl-n':
    case 'tab':
      return to(mode.cursor + 1);
    case 'up':
    case 'ctrl-p':
    case 'shift-tab':
      return to(mode.cursor - 1);
    case 'pagedown':
      return to(mode.cursor + rows);
    case 'pageup':
      return to(mode.cursor - rows);
    case 'home':
      return to(0);
    case 'end':
      return to(entries.length - 1);
    case 'enter':
      return choose(state, mode);
    case 'escape':
      if (mode.filter !== '') return step({ ...state, mode: { ...mode, filter: '', cursor: 0 } });
      // Without a text below there is nothing to come back to.
      return state.layout.article.source === '' ? step(state, { type: 'quit' }) : step({ ...state, mode: text });
    default: {
      const filter = edited(mode.filter, key);
      return filter === undefined ? step(state) : step({ ...state, mode: { ...mode, filter, cursor: 0 } });
    }
  }
}

/** Opens what the cursor of a list is on. */
export function choose(state: State, mode: ListMode): Step {
  const target = filtered(mode)[mode.cursor]?.target;
  if (target === undefined) return step(state);
  if (typeof target === 'number') return toSection({ ...state, mode: text }, target);
  const next = say(state, `opening ${cleanLine(target)}`, undefined);
  return { ...next, effects: [...next.effects, { type: 'open', source: target, from: 'list' }] };
}

/** A key while one types what to search for. */
export function onSearchKey(state: State, mode: ModeOf<'search'>, key: string): Step {
  const { search, ...rest } = state;
  if (key === 'escape') return step(scrolledTo({ ...rest, mode: text }, mode.from));
  if (key === 'enter') return step({ ...state, mode: text });
  if (key === 'backspace' && mode.typed === '') return step({ ...state, mode: text });
  const regexp = key === 'alt-r' ? !mode.regexp : mode.regexp;
  const typed = key === 'alt-r' ? mode.typed : edited(mode.typed, key);
  if (typed === undefined) return step(state);
  const next = { ...mode, typed, regexp };
  if (typed.trim() === '') return step(scrolledTo({ ...rest, mode: next }, mode.from));
  return step({ ...state, mode: next }, { type: 'match', pattern: typed, regexp });
}

/** A key while one types where to go. */
export function onGoKey(state: State, mode: ModeOf<'go'>, key: string): Step {
  if (key === 'escape') return step({ ...state, mode: text });
  if (key === 'enter') return go({ ...state, mode: text }, mode.typed);
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
  if (key === 'backspace' && mode.typed === '') return step({ ...state, mode: text });
  const typed = edited(mode.typed, key);
  return typed === undefined ? step(state) : step({ ...state, mode: { kind: 'go', typed } });
}

/** A key while the links in view are numbered. */
export function onLinksKey(state: State, mode: ModeOf<'links'>, key: string): Step {
  const reading = { ...state, mode: text };
  const count = mode.links.length;
  if (key === 'enter') return open(mode.typed);
  if (key === 'backspace' && mode.typed !== '') {
    return step({ ...state, mode: { ...mode, typed: mode.typed.slice(0, -1) } });
  }
  if (!/^[0-9]$/.test(key)) return step(reading);
  const typed = mode.typed + key;
  const number = Number(typed);
  if (number < 1 || number > count) return step(reading);
  // No other number begins with what is typed.
  return number * 10 > count ? open(typed) : step({ ...state, mode: { ...mode, typed } });

  function open(digits: string): Step {
    const link = mode.links[Number(digits) - 1];
    return link ? follow(reading, link) : step(reading);
  }
}

/** A key on the page of keys. */
export function onHelpKey(state: State, mode: ModeOf<'help'>, key: string): Step {
  const { rows } = geometry(state);
  const most = Math.max(0, helpLines(state.size.columns, state.look.page.unicode).length - rows);
  const to = (top: number): Step => step({ ...state, mode: { kind: 'help', top: Math.max(0, Math.min(most, top)) } });
  switch (key) {
    case 'j':
    case 'down':
    case 'enter':
      return to(mode.top + 1);
    case 'k':
    case 'up':
      return to(mode.top - 1);
    case 'space':
    case 'pagedown':
    case 'd':
      return mode.top >= most ? step({ ...state, mode: text }) : to(mode.top + rows - 1);
    case 'b':
    case 'pageup':
    case 'u':
      return to(mode.top - rows + 1);
    case 'g':
    case 'home':
      return to(0);
    case 'G':
    case 'end':
      return to(most);
    default:
      return step({ ...state, mode: text });
  }
}

/** A key while a footnote is shown: it goes away, and the key does what it does. */
export function onFootnoteKey(state: State, key: string): Step {
  const reading = { ...state, mode: text };
  return /^(?:escape|enter|q|space|backspace)$/.test(key) ? step(reading) : onTextKey(reading, key);
}
