import { cleanLine } from '../../text/sanitize.ts';
import type { Layout, Position } from '../layout/layout.ts';
import { compare, firstPosition } from '../layout/position.ts';
import { findPlace, placeAt } from '../places/place.ts';
import { geometry, layOut, relaid, scrolledTo } from './geometry.ts';
import { onListKey, onPaneKey } from './list-keys.ts';
import { type OpenText, type ReaderEvent, type State, type Step, textMode } from './model.ts';
import { onMouse } from './mouse.ts';
import { onFootnoteKey, onHelpKey } from './overlay-keys.ts';
import { onGoKey, onLinksKey, onSearchKey } from './prompt-keys.ts';
import { soughtOn, startSearch } from './seek.ts';
import { lasting, moment, say, step } from './step.ts';
import { opened } from './switch-text.ts';
import { onTextKey } from './text-keys.ts';

/** Returns the state after an event, and the effects to be run. Pure. */
export function update(state: State, event: ReaderEvent): Step {
  switch (event.type) {
    case 'key':
      return onKey(withoutMessage(state), event.key);
    case 'paste':
      return onPaste(state, event.text);
    case 'mouse':
      return geometry(state).isTooSmall ? step(state) : onMouse(withoutMessage(state), event);
    case 'resize':
      return step(relaid({ ...state, size: event.size }));
    case 'opened':
      return opened(state, event.text, event.at);
    case 'reloaded':
      return reloaded(state, event.text, event.reason);
    case 'matcher': {
      const { mode, search } = state;
      // What is typed meanwhile gets a matcher of its own.
      const isWanted = mode.kind === 'search' && mode.typed === event.pattern && mode.regexp === event.regexp;
      if (isWanted) return step(startSearch(scrolledTo(state, mode.from), { ...event, from: mode.from }));
      return step(search || mode.kind === 'search' ? state : startSearch(state, { ...event, from: state.top }));
    }
    case 'sentences':
      return step({ ...state, pane: { ...state.pane, sentences: event.sentences } });
    case 'tools':
      return step(relaid({ ...state, look: { ...state.look, tools: event.tools } }, { always: true }));
    case 'texts':
      return step({ ...state, mode: { kind: 'list', title: 'Texts', entries: event.entries, filter: '', cursor: 0 } });
    case 'message':
      return say(state, event.text, event.lasting ? lasting : moment);
    case 'expired':
      if (event.moment !== state.moment) return step(state);
      return step({ ...withoutMessage(state), changed: new Set() });
    case 'idle': {
      const next = soughtOn(state);
      next.search?.hits.advance();
      return step(next === state ? { ...state } : next);
    }
  }
}

/** Reports whether work is left for when nothing else is to be done: then the reader sends `idle`. */
export function hasIdleWork({ search }: State): boolean {
  return search !== undefined && (search.seeking !== undefined || !search.hits.isComplete);
}

function withoutMessage(state: State): State {
  if (state.message === undefined) return state;
  const { message: _, ...rest } = state;
  return rest;
}

function onKey(state: State, key: string): Step {
  if (key === 'ctrl-c') return step(state, { type: 'quit' });
  if (key === 'ctrl-z') return step(state, { type: 'suspend' });
  if (key === 'ctrl-l') return step(state, { type: 'redraw' });
  if (geometry(state).isTooSmall) return step(state, ...(key === 'q' ? [{ type: 'quit' } as const] : []));
  switch (state.mode.kind) {
    case 'text':
      return onTextKey(state, key);
    case 'pane':
      return onPaneKey(state, key);
    case 'list':
      return onListKey(state, state.mode, key);
    case 'search':
      return onSearchKey(state, state.mode, key);
    case 'go':
      return onGoKey(state, state.mode, key);
    case 'links':
      return onLinksKey(state, state.mode, key);
    case 'help':
      return onHelpKey(state, state.mode, key);
    case 'footnote':
      return onFootnoteKey(state, key);
  }
}

/** Handles a paste: text for a prompt, and nothing elsewhere; never keys. */
function onPaste(state: State, text: string): Step {
  const { mode } = state;
  const typed = cleanLine(text).slice(0, 1000);
  if (mode.kind === 'list') return step({ ...state, mode: { ...mode, filter: mode.filter + typed, cursor: 0 } });
  if (mode.kind === 'go') return step({ ...state, mode: { kind: 'go', typed: mode.typed + typed } });
  if (mode.kind !== 'search') return step(state);
  const next = { ...mode, typed: mode.typed + typed };
  return step({ ...state, mode: next }, { type: 'match', pattern: next.typed, regexp: next.regexp });
}

/** Replaces the text by what was read again, with the place kept, and highlights for a moment what has changed. */
function reloaded(state: State, text: OpenText, reason: 'file' | 'rest' | 'requested'): Step {
  const { anchor: _, search, link: __, ...rest } = state;
  const { sentences: ___, ...pane } = state.pane;
  const kept = { ...rest, text: { ...text, marks: state.text.marks }, pane: { ...pane, folded: new Set<number>() } };
  const layout = layOut(kept);
  const top = sameLine(state, layout);
  const mode = state.mode.kind === 'list' && state.mode.title === 'Texts' ? state.mode : textMode;
  const next: State = { ...kept, layout, top, mode };
  const sought = search ? startSearch(next, { ...search, find: search.hits.find, from: top }) : next;
  const found: State = { ...sought, top };
  if (reason === 'rest') return step(found);
  const changed = changedUnits(state, found);
  return say(
    { ...found, changed },
    changed.size > 0 || reason === 'requested' ? 'read anew' : 'read anew: nothing is new',
  );
}

/** Finds the line of the new layout that was at the top of the screen. */
function sameLine({ layout, top }: State, anew: Layout): Position {
  if (compare(top, firstPosition(layout)) === 0) return firstPosition(anew);
  // What the page shows above the text has no source.
  const isInTitle = top.unit === 0 && top.line < anew.lines(0).length;
  return isInTitle ? top : findPlace(anew, placeAt(layout, top));
}

/** Returns the units whose text is new. */
function changedUnits(before: State, after: State): ReadonlySet<number> {
  const known = new Set<string>();
  for (let unit = 0; unit < before.layout.count; unit++) known.add(sourceOf(before, unit));
  const changed = new Set<number>();
  for (let unit = 0; unit < after.layout.count; unit++) if (!known.has(sourceOf(after, unit))) changed.add(unit);
  return changed;
}

function sourceOf({ layout }: State, unit: number): string {
  const { start, end } = layout.range(unit);
  return layout.article.source.slice(start, end).trim();
}
