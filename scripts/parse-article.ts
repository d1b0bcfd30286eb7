import { parseArticle } from '../src/article/parse-article.ts';
import { storeArticle } from '../src/article/serialize.ts';

/** A bundled article as the program stores it. */
export function parse(markdown: string): string {
  return storeArticle(parseArticle(markdown));
}
