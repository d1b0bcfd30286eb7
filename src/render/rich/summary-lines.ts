import { cleanLine } from '../../text/sanitize.ts';
import type { SummaryView } from '../../view/types.ts';
import type { Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { spaced } from './spacing.ts';

/** Lays out the article's own abstract, then sentences, each beside the number of its section. */
export function* summaryPieces(view: SummaryView, width: number, context: Context): Generator<Line[]> {
  const { theme, breaking } = context;
  const body = spaced();
  if (view.article.title) {
    yield* body(wrap([{ text: cleanLine(view.article.title), style: theme.title }], width, breaking), 1);
  }
  if (view.abstract) {
    yield* body(wrap([{ text: cleanLine(view.abstract), style: theme.em }], width, breaking), 1);
  }
  let widest = 0;
  for (const { section } of view.sentences) widest = Math.max(widest, section.number.length);
  for (const { text, section } of view.sentences) {
    const mark = { text: `${section.number.padStart(widest)}  `, style: theme.number };
    const taken = widest + 2;
    const segments = [{ text: cleanLine(text), style: theme.text }];
    const lines = hasRoom(width, taken)
      ? prefix(wrap(segments, width - taken, breaking), mark, { text: ' '.repeat(taken), style: 0 })
      : wrap([mark, ...segments], width, breaking);
    yield* body(lines, 1);
  }
}
