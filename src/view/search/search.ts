import { eachSection } from '../../article/each-section.ts';
import type { Article, Section } from '../../article/types.ts';
import type { Match, MatchesView } from '../types.ts';
import { createMatcher, type MatchOptions } from './matcher.ts';
import { linesOf } from './section-lines.ts';

/** What is searched, how patterns are read, and how much is shown around a hit. */
export interface SearchOptions extends MatchOptions {
  /** Some sections of the article, their subsections included; else the whole. */
  readonly sections?: readonly Section[];
  /** Sentences to show before and after one that has a hit; 0 by default. */
  readonly context?: number;
}

/**
 * Every sentence, heading, line of code or table row in which a pattern is found, in the article's order. Case and
 * accents are ignored unless a pattern has them. The title belongs to the lead.
 *
 * @throws UserError when a pattern is empty, too long, or no regular expression.
 */
export async function search(
  article: Article,
  patterns: readonly string[],
  options: SearchOptions = {},
): Promise<MatchesView> {
  const find = await createMatcher(patterns, options);
  const roots = options.sections ?? [article.lead, ...article.sections];
  const matches: Match[] = [];
  for (const section of new Set(eachSection(roots))) {
    const lines = [...linesOf(section, article.metadata.language)];
    if (section === article.lead && article.title !== '') lines.unshift(article.title);
    const found = lines.flatMap((text, index) => {
      const hits = find(text);
      return hits.length > 0 ? [{ text, index, hits }] : [];
    });
    for (const [place, { text, index, hits }] of found.entries()) {
      // A line that is near two hits is shown once.
      const shown = place === 0 ? 0 : Math.min(index, endOf(found[place - 1]?.index, options));
      const next = found[place + 1]?.index ?? lines.length;
      matches.push({
        section,
        text,
        hits,
        before: lines.slice(Math.max(shown, index - (options.context ?? 0)), index),
        after: lines.slice(index + 1, Math.min(next, endOf(index, options))),
      });
    }
  }
  return { kind: 'matches', article, patterns, matches };
}

/** Counts hits by section, in the article's order; sections without one are left out. */
export function countBySection(matches: readonly Match[]): ReadonlyMap<Section, number> {
  const counts = new Map<Section, number>();
  for (const { section, hits } of matches) counts.set(section, (counts.get(section) ?? 0) + hits.length);
  return counts;
}

function endOf(index = 0, { context = 0 }: SearchOptions): number {
  return index + 1 + context;
}
