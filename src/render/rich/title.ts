import type { Article } from '../../article/types.ts';
import { articleWords, readingMinutes } from '../../article/word-count.ts';
import { linkTarget } from '../../text/link-target.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { Line } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import { writtenDate } from '../written-date.ts';
import { append } from './blocks.ts';
import type { Context } from './context.ts';

/** Title, then one dim line of what there is to say about the article. */
export function titleBlock(article: Article, width: number, context: Context): Line[] {
  const { theme, symbols, labels, breaking } = context;
  const { metadata } = article;
  const lines: Line[] = [];
  if (article.title) append(lines, wrap([{ text: cleanLine(article.title), style: theme.title }], width, breaking));
  const count = article.sections.length;
  const minutes = readingMinutes(articleWords(article), metadata.language);
  const facts = [
    metadata.date && writtenDate(metadata.date, metadata.language),
    metadata.author,
    metadata.site,
    count > 0 && labels.sections(count),
    minutes > 0 && labels.minutes(minutes),
  ].filter((fact) => typeof fact === 'string');
  append(lines, factLines(facts, width, context));
  const address = metadata.address && linkTarget(metadata.address);
  if (address) {
    const link = context.page.hyperlinks ? { link: context.links.target(address) } : {};
    append(lines, wrap([{ text: address, style: theme.meta, ...link }], width, breaking));
  }
  if (lines.length > 0 && !context.page.accessible)
    lines.push([{ text: symbols.line.repeat(width), style: theme.rule }]);
  return lines;
}

/** Facts in one dim line, broken between facts rather than within. */
export function factLines(facts: readonly string[], width: number, context: Context): Line[] {
  const { theme, symbols, breaking, page } = context;
  const separator = page.accessible ? ', ' : ` ${symbols.dot} `;
  const lines: Line[] = [];
  let line = '';
  for (const fact of facts) {
    const longer = line === '' ? fact : line + separator + fact;
    if (line !== '' && columns(longer) > width) {
      append(lines, wrap([{ text: line, style: theme.meta }], width, breaking));
      line = fact;
    } else line = longer;
  }
  if (line !== '') append(lines, wrap([{ text: line, style: theme.meta }], width, breaking));
  return lines;
}
