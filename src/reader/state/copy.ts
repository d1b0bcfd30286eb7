import { wholeSource } from '../../article/each-section.ts';
import { cleanText, closeBidi } from '../../text/sanitize.ts';
import type { PlacedLine } from '../layout/position.ts';
import { currentSection } from './geometry.ts';
import type { State } from './model.ts';

/** Returns the Markdown of the current section, its subsections included. */
export function sectionSource(state: State): string {
  const section = state.layout.sections[currentSection(state)];
  return section ? `${closeBidi(cleanText(wholeSource(section))).trim()}\n` : '';
}

/** Returns the first code block that is at least partly visible; undefined without one. */
export function codeInView(state: State, lines: readonly PlacedLine[]): string | undefined {
  for (const { unit } of lines) {
    const block = state.layout.blockAt(unit);
    if (block?.type === 'code') return closeBidi(cleanText(block.text));
  }
  return undefined;
}
