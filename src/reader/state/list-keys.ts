import { cleanLine } from '../../text/sanitize.ts';
import { filtered, hasChildren, parentOf, shownSections } from './contents.ts';
import { geometry } from './geometry.ts';
import { toSection } from './jumps.ts';
import { type ListMode, type State, type Step, textMode } from './model.ts';
import { edited } from './prompt-keys.ts';
import { lasting, say, step } from './step.ts';
import { onTextKey } from './text-keys.ts';

/** Handles a key in the contents beside the text; one without a meaning there is one of the text's. */
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
  const moved = movedTo(key, at, shown.length - 1, geometry(state).rows);
  if (moved !== undefined) return to(moved);
  switch (key) {
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
      return toSection({ ...state, mode: textMode }, pane.cursor);
    case 's': {
      if (!pane.sentences) return step({ ...state, message: 'reading …' }, { type: 'sentences' });
      const { sentences: _, ...rest } = pane;
      return step({ ...state, pane: rest });
    }
    case 'w':
    case 'escape':
    case 'tab':
      return step({ ...state, mode: textMode });
    default: {
      const next = onTextKey({ ...state, mode: textMode }, key);
      // What is opened from here, such as a search, takes the keys; a movement leaves the cursor here.
      if (next.state.mode.kind !== 'text' || geometry(next.state).pane === 0) return next;
      return { ...next, state: { ...next.state, mode: { kind: 'pane' } } };
    }
  }
}

/** Returns the row that a key moves to from `at` in the contents; undefined for other keys. */
function movedTo(key: string, at: number, last: number, rows: number): number | undefined {
  switch (key) {
    case 'j':
    case 'down':
    case 'ctrl-n':
      return at + 1;
    case 'k':
    case 'up':
    case 'ctrl-p':
      return at - 1;
    case 'pagedown':
    case 'space':
      return at + rows - 1;
    case 'pageup':
    case 'b':
      return at - rows + 1;
    case 'd':
      return at + Math.ceil(rows / 2);
    case 'u':
      return at - Math.ceil(rows / 2);
    case 'g':
    case 'home':
      return 0;
    case 'G':
    case 'end':
      return last;
    default:
      return undefined;
  }
}

/** Handles a key in a list over the text. */
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
      return chooseEntry(state, mode);
    case 'escape':
      if (mode.filter !== '') return step({ ...state, mode: { ...mode, filter: '', cursor: 0 } });
      // Without a text below there is nothing to return to.
      return state.layout.article.source === '' ? step(state, { type: 'quit' }) : step({ ...state, mode: textMode });
    default: {
      const filter = edited(mode.filter, key);
      return filter === undefined ? step(state) : step({ ...state, mode: { ...mode, filter, cursor: 0 } });
    }
  }
}

/** Opens the selected entry of a list. */
export function chooseEntry(state: State, mode: ListMode): Step {
  const target = filtered(mode)[mode.cursor]?.target;
  if (target === undefined) return step(state);
  if (typeof target === 'number') return toSection({ ...state, mode: textMode }, target);
  return say(state, `opening ${cleanLine(target)}`, lasting, { type: 'open', source: target, from: 'list' });
}
