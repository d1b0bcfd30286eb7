import type { Article as ParsedArticle } from '../article/article-tree.ts';
import { articleWords, readingMinutes } from '../article/word-count.ts';

/** A text parsed into a lead and a tree of sections, with its length and its language. */
export interface Article extends ParsedArticle {
  /** Words of the text, its title left out; counted at the first look. */
  readonly words: number;
  /** Minutes that a person takes to read it. */
  readonly minutes: number;
  /** BCP 47, as it says itself; what it does not say, `languageOf` finds out. */
  readonly language?: string;
}

/** Adds to an article what `--format json` says of it besides. */
export function withFacts(article: ParsedArticle): Article {
  const { language } = article.metadata;
  return {
    ...article,
    get words() {
      return articleWords(article);
    },
    get minutes() {
      return readingMinutes(articleWords(article), language);
    },
    ...(language !== undefined && { language }),
  };
}
