import type { Line } from '../../render/segment.ts';
import { visibleLines } from '../layout/position.ts';
import { paneRows } from '../state/contents.ts';
import { geometry } from '../state/geometry.ts';
import type { State } from '../state/model.ts';
import { blankCells, fitted, span } from './cells.ts';
import { footnoteRows, helpRows, listRows } from './overlay.ts';
import { paneRow } from './pane-row.ts';
import { statusRow } from './status-row.ts';
import { textRow } from './text-row.ts';

/** Returns the screen: exactly as many lines as it has rows, each exactly as wide as it is. Pure. */
export function frame(state: State): readonly Line[] {
  const { size, mode } = state;
  const { isTooSmall, rows, pane } = geometry(state);
  if (isTooSmall) return tooSmall(state);
  const below: Line[] = [
    ...Array.from({ length: size.rows - rows - 1 }, () => [blankCells(size.columns)]),
    statusRow(state),
  ];
  if (mode.kind === 'help') return [...helpRows(state, mode.top, rows), ...below];
  if (mode.kind === 'list') return [...listRows(state, mode, rows), ...below];
  const lines = visibleLines(state.layout, state.top, rows);
  const note = mode.kind === 'footnote' ? footnoteRows(state, mode.number, rows, pane) : [];
  const beside = pane > 0 ? paneRows(state) : [];
  const hits = pane > 0 ? state.search?.hits.bySection() : undefined;
  const out: Line[] = [];
  for (let row = 0; row < rows; row++) {
    const left = pane > 0 ? paneRow(state, beside[row], pane, hits) : [];
    const line = lines[row];
    const footnote = note[row - (rows - note.length)];
    const right = footnote ?? (line ? textRow(state, line, pane) : [blankCells(size.columns - pane)]);
    out.push([...left, ...right]);
  }
  return [...out, ...below];
}

function tooSmall({ size }: State): readonly Line[] {
  const words = 'too small: 20 x 5 is the least';
  return Array.from({ length: size.rows }, (_, row) =>
    fitted([span(words.slice(row * size.columns, (row + 1) * size.columns))], size.columns, { cut: '' }),
  );
}
