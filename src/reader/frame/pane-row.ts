import { symbolsFor } from '../../render/rich/symbols.ts';
import type { Line, Segment } from '../../render/segment.ts';
import { bold, inverse, plain } from '../../render/style.ts';
import { columns } from '../../render/width.ts';
import { entryIndent, entryLabel, hasChildren, type PaneRow, shownAncestor } from '../state/contents.ts';
import { currentSection } from '../state/geometry.ts';
import type { State } from '../state/model.ts';
import { blankCells, fitted, restyled, span } from './cells.ts';

/** Returns a row of the contents beside the text: `width` columns, the border at their right. */
export function paneRow(
  state: State,
  row: PaneRow | undefined,
  width: number,
  hits: ReadonlyMap<number, number> | undefined,
): Line {
  const { unicode } = state.look.page;
  const edge = span(unicode ? '│' : '|', state.layout.theme.rule);
  // An empty column separates a truncated title from the border.
  const inner = width - 2;
  if (!row) return [blankCells(inner + 1), edge];
  const { layout, pane, mode } = state;
  const cut = symbolsFor(state.look.page).ellipsis;
  const indent = blankCells(entryIndent(layout.depthOf(row.section)));
  if (row.sentence !== undefined) {
    return [
      ...fitted([blankCells(2), indent, span(row.sentence, state.layout.theme.meta)], inner, { cut }),
      blankCells(1),
      edge,
    ];
  }
  const section = layout.sections[row.section];
  const isCurrent = shownAncestor(layout, pane.folded, currentSection(state)) === row.section;
  const isFolded = pane.folded.has(row.section) && hasChildren(layout, row.section);
  const count = isFolded ? hitsWithin(state, row.section, hits) : (hits?.get(row.section) ?? 0);
  const right: Segment[] = count > 0 ? [span(` ${count}`, state.layout.theme.meta)] : [];
  const marker = isCurrent ? (unicode ? '▌' : '>') : ' ';
  const label: Segment[] = [
    span(marker, isCurrent ? bold : plain),
    indent,
    span(section ? entryLabel(section) : '', isCurrent ? bold : plain),
    ...(isFolded ? [span(unicode ? ' ▸' : ' +', state.layout.theme.meta)] : []),
  ];
  const room = inner - right.reduce((sum, { text }) => sum + columns(text), 0);
  const line = room > 4 ? [...fitted(label, room, { cut }), ...right] : fitted(label, inner, { cut });
  const isChosen = mode.kind === 'pane' && pane.cursor === row.section;
  return [...(isChosen ? restyled(line, inverse) : line), blankCells(1), edge];
}

/** Counts the hits in a section and in the subsections folded into it. */
function hitsWithin({ layout }: State, section: number, hits: ReadonlyMap<number, number> | undefined): number {
  let sum = hits?.get(section) ?? 0;
  const depth = layout.depthOf(section);
  for (let below = section + 1; below < layout.sections.length && layout.depthOf(below) > depth; below++) {
    sum += hits?.get(below) ?? 0;
  }
  return sum;
}
