import { symbolsFor } from '../../render/rich/symbols.ts';
import { type Line, lineColumns } from '../../render/segment.ts';
import { bold, inverse } from '../../render/style.ts';
import { columns } from '../../render/width.ts';
import { type HelpLine, helpKeys, helpLines } from '../keys/help.ts';
import { filtered, listWindow } from '../state/contents.ts';
import type { ListMode, State } from '../state/model.ts';
import { blankCells, fitted, span } from './cells.ts';

/** Returns the rows of a list over the text: title and filter, entries, available keys. */
export function listRows(state: State, mode: ListMode, rows: number): readonly Line[] {
  const { unicode } = state.look.page;
  const { first, rows: shown, left, width } = listWindow(state, mode);
  const entries = filtered(mode);
  const cut = symbolsFor(state.look.page).ellipsis;
  const full = (line: Line): Line =>
    fitted([blankCells(left), ...fitted(line, width, { cut })], state.size.columns, { cut: '' });
  const margin = blankCells(width > 40 ? 2 : 0);
  const lines: Line[] = [
    full([margin, span(mode.title, bold), blankCells(2), span(mode.filter), span(' ', inverse)]),
    full([]),
  ];
  for (const [index, entry] of entries.slice(first, first + shown).entries()) {
    const detail = columns(entry.detail) > width / 2 ? '' : entry.detail;
    const room = width - 2 * lineColumns([margin]) - (detail === '' ? 0 : columns(detail) + 2);
    const label = fitted([blankCells(entry.indent), span(entry.label)], Math.max(1, room), { cut });
    const line: Line = detail === '' ? label : [...label, blankCells(2), span(detail, state.layout.theme.meta)];
    const isChosen = first + index === mode.cursor;
    lines.push(full([margin, ...(isChosen ? line.map(({ text }) => span(text, inverse)) : line)]));
  }
  if (entries.length === 0) lines.push(full([margin, span('nothing here has these words', state.layout.theme.meta)]));
  while (lines.length < rows - 1) lines.push(full([]));
  const enter = unicode ? '⏎' : 'Enter';
  const about = `type to filter - ${enter} opens - Esc leaves`.replaceAll(' - ', unicode ? ' · ' : ' - ');
  if (lines.length < rows) lines.push(full([margin, span(about, state.layout.theme.meta)]));
  return lines.slice(0, rows);
}

/** Returns the rows of the help page, scrolled to `top`. */
export function helpRows(state: State, top: number, rows: number): readonly Line[] {
  const { columns: screen } = state.size;
  const lines = helpLines(screen, rows, state.look.page.unicode).slice(top, top + rows);
  return Array.from({ length: rows }, (_, row) => {
    const halves = lines[row] ?? [];
    const width = Math.min(widestHelp, Math.floor(screen / Math.max(1, halves.length)));
    const left = Math.floor((screen - width * halves.length) / 2);
    const content = halves.flatMap((line) => fitted(helpLine(line), width, { cut: '' }));
    return fitted([blankCells(left), ...content], screen, { cut: '' });
  });
}

/** The most columns of one half of the help page. */
const widestHelp = 48;

function helpLine({ keys, does, isTitle }: HelpLine): Line {
  if (isTitle) return [span(keys, bold)];
  return [...fitted([blankCells(2), span(keys)], helpKeys + 2, { cut: '' }), span(does)];
}

/** Returns the rows of a footnote shown below the text, at most half the screen. */
export function footnoteRows(state: State, number: number, rows: number, from: number): readonly Line[] {
  const { layout, look } = state;
  const width = state.size.columns - from;
  const indent = blankCells(Math.max(0, Math.floor((width - layout.width) / 2)));
  const inner = Math.max(1, Math.min(layout.width, width));
  const lines = layout.footnote(number, inner);
  const line = look.page.unicode ? '─' : '-';
  const title = `${line}${line} ${number} `;
  const most = Math.max(1, Math.floor(rows / 2) - 1);
  const shown =
    lines.length > most
      ? [...lines.slice(0, most - 1), [span(symbolsFor(look.page).ellipsis, state.layout.theme.meta)]]
      : lines;
  const rule: Line = [span(title + line.repeat(Math.max(0, inner - columns(title))), layout.theme.rule)];
  const content: readonly Line[] =
    lines.length === 0 ? [[span('this note is not defined', state.layout.theme.meta)]] : shown;
  return [rule, ...content].map((each) => fitted([indent, ...each], width, { cut: '' }));
}
