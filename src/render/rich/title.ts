import type { Article } from '../../article/types.ts';
import { articleWords, readingMinutes } from '../../article/word-count.ts';
import { linkTarget } from '../../text/link-target.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { append, type Line } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import { writtenDate } from '../written-date.ts';
import type { Context } from './context.ts';

/**
 * Lays out the title, or else what the source is called, and below it a line of facts about the article; its length only
 * where it is `counted`.
 */
export function titleBlock(
  article: Article,
  width: number,
  context: Context,
  { name, counted = true }: { readonly name?: string | undefined; readonly counted?: boolean } = {},
): Line[] {
  const { theme, symbols, labels, breaking } = context;
  const { metadata } = article;
  const lines: Line[] = [];
  const title = titleWithoutSite(article) || name;
  if (title) append(lines, wrap([{ text: cleanLine(title), style: theme.title }], width, breaking));
  const count = counted ? article.sections.length : 0;
  const minutes = counted ? readingMinutes(articleWords(article), metadata.language) : 0;
  const facts: (string | false | undefined)[] = [
    metadata.date && writtenDate(metadata.date, metadata.language),
    metadata.author,
    metadata.site !== metadata.author && metadata.site,
    count > 0 && labels.sections(count),
    minutes > 0 && labels.minutes(minutes),
  ];
  const told = facts.filter((fact) => typeof fact === 'string' && fact !== '') as string[];
  append(lines, factLines(told, width, context));
  const address = metadata.address && linkTarget(metadata.address);
  if (address) {
    const link = context.follow?.(address) ?? (context.page.hyperlinks ? context.links.target(address) : undefined);
    append(lines, wrap([{ text: address, style: theme.meta, ...(link && { link }) }], width, breaking));
  }
  if (lines.length > 0 && !context.page.accessible)
    lines.push([{ text: symbols.line.repeat(width), style: theme.rule }]);
  return lines;
}

/** Returns the title without the site's name at its end, as pages have it in their titles: the facts name the site. */
function titleWithoutSite({ title, metadata: { site } }: Article): string {
  if (!site || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  const before = title.slice(0, title.length - site.length);
  return /\S\s+[-|–—·•:»]\s+$/.test(before) ? before.replace(/\s+\S\s+$/, '') : title;
}

/** Lays facts out in one line, broken between facts rather than within. */
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
