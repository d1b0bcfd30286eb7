import { cleanLine } from '../../text/sanitize.ts';
import type { Layout } from '../layout/layout.ts';
import { type PlacedLine, visibleLines } from '../layout/position.ts';
import type { LinkReference, State } from './model.ts';

/** A link of a unit: its target, and its first line. */
export interface UnitLink {
  readonly reference: string;
  readonly line: number;
  /** The id of its segments. */
  readonly id: number;
}

/** Lists the links of a unit, in order. */
export function linksOf(layout: Layout, unit: number): readonly UnitLink[] {
  const links = new Map<number, UnitLink>();
  for (const [line, content] of layout.lines(unit).entries()) {
    for (const { link } of content) {
      if (link && !links.has(link.id)) links.set(link.id, { reference: link.address, line, id: link.id });
    }
  }
  return [...links.values()].sort((one, other) => one.line - other.line || one.id - other.id);
}

/** Lists the links that are at least partly visible, in order. */
export function linksInView(lines: readonly PlacedLine[], layout: Layout): readonly LinkReference[] {
  const found: LinkReference[] = [];
  for (const unit of new Set(lines.map((line) => line.unit))) {
    const seen = new Set(
      lines.filter((line) => line.unit === unit).flatMap(({ content }) => content.map(({ link }) => link?.id)),
    );
    for (const [index, { id }] of linksOf(layout, unit).entries()) if (seen.has(id)) found.push({ unit, index });
  }
  return found;
}

/** Returns the link of a reference. */
export function referenceOf(layout: Layout, { unit, index }: LinkReference): UnitLink | undefined {
  return unit < layout.count ? linksOf(layout, unit)[index] : undefined;
}

/**
 * Returns the link after the current one, or before it where `direction` is -1; without a current one, the first or
 * last visible, else the next of the text. Undefined where there is none.
 */
export function nextLink(state: State, rows: number, direction: 1 | -1): LinkReference | undefined {
  const { layout, link, top } = state;
  const inView = linksInView(visibleLines(layout, top, rows), layout);
  const current =
    link && inView.some((each) => each.unit === link.unit && each.index === link.index) ? link : undefined;
  if (!current && inView.length > 0) return direction > 0 ? inView[0] : inView.at(-1);
  let unit = current?.unit ?? (direction > 0 ? top.unit : top.unit - 1);
  let index = current ? current.index + direction : direction > 0 ? 0 : Number.POSITIVE_INFINITY;
  // A text of a hundred thousand blocks may have no link at all.
  for (let looked = 0; unit >= 0 && unit < layout.count && looked < mostLooked; looked++) {
    const { length } = linksOf(layout, unit);
    const found = index === Number.POSITIVE_INFINITY ? length - 1 : index;
    if (found >= 0 && found < length) return { unit, index: found };
    unit += direction;
    index = direction > 0 ? 0 : Number.POSITIVE_INFINITY;
  }
  return undefined;
}

const mostLooked = 2000;

/** Writes the target of a link for the status row. */
export function shownReference(reference: string): string {
  return cleanLine(reference.replace(/^footnote:(\d+)$/, 'note $1'));
}
