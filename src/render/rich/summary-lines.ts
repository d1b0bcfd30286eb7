import { cleanLine } from '../../text/sanitize.ts';
import type { SummaryView } from '../../view/view.ts';
import type { Line, Segment } from '../segment.ts';
import { sectionName, sectionSummaryText } from '../summary-text.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { spaced } from './spacing.ts';

/**
 * Lays out the article's own abstract, then sentences, each beside the number of its section; below the section's title
 * where each section is summed up.
 */
export function* summaryChunks(view: SummaryView, width: number, context: Context): Generator<Line[]> {
  const { theme, breaking, labels } = context;
  const body = spaced();
  if (view.article.title) {
    yield body(wrap([{ text: cleanLine(view.article.title), style: theme.title }], width, breaking), 1);
  }
  if (view.abstract) {
    yield body(wrap([{ text: cleanLine(view.abstract), style: theme.em }], width, breaking), 1);
  }
  const rows = view.each ?? view.sentences.map((sentence) => ({ section: sentence.section, sentence }));
  const widest = rows.reduce((most, { section }) => Math.max(most, sectionName(section).length), 0);
  for (const row of rows) {
    const { section } = row;
    const marker = { text: `${sectionName(section).padStart(widest)}  `, style: theme.number };
    const taken = widest + 2;
    const text = { text: cleanLine(sectionSummaryText(row, labels)), style: theme.text };
    const title = cleanLine(view.each ? section.title : '');
    const layOut = (width: number, first: readonly Segment[]) => {
      if (!title) return wrap([...first, text], width, breaking);
      const heading = wrap([...first, { text: title, style: theme.strong }], width, breaking);
      return [...heading, ...wrap([text], width, breaking)];
    };
    const lines = hasRoom(width, taken) ? prefix(layOut(width - taken, []), marker, taken) : layOut(width, [marker]);
    yield body(lines, 1);
  }
}
