import type { Section } from '../../article/article-tree.ts';
import { shownNumber } from '../../article/own-number.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { CountsView, Match, MatchesView } from '../../view/view.ts';
import type { Line, Segment } from '../segment.ts';
import { sectionName } from '../summary-text.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { spaced } from './spacing.ts';

/** Lays out the matches, under the headings of their sections, the hits marked. */
export function* matchesChunks({ matches, source }: MatchesView, width: number, context: Context): Generator<Line[]> {
  const body = spaced();
  if (source !== undefined) yield body(sourceLine(source, width, context), 1);
  let last: Section | undefined;
  for (const match of matches) {
    if (match.section !== last) yield body(wrap(heading(match.section, context), width, context.breaking), 1);
    last = match.section;
    yield body(matchLines(match, width, context), 1);
  }
  const places = matches.reduce((sum, { hits }) => sum + hits.length, 0);
  if (places < 2) return;
  const sections = new Set(matches.map(({ section }) => section)).size;
  const { labels, theme, breaking } = context;
  yield body(wrap([{ text: labels.found(places, sections), style: theme.meta }], width, breaking), 1);
}

/** Lays out the number of matches in each section. */
export function* countsChunks({ counts, source }: CountsView, width: number, context: Context): Generator<Line[]> {
  if (source !== undefined) yield sourceLine(source, width, context);
  const { theme } = context;
  const widest = counts.reduce((most, { hits }) => Math.max(most, `${hits}`.length), 0);
  for (const { section, hits } of counts) {
    const count = { text: `${`${hits}`.padStart(widest)}  `, style: theme.number };
    yield prefix(wrap(heading(section, context), width - widest - 2, context.breaking), count);
  }
}

/** Writes which source was searched, where there were several. */
function sourceLine(source: string, width: number, { theme, breaking }: Context): Line[] {
  return wrap([{ text: cleanLine(source), style: theme.title }], width, breaking);
}

function heading(section: Section, { theme }: Context): Segment[] {
  const title = { text: cleanLine(section.title), style: theme.heading2 };
  const number = section.level === 0 ? sectionName(section) : shownNumber(section);
  return number ? [{ text: `${number}  `, style: theme.number }, title] : [title];
}

const indent = 3;

function matchLines({ line, before, text, hits, after }: Match, width: number, context: Context): Line[] {
  const { theme, breaking } = context;
  const segments: Segment[] = [];
  const add = (words: string, style: number) => words && segments.push({ text: words, style });
  if (line !== undefined) add(`${line}: `, theme.number);
  add(before.map((sentence) => `${sentence} `).join(''), theme.meta);
  let at = 0;
  for (const { start, end } of hits) {
    add(text.slice(at, start), theme.text);
    add(text.slice(start, end), theme.mark);
    at = end;
  }
  add(text.slice(at), theme.text);
  add(after.map((sentence) => ` ${sentence}`).join(''), theme.meta);
  if (!hasRoom(width, indent)) return wrap(segments, width, breaking);
  return prefix(wrap(segments, width - indent, breaking), { text: ' '.repeat(indent), style: 0 });
}
