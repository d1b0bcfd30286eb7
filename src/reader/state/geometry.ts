import { marginOf, type Page } from '../../render/page.ts';
import { Layout, type Position } from '../layout/layout.ts';
import {
  anchorAt,
  compare,
  firstPosition,
  lastTop,
  move,
  overlap,
  positionOf,
  progress,
  sectionRead,
  visibleLines,
} from '../layout/position.ts';
import { paneColumns, textRows } from './contents.ts';
import { Hits } from './hits.ts';
import { type Look, type OpenText, type Size, type State, textMode } from './model.ts';

/** The smallest screen that can be used. */
const smallest = { columns: 20, rows: 5 };

/** The regions of the screen, in columns and rows. */
export interface Geometry {
  /** Whether the screen is too small to be used. */
  readonly isTooSmall: boolean;
  /** The columns of the contents, their border included; 0 where they are not shown. */
  readonly pane: number;
  /** The column at which the page begins, its margin included. */
  readonly left: number;
  /** The columns of the page. */
  readonly width: number;
  /** The rows of the text. */
  readonly rows: number;
}

export function geometry({ size, text, look, pane }: Pick<State, 'size' | 'text' | 'look' | 'pane'>): Geometry {
  const beside = paneColumns(pane, size, text.article);
  const room = size.columns - beside;
  const width = Math.max(1, Math.min(look.measure, room));
  return {
    isTooSmall: size.columns < smallest.columns || size.rows < smallest.rows,
    pane: beside,
    left: beside + Math.floor((room - width) / 2),
    width,
    rows: textRows(size),
  };
}

/** Returns the state of a newly opened text, at its beginning. */
export function openState(size: Size, text: OpenText, look: Look, watch: boolean): State {
  const pane = { cursor: 0, folded: new Set<number>() };
  const layout = layOut({ size, text, look, pane });
  return {
    size,
    text,
    look,
    layout,
    top: firstPosition(layout),
    shift: 0,
    count: '',
    mode: textMode,
    pane,
    past: [],
    future: [],
    mouse: false,
    dragging: false,
    watch,
    changed: new Set(),
    moment: 0,
  };
}

/** Lays out the text for the screen and the appearance of a state. */
export function layOut(state: Pick<State, 'size' | 'text' | 'look' | 'pane'>): Layout {
  const { look, text } = state;
  const page: Page = { ...look.page, theme: look.theme, width: geometry(state).width };
  return new Layout(text.article, page, look.tools, { whole: text.whole, name: text.name });
}

/** Lays out again where the page has changed, with the same words at the top. */
export function relaid(state: State, { always = false } = {}): State {
  const { width } = geometry(state);
  if (!always && width === state.layout.page.width) return state;
  const anchor = state.anchor ?? anchorAt(state.layout, state.top);
  const layout = layOut(state);
  const search = state.search && { ...state.search, hits: new Hits(layout, state.search.hits.find) };
  return { ...state, layout, anchor, top: positionOf(layout, anchor), ...(search && { search }) };
}

/** Scrolls until a line is at the top, even beyond the last screen. */
export function scrolledTo(state: State, top: Position): State {
  if (compare(top, state.top) === 0) return state;
  const { anchor: _, ...rest } = state;
  return { ...rest, top };
}

/** Scrolls by some lines: up to the beginning, down until the last line is on the last row. */
export function scrolledBy(state: State, lines: number): State {
  const wanted = move(state.layout, state.top, lines);
  if (lines < 0) return scrolledTo(state, wanted);
  const { rows } = geometry(state);
  // The screen may be further down than that, after a jump to a section at the end: then nothing moves.
  if (visibleLines(state.layout, wanted, rows).length === rows) return scrolledTo(state, wanted);
  const end = lastTop(state.layout, rows);
  return compare(end, state.top) > 0 ? scrolledTo(state, end) : state;
}

/** Returns the index of the current section. */
export function currentSection({ layout, top }: State): number {
  return sectionRead(layout, top);
}

/** Counts the rows by which a page is turned: those of the text, less the {@link overlap}. */
export function pageRows(state: State): number {
  return Math.max(1, geometry(state).rows - overlap);
}

/** Returns the fraction of the text read once the screen is, 0 to 1. */
export function readFraction(state: State): number {
  const lines = visibleLines(state.layout, state.top, geometry(state).rows + 1);
  const last = lines[Math.min(lines.length, geometry(state).rows) - 1];
  if (!last || (lines.length <= geometry(state).rows && state.text.whole === undefined)) return 1;
  return Math.min(1, progress(state.layout, last));
}

/** Returns the column at which the text begins. */
export function textColumn(state: State): number {
  const { left, width } = geometry(state);
  return left + marginOf(width);
}

/** Returns the columns by which a line is scrolled sideways: only one wider than the screen is. */
export function shiftOf(state: State, wide: number): number {
  return Math.max(0, Math.min(state.shift, wide - (state.size.columns - textColumn(state))));
}
