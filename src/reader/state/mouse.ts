import { lineColumns } from '../../render/segment.ts';
import { columns } from '../../render/width.ts';
import type { MouseEvent } from '../keys/decode.ts';
import { visibleLines } from '../layout/position.ts';
import { filtered, listWindow, paneRows } from './contents.ts';
import { follow } from './follow.ts';
import { geometry, relaid, scrolledBy, shiftOf, textColumn } from './geometry.ts';
import { toSection } from './jumps.ts';
import { chooseEntry } from './list-keys.ts';
import { type LinkReference, type State, type Step, textMode } from './model.ts';
import { step } from './step.ts';
import { linksOf } from './unit-links.ts';

/** Handles the mouse: scrolls, goes to a section, follows a link, drags the border of the contents. */
export function onMouse(state: State, event: MouseEvent): Step {
  const { mode, pane } = state;
  if (event.action === 'wheel-down' || event.action === 'wheel-up') {
    const by = event.action === 'wheel-down' ? 3 : -3;
    if (mode.kind !== 'list') return step(scrolledBy(state, by));
    const cursor = Math.max(0, Math.min(filtered(mode).length - 1, mode.cursor + Math.sign(by)));
    return step({ ...state, mode: { ...mode, cursor } });
  }
  if (event.action === 'release') return step({ ...state, dragging: false });
  if (event.action === 'drag') {
    return state.dragging ? step(relaid({ ...state, pane: { ...pane, width: event.column + 1 } })) : step(state);
  }
  const { pane: beside, rows } = geometry(state);
  if (event.row >= rows) return step(state);
  if (mode.kind === 'list') {
    const { first, top } = listWindow(state, mode);
    const cursor = first + event.row - top;
    return event.row >= top && cursor < filtered(mode).length ? chooseEntry(state, { ...mode, cursor }) : step(state);
  }
  if (mode.kind !== 'text' && mode.kind !== 'pane') return step({ ...state, mode: textMode });
  if (beside > 0 && event.column === beside - 1) return step({ ...state, dragging: true });
  if (event.column < beside) return toSection(state, paneRows(state)[event.row]?.section);
  const link = linkAt(state, event.column, event.row);
  return link ? follow({ ...state, mode: textMode }, link) : step({ ...state, mode: textMode });
}

/** Finds the link at a cell of the screen. */
function linkAt(state: State, column: number, row: number): LinkReference | undefined {
  const line = visibleLines(state.layout, state.top, geometry(state).rows)[row];
  if (!line) return undefined;
  let at = textColumn(state) - shiftOf(state, lineColumns(line.content));
  for (const { text, link } of line.content) {
    const end = at + columns(text);
    if (column >= at && column < end) {
      const index = link ? linksOf(state.layout, line.unit).findIndex(({ id }) => id === link.id) : -1;
      return index < 0 ? undefined : { unit: line.unit, index };
    }
    at = end;
  }
  return undefined;
}
