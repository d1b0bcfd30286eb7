import type { Section } from '../../article/article-tree.ts';
import { shownNumber } from '../../article/own-number.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Heading } from '../../markdown/syntax-tree.ts';
import { type Line, lineColumns } from '../segment.ts';
import type { Role } from '../theme.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { inlineSegments } from './inline-segments.ts';

/** Lays out a heading within a quote, a list or the like: it opens no section and has no number. */
export function headingLines(token: Heading, width: number, context: Context): Line[] {
  const style = context.theme[headingRole(token.depth)];
  return wrap(inlineSegments(inlines(token.tokens), context, style), width, context.breaking);
}

/**
 * Lays out a section's heading: its number hangs before a title that contains none. `depth` is 1 for a section of the
 * article itself.
 */
export function sectionHeading(section: Section, depth: number, width: number, context: Context): Line[] {
  if (!section.heading) return [];
  const style = context.theme[headingRole(depth)];
  const title = inlineSegments(inlines(section.heading.tokens), context, style);
  const shown = shownNumber(section);
  const number = { text: shown && `${shown}  `, style: context.theme.number };
  const taken = columns(number.text);
  if (!hasRoom(width, taken)) return wrap([number, ...title], width, context.breaking);
  const lines = wrap(title, width - taken, context.breaking);
  // A heading may be empty: its number still shows that the section is there.
  if (lines.length === 0) return [[{ ...number, text: section.number }]];
  const set = shown === '' ? lines : prefix(lines, number, taken);
  return depth <= 1 && !context.page.accessible ? [...set, underline(set, width, context)] : set;
}

/**
 * Returns a rule as long as the longest of some lines, and no wider than the page: it sets an article's own sections
 * off, with or without colour.
 */
function underline(lines: readonly Line[], width: number, { symbols, theme }: Context): Line {
  const longest = lines.reduce((most, line) => Math.max(most, lineColumns(line)), 0);
  return [{ text: symbols.line.repeat(Math.min(longest, width)), style: theme.rule }];
}

function headingRole(depth: number): Role {
  if (depth <= 1) return 'heading1';
  if (depth === 2) return 'heading2';
  return depth === 3 ? 'heading3' : 'heading4';
}
