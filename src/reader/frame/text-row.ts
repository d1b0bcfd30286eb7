import { type Line, lineColumns, lineText } from '../../render/segment.ts';
import { bold, inverse, type Style, underline } from '../../render/style.ts';
import { columns } from '../../render/width.ts';
import type { PlacedLine } from '../layout/position.ts';
import { shiftOf, textColumn } from '../state/geometry.ts';
import type { State } from '../state/model.ts';
import { linksOf } from '../state/unit-links.ts';
import { blankCells, covered, marked, slice, span } from './cells.ts';

/** Returns a line of the text as a row, from column `from` to the right edge of the screen. */
export function textRow(state: State, line: PlacedLine, from: number): Line {
  const width = state.size.columns - from;
  const indent = textColumn(state) - from;
  const wide = lineColumns(line.content);
  const shift = shiftOf(state, wide);
  const room = width - indent;
  let content = slice(highlighted(state, line), shift, room);
  content = withNumbers(state, line, content, shift);
  const { unicode } = state.look.page;
  if (shift > 0) content = covered(content, 0, span(unicode ? '‹' : '<', inverse));
  if (wide - shift > room && room > 1) content = covered(content, room - 1, span(unicode ? '›' : '>', inverse));
  const changed = state.changed.has(line.unit) && line.content.length > 0 && indent > 1;
  const before = changed
    ? [blankCells(indent - 2), span(unicode ? '▎' : '|', state.layout.theme.done), blankCells(1)]
    : [blankCells(indent)];
  const used = indent + lineColumns(content);
  return [...before, ...content, blankCells(width - used)].filter(({ text }) => text !== '');
}

/** Highlights the hits and the current link in a line. */
function highlighted(state: State, { unit, line, content }: PlacedLine): Line {
  const { search, link, layout } = state;
  const highlights: { start: number; end: number; style: Style }[] = [];
  if (search && state.mode.kind !== 'help') {
    for (const range of search.hits.ranges(unit)) {
      if (range.line !== line) continue;
      const isCurrent = search.current?.unit === unit && search.current.index === range.hit;
      highlights.push({ start: range.start, end: range.end, style: isCurrent ? inverse | bold | underline : inverse });
    }
  }
  if (link?.unit === unit) {
    const id = linksOf(layout, unit)[link.index]?.id;
    let at = 0;
    for (const { text, link: own } of content) {
      if (
        own !== undefined &&
        own.id === id &&
        !highlights.some(({ start, end }) => start < at + text.length && end > at)
      ) {
        highlights.push({ start: at, end: at + text.length, style: inverse });
      }
      at += text.length;
    }
  }
  const { length } = lineText(content);
  return marked(
    content,
    highlights.filter(({ start }) => start < length).sort((one, other) => one.start - other.start),
  );
}

/** Writes the numbers of links over their first characters, while links are numbered. */
function withNumbers(state: State, { unit, line, content }: PlacedLine, shown: Line, shift: number): Line {
  const { mode, layout } = state;
  if (mode.kind !== 'links') return shown;
  let numbered = shown;
  const width = lineColumns(shown);
  const visible = mode.links.flatMap((link, index) =>
    link.unit === unit ? [{ index: link.index, number: index + 1 }] : [],
  );
  if (visible.length === 0) return shown;
  const links = linksOf(layout, unit);
  for (const { index, number } of visible) {
    const link = links[index];
    if (!link || (link.line !== line && !isFirstInView(state, unit, link.line, line))) continue;
    let column = -shift;
    for (const { text, link: own } of content) {
      if (own?.id === link.id) break;
      column += columns(text);
    }
    const label = `${number}`;
    const at = Math.max(0, Math.min(column, width - label.length));
    if (label.startsWith(mode.typed) && at + label.length <= width) {
      numbered = covered(numbered, at, span(label, inverse | bold));
    }
  }
  return numbered;
}

/** Reports whether a link that begins above the screen continues in this line, the first on the screen. */
function isFirstInView({ top }: State, unit: number, begins: number, line: number): boolean {
  return top.unit === unit && begins < top.line && line === top.line;
}
