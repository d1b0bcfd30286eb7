import { cleanLine } from '../../text/sanitize.ts';
import type { Position } from '../layout/layout.ts';
import { visibleLines } from '../layout/position.ts';
import { placeAt } from '../places/place.ts';
import { destinationOf } from './destination.ts';
import { geometry, pageRows, scrolledBy, scrolledTo } from './geometry.ts';
import { toSection } from './jumps.ts';
import type { State, Step } from './model.ts';
import { lasting, moment, say, step } from './step.ts';
import { mostVisits, sectionOf, visited } from './switch-text.ts';
import { linksInView, nextLink, referenceOf, shownReference } from './unit-links.ts';

/** Numbers the visible links; without one, turns the page, as this key does elsewhere. */
export function numberLinks(state: State, times: number): Step {
  const { rows } = geometry(state);
  const links = linksInView(visibleLines(state.layout, state.top, rows), state.layout);
  if (links.length === 0) return step(scrolledBy(state, times * pageRows(state)));
  return step({ ...state, mode: { kind: 'links', typed: '', links } });
}

/** Goes to the next link, or the previous one. */
export function toLink(state: State, direction: 1 | -1): Step {
  const { rows } = geometry(state);
  const link = nextLink(state, rows, direction);
  if (!link) return say(state, direction > 0 ? 'no further link' : 'no link before');
  const { line = 0, reference = '' } = referenceOf(state.layout, link) ?? {};
  const next = { ...state, link };
  const isInView = visibleLines(state.layout, state.top, rows).some(
    (each) => each.unit === link.unit && each.line === line,
  );
  const top = { unit: link.unit, line };
  return say(isInView ? next : scrolledNear(next, top), shownReference(reference), lasting);
}

/** Scrolls until a line is visible, a third down the screen. */
function scrolledNear(state: State, line: Position): State {
  return scrolledBy(scrolledTo(state, line), -Math.floor(geometry(state).rows / 3));
}

/** Follows a link. */
export function follow(state: State, link: NonNullable<State['link']>): Step {
  const { link: _, ...rest } = state;
  const reference = referenceOf(state.layout, link)?.reference;
  const destination = reference === undefined ? undefined : destinationOf(reference, state.text);
  switch (destination?.kind) {
    case undefined:
      return say(rest, reference === undefined ? 'no link' : `nothing here opens ${cleanLine(reference)}`);
    case 'footnote':
      return step({ ...rest, mode: { kind: 'footnote', number: destination.number } });
    case 'section': {
      const section = sectionOf(rest, destination.id);
      if (section === undefined) return say(rest, `no section #${cleanLine(destination.id)}`);
      const past = [...rest.past, { text: rest.text, place: placeAt(rest.layout, rest.top) }].slice(-mostVisits);
      return toSection({ ...rest, past, future: [] }, section);
    }
    case 'page':
    case 'file': {
      const { fragment } = destination;
      const source = destination.kind === 'page' ? destination.address : destination.path;
      const open = { type: 'open', source, from: 'link', ...(fragment !== undefined && { fragment }) } as const;
      return say(rest, `opening ${cleanLine(source)}`, lasting, open);
    }
    case 'other':
      return browse(state);
  }
}

/** Opens the current link in the browser, else the page that is read. */
export function browse(state: State): Step {
  const address = linkedAddress(state) ?? (state.link ? undefined : state.text.address);
  if (address === undefined) return say(state, 'no address to open: Tab goes to a link');
  return say(state, `in the browser: ${cleanLine(address)}`, moment, { type: 'browse', address });
}

/** Returns the address of the current link. */
export function linkedAddress({ link, layout, text }: State): string | undefined {
  const reference = link && referenceOf(layout, link)?.reference;
  const destination = reference === undefined ? undefined : destinationOf(reference, text);
  return destination && 'address' in destination ? destination.address : undefined;
}

/** Goes back to the previous place. */
export function goBack(state: State): Step {
  return revisited(state, 'past', 'future') ?? say(state, 'nothing to go back to');
}

/** Goes forward again. */
export function goForth(state: State): Step {
  return revisited(state, 'future', 'past') ?? say(state, 'nothing to go forth to');
}

/** Goes to the last place of one list, and adds the current one to the other. */
function revisited(state: State, from: 'past' | 'future', to: 'past' | 'future'): Step | undefined {
  const visit = state[from].at(-1);
  if (!visit) return undefined;
  const here = { text: state.text, place: placeAt(state.layout, state.top) };
  const next = { ...state, [from]: state[from].slice(0, -1), [to]: [...state[to], here] };
  return visited(next, visit.text, visit.place);
}
