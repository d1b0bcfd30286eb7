import { inlines } from './inlines.ts';
import type { Article, Section } from './types.ts';

/**
 * An article as JSON that {@link reviveArticle} reads without parsing any Markdown: blocks, inlines and word counts
 * stand in it. Made when the program is built, of the articles that come with it.
 */
export function storeArticle(article: Article): string {
  const footnotes = [...article.footnotes];
  return JSON.stringify({ ...article, footnotes }, (key, value) => {
    // Those of marked's own arrays; the others give themselves.
    if (key === 'tokens' && Array.isArray(value)) return inlines(value);
    // A section counts its words when it is asked.
    if (value && typeof value === 'object' && 'blocks' in value) return { ...value, words: value.words };
    if (key === 'blocks') return [...(value as Section['blocks'])];
    return value;
  });
}

/** The article that {@link storeArticle} made JSON of. */
export function reviveArticle(json: string): Article {
  const stored = JSON.parse(json);
  return { ...stored, footnotes: new Map(stored.footnotes) };
}
