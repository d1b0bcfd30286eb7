import { UserError } from '../../errors.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { selectSections } from '../../view/select.ts';
import type { Position } from '../layout/layout.ts';
import { compare } from '../layout/position.ts';
import { placeAt } from '../places/place.ts';
import { contentsList, filtered } from './contents.ts';
import { currentSection, scrolledTo } from './geometry.ts';
import type { State, Step } from './model.ts';
import { say, step } from './step.ts';

/** Goes to another line, with a place to come back to. */
export function jumpedTo(state: State, top: Position): State {
  return remembering(state, scrolledTo(state, top));
}

/** Keeps the place before a jump, where the jump went elsewhere. */
export function remembering(before: State, after: State): State {
  if (compare(before.top, after.top) === 0) return after;
  return { ...after, before: placeAt(before.layout, before.top) };
}

/** Goes to a section. */
export function toSection(state: State, section: number | undefined): Step {
  if (section === undefined) return step(state);
  return step(jumpedTo({ ...state, pane: { ...state.pane, cursor: section } }, state.layout.beginningOf(section)));
}

/** Returns the section that is `times` headings below the top of the screen, or above. */
export function sectionsOn(state: State, times: number, direction: 1 | -1): number | undefined {
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

/** Returns the section `times` siblings of the current level below, or above. */
export function sibling(state: State, times: number, direction: 1 | -1): number | undefined {
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

/**
 * Finds the section that was typed: by a selector; where its words match several titles or none as a whole, the first
 * title that contains them. Without one, returns the reason.
 */
export function sectionMeant(state: State, typed: string): { readonly section?: number; readonly reason?: string } {
  const { layout } = state;
  if (typed.trim() === '') return {};
  try {
    const [section] = selectSections(layout.article, [typed]);
    return section ? { section: layout.sections.indexOf(section) } : {};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = /\p{L}/u.test(typed) ? filtered({ ...contentsList(state, 0), filter: typed }) : [];
    return typeof first?.target === 'number' ? { section: first.target } : { reason: cleanLine(error.message) };
  }
}

/** Goes to the section that was typed. */
export function go(state: State, typed: string): Step {
  const { section, reason } = sectionMeant(state, typed);
  return reason === undefined ? toSection(state, section) : say(state, reason);
}
