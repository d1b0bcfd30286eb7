import { parseOnDemand } from '../markdown/parse-on-demand.ts';
import { type About, parseBody } from './parse-body.ts';
import type { Article } from './types.ts';
import { articleWords } from './word-count.ts';

/**
 * Parses as `parseArticle` does, and loads only what the text needs: the YAML and TOML readers where there may be front
 * matter, a parser where no other handles the text.
 */
export async function parseArticleLazily(text: string, about: About = {}): Promise<Article> {
  if (!/^\uFEFF?(---|\+\+\+)/.test(text)) return parseBodyLazily(text, about);
  const { readFrontMatter } = await import('./front-matter.ts');
  const { body, title = about.title, metadata } = readFrontMatter(text);
  const firstLine = text.slice(0, text.length - body.length).split('\n').length;
  const whole = { ...(title !== undefined && { title }), metadata: { ...about.metadata, ...metadata }, firstLine };
  return parseBodyLazily(body, whole);
}

/** Parses a Markdown body, without front matter, with the parsers that it needs. */
export function parseBodyLazily(markdown: string, about: About = {}): Promise<Article> {
  return parseOnDemand(markdown.length, (parsers) => parseBody(markdown, about, parsers), articleWords);
}
