import type { Article } from '../article/article-tree.ts';
import { eachSection } from '../article/each-section.ts';
import { UserError } from '../errors.ts';
import { createMatcher } from './search/matcher.ts';

/**
 * Replaces each selector that is a regular expression (`/^chapter [0-9]+/`) by the numbers of the sections whose titles it matches.
 *
 * @throws UserError when one is no regular expression of RE2's, or matches no title.
 */
export async function resolveExpressions(article: Article, selectors: readonly string[]): Promise<readonly string[]> {
  const resolved: string[] = [];
  for (const selector of selectors) {
    const [, exclusion = '', expression] = /^(!?)\s*\/(.+)\/$/s.exec(selector.trim()) ?? [];
    if (expression === undefined) {
      resolved.push(selector);
      continue;
    }
    const find = await createMatcher([expression], { regexp: true });
    const matches = [...eachSection(article.sections)].filter(({ title }) => find(title).length > 0);
    if (matches.length === 0) {
      throw new UserError(`No section’s title matches ${selector}.`, { hint: 'article sections lists the titles.' });
    }
    resolved.push(...matches.map(({ number }) => exclusion + number));
  }
  return resolved;
}
