import { readingMinutes } from '../../article/reading-time.ts';
import { articleWords } from '../../article/word-count.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { ShelfView } from '../../view/view.ts';
import { isFrench } from '../labels.ts';
import { append, type Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import { writtenDate } from '../written-date.ts';
import type { Context } from './context.ts';
import { spaced } from './spacing.ts';
import { factLines } from './title.ts';

/** Lays out the shelf: the name of each article, its title, and a line of facts. */
export function* shelfChunks({ entries }: ShelfView, width: number, context: Context): Generator<Line[]> {
  const { theme, labels } = context;
  const body = spaced();
  for (const { name, article, read } of entries) {
    const { date, language } = article.metadata;
    const breaking = { ...context.breaking, french: isFrench(language) };
    const facts = [
      date && writtenDate(date, language),
      language,
      labels.minutes(readingMinutes(articleWords(article), language)),
      read !== undefined && labels.read(read),
    ].filter((fact) => typeof fact === 'string');
    const lines = wrap([{ text: cleanLine(name), style: theme.heading1 }], width, breaking);
    append(lines, wrap([{ text: cleanLine(article.title), style: theme.text }], width, breaking));
    append(lines, factLines(facts, width, context));
    yield body(lines, 1);
  }
}
