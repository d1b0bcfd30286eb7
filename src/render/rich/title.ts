import type { Article } from '../../article/article-tree.ts';
import { readingMinutes } from '../../article/reading-time.ts';
import { articleWords } from '../../article/word-count.ts';
import { linkTarget } from '../../text/link-target.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { append, type Line } from '../segment.ts';
import { titleWithoutSite } from '../title-text.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import { writtenDate } from '../written-date.ts';
import type { Context } from './context.ts';

/**
 * Lays out the title, or else the source's name, and below it a line of facts about the article. `words` is an
 * estimate, where only the beginning of the text is parsed so far.
 */
export function titleBlock(
  article: Article,
  width: number,
  context: Context,
  { name, words }: { readonly name?: string | undefined; readonly words?: number | undefined } = {},
): Line[] {
  const { theme, symbols, labels, breaking } = context;
  const { metadata } = article;
  const lines: Line[] = [];
  const title = titleWithoutSite(article) || name;
  if (title) append(lines, wrap([{ text: cleanLine(title), style: theme.title }], width, breaking));
  const count = words === undefined ? article.sections.length : 0;
  const minutes = readingMinutes(words ?? articleWords(article), metadata.language);
  const facts: (string | false | undefined)[] = [
    metadata.date && writtenDate(metadata.date, metadata.language),
    metadata.author,
    metadata.site !== metadata.author && metadata.site,
    count > 0 && labels.sections(count),
    minutes > 0 && labels.minutes(minutes),
  ];
  const shown = facts.filter((fact) => typeof fact === 'string' && fact !== '') as string[];
  append(lines, factLines(shown, width, context));
  const address = metadata.address && linkTarget(metadata.address);
  if (address) {
    const link = context.follow?.(address) ?? (context.page.hyperlinks ? context.links.target(address) : undefined);
    append(lines, wrap([{ text: address, style: theme.meta, ...(link && { link }) }], width, breaking));
  }
  if (lines.length > 0 && !context.page.accessible)
    lines.push([{ text: symbols.line.repeat(width), style: theme.rule }]);
  return lines;
}

/** Lays facts out in one line, broken between facts rather than within. */
export function factLines(facts: readonly string[], width: number, context: Context): Line[] {
  const { theme, symbols, breaking, page } = context;
  const separator = page.accessible ? ', ' : ` ${symbols.dot} `;
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const longer = `${last}${separator}${fact}`;
    if (last && columns(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines.flatMap((text) => wrap([{ text, style: theme.meta }], width, breaking));
}
