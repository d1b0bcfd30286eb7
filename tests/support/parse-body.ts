import type { Article } from '../../src/article/article-tree.ts';
import { type About, parseBody as parseWith } from '../../src/article/parse-body.ts';
import { allParsers } from '../../src/markdown/parsers.ts';

/** Parses a Markdown body with both parsers. */
export function parseBody(markdown: string, about: About = {}): Article {
  return parseWith(markdown, about, allParsers);
}
