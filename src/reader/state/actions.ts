import { themeNames } from '../../render/page.ts';
import { lineColumns } from '../../render/segment.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { Action } from '../keys/bindings.ts';
import { firstPosition, lastTop, visibleLines } from '../layout/position.ts';
import { contentsList, shownAncestor } from './contents.ts';
import { codeInView, sectionSource } from './copy.ts';
import { browse, goBack, goForth, linkedAddress, numberLinks, toLink } from './follow.ts';
import { currentSection, geometry, pageRows, relaid, scrolledBy, textColumn } from './geometry.ts';
import { jumpedTo, remembering, sectionsOn, sibling, toSection } from './jumps.ts';
import { type State, type Step, textMode } from './model.ts';
import { seekNext } from './seek.ts';
import { moment, say, step } from './step.ts';

/** What each action does; `times` is the count typed before its key, else 1. */
export const actions: Readonly<Record<Action, (state: State, times: number) => Step>> = {
  'line-down': (state, times) => step(scrolledBy(state, times)),
  'line-up': (state, times) => step(scrolledBy(state, -times)),
  'half-down': (state, times) => step(scrolledBy(state, times * halfPage(state))),
  'half-up': (state, times) => step(scrolledBy(state, -times * halfPage(state))),
  'page-down': (state, times) => step(scrolledBy(state, times * pageRows(state))),
  'page-up': (state, times) => step(scrolledBy(state, -times * pageRows(state))),
  top: (state) => step(jumpedTo(state, firstPosition(state.layout))),
  end: (state) => step(jumpedTo(state, lastTop(state.layout, geometry(state).rows))),
  right: (state, times) => step({ ...state, shift: Math.min(state.shift + 8 * times, mostShift(state)) }),
  left: (state, times) => step({ ...state, shift: Math.max(0, state.shift - 8 * times) }),

  'next-section': (state, times) => toSection(state, sectionsOn(state, times, 1)),
  'previous-section': (state, times) => toSection(state, sectionsOn(state, times, -1)),
  'next-sibling': (state, times) => toSection(state, sibling(state, times, 1)),
  'previous-sibling': (state, times) => toSection(state, sibling(state, times, -1)),
  go: (state) => step({ ...state, mode: { kind: 'go', typed: '' } }),

  pane: togglePane,
  focus: focusPane,
  contents: (state) => (state.layout.sections.length < 2 ? say(state, 'no sections') : step(overText(state))),
  sentences: (state) => say(state, 'in the contents, s shows what each section says: w goes there'),

  search: (state) => {
    const regexp = state.search?.regexp ?? false;
    return step({ ...state, mode: { kind: 'search', typed: '', regexp, from: state.top } });
  },
  'next-hit': (state) => toHit(state, 1),
  'previous-hit': (state) => toHit(state, -1),
  clear: (state) => step(cleared(state)),

  links: numberLinks,
  'next-link': (state) => toLink(state, 1),
  'previous-link': (state) => toLink(state, -1),
  browse,
  back: goBack,
  forth: goForth,

  mark: (state) => step({ ...state, pending: 'm' }),
  jump: (state) => step({ ...state, pending: "'" }),

  'copy-section': copySection,
  'copy-code': copyCode,
  'copy-address': copyAddress,

  wider: (state, times) => {
    const measure = Math.max(state.look.measure, state.layout.page.width) + 4 * times;
    return measured(state, Math.min(measure, state.size.columns));
  },
  narrower: (state, times) => measured(state, Math.max(24, state.layout.page.width - 4 * times)),
  'usual-width': (state) => measured(state, state.look.usual),
  wrap: toggleWrap,
  theme: nextTheme,
  edit,
  reload: (state) => {
    if (state.text.source === undefined) return say(state, 'this text cannot be read anew');
    return step(state, { type: 'reload' });
  },
  watch: toggleWatch,
  mouse: toggleMouse,

  help: (state) => step({ ...state, mode: { kind: 'help', top: 0 } }),
  redraw: (state) => step(state, { type: 'redraw' }),
  suspend: (state) => step(state, { type: 'suspend' }),
  quit: (state) => step(state, { type: 'quit' }),
};

function halfPage(state: State): number {
  return Math.ceil(geometry(state).rows / 2);
}

/** Returns the most columns that the widest visible line can be scrolled sideways. */
function mostShift(state: State): number {
  const lines = visibleLines(state.layout, state.top, geometry(state).rows);
  const widest = lines.reduce((most, { content }) => Math.max(most, lineColumns(content)), 0);
  return Math.max(0, widest - (state.size.columns - textColumn(state)));
}

/** Shows the contents over the text. */
function overText(state: State): State {
  return { ...state, mode: contentsList(state, currentSection(state)) };
}

function togglePane(state: State): Step {
  if (state.layout.sections.length < 2) return say(state, 'no sections');
  const shown = geometry(state).pane > 0;
  const next = relaid({ ...state, pane: { ...state.pane, shown: !shown } });
  // Where there is no room beside the text, they go over it.
  if (!shown && geometry(next).pane === 0) return step(overText(state));
  return step({ ...next, mode: textMode });
}

function focusPane(state: State): Step {
  if (state.layout.sections.length < 2) return say(state, 'no sections');
  const shown = geometry(state).pane > 0 ? state : relaid({ ...state, pane: { ...state.pane, shown: true } });
  if (geometry(shown).pane === 0) return step(overText(state));
  const cursor = Math.max(1, shownAncestor(state.layout, state.pane.folded, currentSection(state)));
  return step({ ...shown, mode: { kind: 'pane' }, pane: { ...shown.pane, cursor } });
}

function toHit(state: State, direction: 1 | -1): Step {
  return state.search ? step(remembering(state, seekNext(state, direction))) : say(state, '/ searches');
}

/** Closes whatever is shown besides the text. */
function cleared(state: State): State {
  const { link, search, shift, ...rest } = state;
  if (link) return { ...rest, shift, ...(search && { search }) };
  if (search) return { ...rest, shift };
  return { ...rest, shift: 0, changed: new Set() };
}

function copySection(state: State): Step {
  const title = state.layout.sections[currentSection(state)]?.title;
  const what = title ? `“${cleanLine(title)}”` : 'the text';
  return step(state, { type: 'copy', text: sectionSource(state), what });
}

function copyCode(state: State): Step {
  const code = codeInView(state, visibleLines(state.layout, state.top, geometry(state).rows));
  return code === undefined
    ? say(state, 'no code in view')
    : step(state, { type: 'copy', text: code, what: 'the code' });
}

function copyAddress(state: State): Step {
  const where = linkedAddress(state) ?? state.text.address ?? state.text.path;
  return where === undefined
    ? say(state, 'this text has no address')
    : step(state, { type: 'copy', text: where, what: where });
}

function measured(state: State, measure: number): Step {
  const next = relaid({ ...state, look: { ...state.look, measure } });
  return say(next, `${next.layout.page.width} columns`);
}

function toggleWrap(state: State): Step {
  const wrapCode = !state.look.page.wrapCode;
  const look = { ...state.look, page: { ...state.look.page, wrapCode } };
  const next = relaid({ ...state, look, shift: 0 }, { always: true });
  return say(next, wrapCode ? 'long lines of code: wrapped' : 'long lines of code: whole');
}

function nextTheme(state: State): Step {
  if (state.look.page.colorLevel === 0) return say(state, 'no colours here');
  const theme = themeNames[(themeNames.indexOf(state.look.theme) + 1) % themeNames.length] ?? 'default';
  return say(relaid({ ...state, look: { ...state.look, theme } }, { always: true }), `theme: ${theme}`);
}

function edit(state: State): Step {
  const { path } = state.text;
  if (path === undefined) return say(state, 'there is no file to edit');
  return step(state, { type: 'edit', path, line: state.layout.lineOf(state.top.unit) });
}

function toggleWatch(state: State): Step {
  const { path } = state.text;
  if (path === undefined) return say(state, 'there is no file to follow');
  const watch = !state.watch;
  const effect = { type: 'watch', path: watch ? path : undefined } as const;
  return say({ ...state, watch }, watch ? 'following the file' : 'not following the file', moment, effect);
}

function toggleMouse(state: State): Step {
  const captured = !state.mouse;
  const message = captured ? 'mouse: click on contents and links' : 'mouse: given back';
  return say({ ...state, mouse: captured }, message, moment, { type: 'mouse', captured });
}
