import { UserError } from '../../errors.ts';
import { lineColumns } from '../../render/segment.ts';
import { themeNames } from '../../render/theme.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { selectSections } from '../../view/select.ts';
import { actionFor } from '../keys/bindings.ts';
import type { Position } from '../layout/layout.ts';
import { compare, firstPosition, lastTop, visibleLines } from '../layout/position.ts';
import { findPlace, placeAt } from '../places/place.ts';
import { contentsList, shownAncestor } from './contents.ts';
import { codeInView, sectionSource } from './copy.ts';
import type { State, Step } from './model.ts';
import { seekNext } from './seek.ts';
import { currentSection, geometry, relaid, scrolledBy, scrolledTo, textColumn } from './state.ts';
import { say, step } from './step.ts';
import { keep, mostVisits, sectionOf, visited } from './switch.ts';
import { destinationOf, linksInView, nextLink, referenceOf } from './unit-links.ts';

/** A key while one reads. */
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
  if (key === 'm' || key === "'" || key === 'Z') return step({ ...bare, pending: key });
  const times = Math.min(10_000, Math.max(1, Number.parseInt(count, 10) || 1));
  return onAction(bare, key, times);
}

function onSecondKey(state: State, first: string, second: string): Step {
  if (first === 'Z') return second === 'Z' ? step(state, { type: 'quit' }) : step(state);
  if (first === "'" && (second === "'" || second === '`')) {
    return state.before ? step(jumpedTo(state, findPlace(state.layout, state.before))) : say(state, 'no place before');
  }
  if (!/^[\p{L}\p{N}]$/u.test(second)) return step(state);
  if (first === 'm') {
    const marks = { ...state.text.marks, [second]: placeAt(state.layout, state.top) };
    const text = { ...state.text, marks };
    const next = say({ ...state, text }, `bookmark ${second} is here`);
    return { ...next, effects: [...next.effects, keep(next.state)] };
  }
  const place = Object.hasOwn(state.text.marks, second) ? state.text.marks[second] : undefined;
  if (!place) return say(state, `no bookmark ${second}${knownMarks(state)}`);
  return step(jumpedTo(state, findPlace(state.layout, place)));
}

function knownMarks({ text }: State): string {
  const letters = Object.keys(text.marks).sort().join(' ');
  return letters === '' ? '' : `; there are ${letters}`;
}

function onAction(state: State, key: string, times: number): Step {
  const { layout } = state;
  const { rows } = geometry(state);
  const action = actionFor(key);
  switch (action) {
    case undefined:
      return step(state);
    case 'line-down':
      return step(scrolledBy(state, times));
    case 'line-up':
      return step(scrolledBy(state, -times));
    case 'half-down':
      return step(scrolledBy(state, times * Math.ceil(rows / 2)));
    case 'half-up':
      return step(scrolledBy(state, -times * Math.ceil(rows / 2)));
    case 'page-down':
      return step(scrolledBy(state, times * pageRows(rows)));
    case 'page-up':
      return step(scrolledBy(state, -times * pageRows(rows)));
    case 'top':
      return step(jumpedTo(state, firstPosition(layout)));
    case 'end':
      return step(jumpedTo(state, lastTop(layout, rows)));
    case 'right':
      return step({ ...state, shift: Math.min(state.shift + 8 * times, mostShift(state)) });
    case 'left':
      return step({ ...state, shift: Math.max(0, state.shift - 8 * times) });
    case 'next-section':
      return toSection(state, sectionsOn(state, times, 1));
    case 'previous-section':
      return toSection(state, sectionsOn(state, times, -1));
    case 'next-sibling':
      return toSection(state, sibling(state, times, 1));
    case 'previous-sibling':
      return toSection(state, sibling(state, times, -1));
    case 'go':
      return step({ ...state, mode: { kind: 'go', typed: '' } });
    case 'pane':
      return togglePane(state);
    case 'focus':
      return focusPane(state);
    case 'contents':
      if (layout.sections.length < 2) return say(state, 'no sections');
      return step({ ...state, mode: contentsList(state, currentSection(state)) });
    case 'sentences':
      return say(state, 'in the contents, s shows what each section says: w goes there');
    case 'search':
      return step({
        ...state,
        mode: { kind: 'search', typed: '', regexp: state.search?.regexp ?? false, from: state.top },
      });
    case 'next-hit':
    case 'previous-hit': {
      if (!state.search) return say(state, '/ searches');
      const next = seekNext(state, action === 'next-hit' ? 1 : -1);
      return step(remembering(state, next));
    }
    case 'clear':
      return step(cleared(state));
    case 'links':
      return numberLinks(state, times);
    case 'next-link':
    case 'previous-link':
      return toLink(state, action === 'next-link' ? 1 : -1);
    case 'browse':
      return browse(state);
    case 'back':
      return goBack(state);
    case 'forth':
      return goForth(state);
    case 'mark':
    case 'jump':
      return step(state);
    case 'copy-section': {
      const title = layout.sections[currentSection(state)]?.title;
      return step(state, {
        type: 'copy',
        text: sectionSource(state),
        what: title ? `“${cleanLine(title)}”` : 'the text',
      });
    }
    case 'copy-code': {
      const code = codeInView(state, visibleLines(layout, state.top, rows));
      return code === undefined
        ? say(state, 'no code in view')
        : step(state, { type: 'copy', text: code, what: 'the code' });
    }
    case 'copy-address': {
      const where = linkedAddress(state) ?? state.text.address ?? state.text.path;
      return where === undefined
        ? say(state, 'this text has no address')
        : step(state, { type: 'copy', text: where, what: where });
    }
    case 'wider':
      return measured(state, Math.min(Math.max(state.look.measure, layout.page.width) + 4 * times, state.size.columns));
    case 'narrower':
      return measured(state, Math.max(24, layout.page.width - 4 * times));
    case 'usual-width':
      return measured(state, state.look.usual);
    case 'theme':
      return nextTheme(state);
    case 'edit':
      if (state.text.path === undefined) return say(state, 'there is no file to edit');
      return step(state, { type: 'edit', path: state.text.path, line: lineInFile(state, state.text.path) });
    case 'reload':
      return state.text.source === undefined
        ? say(state, 'this text cannot be read anew')
        : step(state, { type: 'reload' });
    case 'watch': {
      if (state.text.path === undefined) return say(state, 'there is no file to follow');
      const watch = !state.watch;
      const next = say({ ...state, watch }, watch ? 'following the file' : 'not following the file');
      return { ...next, effects: [...next.effects, { type: 'watch', path: watch ? state.text.path : undefined }] };
    }
    case 'mouse': {
      const mouse = !state.mouse;
      const next = say({ ...state, mouse }, mouse ? 'mouse: click on contents and links' : 'mouse: given back');
      return { ...next, effects: [...next.effects, { type: 'mouse', captured: mouse }] };
    }
    case 'help':
      return step({ ...state, mode: { kind: 'help', top: 0 } });
    case 'redraw':
      return step(state, { type: 'redraw' });
    case 'suspend':
      return step(state, { type: 'suspend' });
    case 'quit':
      return step(state, { type: 'quit' });
  }
}

/** The line of the file at the top of the screen; 1 where the file is no Markdown, for then it has become some. */
function lineInFile({ layout, top }: State, path: string): number {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path) ? layout.lineOf(top.unit) : 1;
}

/** The columns by which the widest line in view may be moved to the left. */
function mostShift(state: State): number {
  const lines = visibleLines(state.layout, state.top, geometry(state).rows);
  const widest = lines.reduce((most, { content }) => Math.max(most, lineColumns(content)), 0);
  return Math.max(0, widest - (state.size.columns - textColumn(state)));
}

/** A page, less the two lines by which one finds one's way. */
function pageRows(rows: number): number {
  return Math.max(1, rows - 2);
}

/** The state at another line, from which one can come back. */
export function jumpedTo(state: State, top: Position): State {
  return remembering(state, scrolledTo(state, top));
}

/** The state after a jump with the place before it kept, where it is another one. */
function remembering(before: State, after: State): State {
  if (compare(before.top, after.top) === 0) return after;
  return { ...after, before: placeAt(before.layout, before.top) };
}

export function toSection(state: State, section: number | undefined): Step {
  if (section === undefined) return step(state);
  return step(jumpedTo({ ...state, pane: { ...state.pane, cursor: section } }, state.layout.beginningOf(section)));
}

/** The section that is so many headings below the top of the screen, or above. */
function sectionsOn(state: State, times: number, direction: 1 | -1): number | undefined {
  const { layout, top } = state;
  const { length } = layout.sections;
  let section = currentSection(state);
  // At the heading itself, and in the empty lines before it, the section is the current one already.
  const toTop = compare(layout.beginningOf(section), top);
  let left = times;
  if (direction > 0 ? toTop > 0 : toTop < 0) left--;
  section = section + direction * left;
  if (direction > 0) return section < length ? section : currentSection(state) < length - 1 ? length - 1 : undefined;
  return Math.max(0, section);
}

function sibling(state: State, times: number, direction: 1 | -1): number | undefined {
  const { layout } = state;
  const current = currentSection(state);
  const depth = Math.max(1, layout.depthOf(current));
  let found: number | undefined;
  let left = times;
  for (let section = current + direction; section > 0 && section < layout.sections.length; section += direction) {
    if (layout.depthOf(section) !== depth) continue;
    found = section;
    left--;
    if (left === 0) break;
  }
  return found;
}

/** Goes to what a selector of sections names. */
export function go(state: State, selector: string): Step {
  const { layout } = state;
  if (selector.trim() === '') return step(state);
  try {
    const [section] = selectSections(layout.article, [selector]);
    return toSection(state, section && layout.sections.indexOf(section));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return say(state, cleanLine(error.message));
  }
}

function togglePane(state: State): Step {
  if (state.layout.sections.length < 2) return say(state, 'no sections');
  const shown = geometry(state).pane > 0;
  const next = relaid({ ...state, pane: { ...state.pane, shown: !shown } });
  // Where there is no room beside the text, over it is the place.
  if (!shown && geometry(next).pane === 0) return step({ ...state, mode: contentsList(state, currentSection(state)) });
  return step({ ...next, mode: { kind: 'text' } });
}

function focusPane(state: State): Step {
  if (state.layout.sections.length < 2) return say(state, 'no sections');
  const shown = geometry(state).pane > 0 ? state : relaid({ ...state, pane: { ...state.pane, shown: true } });
  if (geometry(shown).pane === 0) return step({ ...state, mode: contentsList(state, currentSection(state)) });
  const cursor = Math.max(1, shownAncestor(state.layout, state.pane.folded, currentSection(state)));
  return step({ ...shown, mode: { kind: 'pane' }, pane: { ...shown.pane, cursor } });
}

/** Puts away what is there besides the text. */
function cleared(state: State): State {
  const { link, search, shift, ...rest } = state;
  if (link) return { ...rest, shift, ...(search && { search }) };
  if (search) return { ...rest, shift };
  return { ...rest, shift: 0, changed: new Set() };
}

function numberLinks(state: State, times: number): Step {
  const { rows } = geometry(state);
  const links = linksInView(visibleLines(state.layout, state.top, rows), state.layout);
  if (links.length === 0) return step(scrolledBy(state, times * pageRows(rows)));
  return step({ ...state, mode: { kind: 'links', typed: '', links } });
}

function toLink(state: State, direction: 1 | -1): Step {
  const { rows } = geometry(state);
  const link = nextLink(state, rows, direction);
  if (!link) return say(state, direction > 0 ? 'no further link' : 'no link before');
  const { line = 0, reference = '' } = referenceOf(state.layout, link) ?? {};
  const next = { ...state, link };
  const isInView = visibleLines(state.layout, state.top, rows).some(
    (each) => each.unit === link.unit && each.line === line,
  );
  const top = { unit: link.unit, line };
  const told = reference.replace(/^footnote:(\d+)$/, 'note $1');
  return say(isInView ? next : scrolledNear(next, top), cleanLine(told), undefined);
}

/** The state with a line in view, a third down the screen. */
export function scrolledNear(state: State, line: Position): State {
  return scrolledBy(scrolledTo(state, line), -Math.floor(geometry(state).rows / 3));
}

/** Follows a link to where it leads. */
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
      const next = say(rest, `opening ${cleanLine(source)}`, undefined);
      return {
        ...next,
        effects: [...next.effects, { type: 'open', source, from: 'link', ...(fragment !== undefined && { fragment }) }],
      };
    }
    case 'other':
      return browse(state);
  }
}

function linkedAddress({ link, layout, text }: State): string | undefined {
  const reference = link && referenceOf(layout, link)?.reference;
  const destination = reference === undefined ? undefined : destinationOf(reference, text);
  return destination && 'address' in destination ? destination.address : undefined;
}

function browse(state: State): Step {
  const address = linkedAddress(state) ?? (state.link ? undefined : state.text.address);
  if (address === undefined) return say(state, 'no address to open: Tab goes to a link');
  const next = say(state, `in the browser: ${cleanLine(address)}`);
  return { ...next, effects: [...next.effects, { type: 'browse', address }] };
}

function goBack(state: State): Step {
  const visit = state.past.at(-1);
  if (!visit) return say(state, 'nothing to go back to');
  const here = { text: state.text, place: placeAt(state.layout, state.top) };
  const next = { ...state, past: state.past.slice(0, -1), future: [...state.future, here] };
  return visited(next, visit.text, visit.place);
}

function goForth(state: State): Step {
  const visit = state.future.at(-1);
  if (!visit) return say(state, 'nothing to go forth to');
  const here = { text: state.text, place: placeAt(state.layout, state.top) };
  const next = { ...state, future: state.future.slice(0, -1), past: [...state.past, here] };
  return visited(next, visit.text, visit.place);
}

function nextTheme(state: State): Step {
  if (state.look.page.colorLevel === 0) return say(state, 'no colours here');
  const theme = themeNames[(themeNames.indexOf(state.look.theme) + 1) % themeNames.length] ?? 'default';
  return say(relaid({ ...state, look: { ...state.look, theme } }, { always: true }), `theme: ${theme}`);
}

function measured(state: State, measure: number): Step {
  const next = relaid({ ...state, look: { ...state.look, measure } });
  return say(next, `${next.layout.page.width} columns`);
}
