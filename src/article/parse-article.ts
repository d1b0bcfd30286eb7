import { allParsers } from '../markdown/parsers.ts';
import { withoutByteOrderMark } from '../text/byte-order-mark.ts';
import type { Article } from './article-tree.ts';
import { readFrontMatter } from './front-matter.ts';
import { joinFrontMatter } from './join-front-matter.ts';
import { type About, parseBody } from './parse-body.ts';

/**
 * Parses a Markdown text, YAML or TOML front matter included, into an article. Never fails: every text is some article.
 * `about` is what else is known of it, such as a page's title; front matter takes precedence.
 */
export function parseArticle(text: string, about: About = {}): Article {
  const whole = withoutByteOrderMark(text);
  const { markdown, about: known } = joinFrontMatter(whole, readFrontMatter(whole), about);
  return parseBody(markdown, known, allParsers);
}
