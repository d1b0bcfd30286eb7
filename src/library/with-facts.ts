import type { Article as ParsedArticle } from '../article/article-tree.ts';
import { readingMinutes } from '../article/reading-time.ts';
import { articleWords } from '../article/word-count.ts';

/** A text parsed into a lead and a tree of sections, with its length and its language. */
export interface Article extends ParsedArticle {
  /** Words of the text, without its title; counted on first access. */
  readonly words: number;
  /** Minutes of reading. */
  readonly minutes: number;
  /** BCP 47, as declared; where it is not, `languageOf` detects it. */
  readonly language?: string;
}

/** Adds to an article the facts that `--format json` prints. */
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
