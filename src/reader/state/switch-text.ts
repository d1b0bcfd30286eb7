import { cleanLine } from '../../text/sanitize.ts';
import { selectSections } from '../../view/select.ts';
import { firstPosition } from '../layout/position.ts';
import { findPlace, type Place, placeAt } from '../places/place.ts';
import { layOut, readFraction, scrolledTo } from './geometry.ts';
import { type Effect, type OpenText, type State, type Step, textMode } from './model.ts';
import { moment, say, step } from './step.ts';

/** Shows a previous text at the place where it was left. */
export function visited(state: State, text: OpenText, place: Place): Step {
  const { link: _, ...rest } = state;
  if (text.article === state.text.article) return step(scrolledTo(rest, findPlace(state.layout, place)));
  const next = switched(rest, text);
  return step(scrolledTo(next, findPlace(next.layout, place)), keep(state), watching(next));
}

function watching({ text, watch }: State): Effect {
  return { type: 'watch', path: watch ? text.path : undefined };
}

/** Switches to another text, at its beginning. */
function switched(state: State, text: OpenText): State {
  const { search: _, link: __, anchor: ___, before: ____, message: _____, ...rest } = state;
  const { sentences: ______, ...pane } = state.pane;
  const next = { ...rest, text, pane: { ...pane, cursor: 0, folded: new Set<number>() }, changed: new Set<number>() };
  const layout = layOut(next);
  return { ...next, layout, top: firstPosition(layout), shift: 0, count: '', mode: textMode };
}

/** Shows another text, with the previous one to go back to. */
export function opened(state: State, text: OpenText, at: Place | string | undefined): Step {
  const isEmpty = state.layout.article.source === '';
  const here = { text: state.text, place: placeAt(state.layout, state.top) };
  const past = isEmpty ? state.past : [...state.past, here].slice(-mostVisits);
  const next = switched({ ...state, past, future: [] }, text);
  const effects = isEmpty ? [watching(next)] : [keep(state), watching(next)];
  if (at === undefined) return step(next, ...effects);
  if (typeof at !== 'string') return step(scrolledTo(next, findPlace(next.layout, at)), ...effects);
  const section = sectionOf(next, at);
  if (section === undefined) return say(next, `no section #${cleanLine(at)}`, moment, ...effects);
  return step(scrolledTo(next, next.layout.beginningOf(section)), ...effects);
}

/** Returns the effect that stores a text's place and bookmarks. */
export function keep(state: State): Extract<Effect, { type: 'keep' }> {
  return { type: 'keep', text: state.text, place: placeAt(state.layout, state.top), read: readFraction(state) };
}

/** The most texts to go back to. */
export const mostVisits = 50;

/** Returns the section of an id; undefined where none has it. */
export function sectionOf({ layout }: State, id: string): number | undefined {
  if (id === '' || id === 'top') return 0;
  try {
    const [section] = selectSections(layout.article, [`#${id}`]);
    return section && layout.sections.indexOf(section);
  } catch {
    return undefined;
  }
}
