import { parseArticle } from '../src/article/article.ts';
import { storeArticle } from '../src/article/stored.ts';

/** A bundled article as the program stores it. */
export function parse(markdown: string): string {
  return storeArticle(parseArticle(markdown));
}
