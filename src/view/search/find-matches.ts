import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { unparsedText } from '../../article/unparsed-blocks.ts';
import { countLineEnds } from '../../text/count-line-ends.ts';
import type { CountsView, Match, MatchesView } from '../view.ts';
import { createMatcher, type Hit, type MatchOptions } from './matcher.ts';
import { linesOf } from './section-lines.ts';
import { createSieve, openSieve } from './sieve.ts';

/** The options of a search: what is searched, how patterns are read, and how much is shown around a hit. */
export interface SearchOptions extends MatchOptions {
  /** Some sections of the article, their subsections included; else the whole. */
  readonly sections?: readonly Section[];
  /** Sentences to show before and after one that has a hit; 0 by default. */
  readonly context?: number;
  /** Find the line of the source for each hit. */
  readonly lines?: boolean;
}

/**
 * Finds every sentence, heading, line of code or table row in which a pattern occurs, in the article's order. Case and
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
  const sieve = createSieve(patterns, options);
  // What is near a hit is shown whatever is in it.
  const inSection = options.context ? openSieve : sieve;
  const roots = options.sections ?? [article.lead, ...article.sections];
  const matches: Match[] = [];
  for (const section of new Set(eachSection(roots))) {
    const unparsed = section === article.lead ? undefined : unparsedText(section);
    if (unparsed !== undefined && !sieve.markdown(unparsed)) continue;
    const lines = [...linesOf(section, article.metadata.language, inSection)];
    if (section === article.lead && article.title !== '') lines.unshift({ text: article.title, raw: '', line: 1 });
    const found = lines.flatMap(({ text, raw, line }, index) => {
      const hits = find(text);
      return hits.length > 0
        ? [{ text, index, hits, ...(options.lines && { line: lineOfHit(text, hits, raw, line) }) }]
        : [];
    });
    const texts = lines.map(({ text }) => text);
    for (const [place, { index, ...match }] of found.entries()) {
      // A line that is near two hits is shown once.
      const shown = place === 0 ? 0 : Math.min(index, endOf(found[place - 1]?.index, options));
      const next = found[place + 1]?.index ?? lines.length;
      matches.push({
        section,
        ...match,
        before: texts.slice(Math.max(shown, index - (options.context ?? 0)), index),
        after: texts.slice(index + 1, Math.min(next, endOf(index, options))),
      });
    }
  }
  return { kind: 'matches', article, patterns, matches };
}

/** Finds the line of a block on which the first word of a hit is; the block's first where the source differs. */
function lineOfHit(text: string, [hit]: readonly Hit[], raw: string, line: number): number {
  const [word = ''] = text.slice(hit?.start, hit?.end).trim().split(/\s+/);
  // Of a repeated word: as often as in the block before this text.
  const start = Math.max(0, raw.indexOf(text));
  const at = raw.indexOf(word, start + (raw.startsWith(text, start) ? (hit?.start ?? 0) : 0));
  return line + countLineEnds(raw.slice(0, Math.max(0, at)));
}

function endOf(index = 0, { context = 0 }: SearchOptions): number {
  return index + 1 + context;
}

/** Counts what was found by section. */
export function countMatches({ matches, ...view }: MatchesView): CountsView {
  const counts = Array.from(countBySection(matches), ([section, hits]) => ({ section, hits }));
  return { ...view, kind: 'counts', counts };
}

/** Counts hits by section, in the article's order; sections without one are left out. */
export function countBySection(matches: readonly Match[]): ReadonlyMap<Section, number> {
  const counts = new Map<Section, number>();
  for (const { section, hits } of matches) counts.set(section, (counts.get(section) ?? 0) + hits.length);
  return counts;
}
