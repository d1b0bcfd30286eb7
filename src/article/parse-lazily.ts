import { blockText } from '../markdown/block-text.ts';
import { parseOnDemand, parseStepsOnDemand } from '../markdown/parse-on-demand.ts';
import type { Article } from './article-tree.ts';
import type { FrontMatter } from './front-matter.ts';
import { joinFrontMatter } from './join-front-matter.ts';
import { type About, parseBody, parseBodyInSteps } from './parse-body.ts';
import { articleWords } from './word-count.ts';

/**
 * Parses as `parseArticle` does, and loads only what the text needs: the YAML and TOML readers where there may be front
 * matter, a parser where no other handles the text.
 */
export async function parseArticleLazily(text: string, about: About = {}): Promise<Article> {
  const head = await readHead(text);
  if (!head) return parseBodyLazily(text, about);
  const { markdown, about: known } = joinFrontMatter(text, head, about);
  return parseBodyLazily(markdown, known);
}

/** A fence of front matter, at the start or below comments. */
const fenceBelowComments = /^(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:---|\+\+\+|;;;)/;
const maxComments = 4096;

/** Reads front matter where the first characters of a text may begin some. */
async function readHead(text: string): Promise<FrontMatter | undefined> {
  if (fenceBelowComments.test(text.slice(0, maxComments)))
    return (await import('./front-matter.ts')).readFrontMatter(text);
  if (!/^(?:%\s|\{\s*"|[A-Za-z][\w -]{0,30}:[ \t])/.test(text)) return undefined;
  return (await import('./title-block.ts')).readTitleBlock(text);
}

/** Parses a Markdown body, without front matter, with the parsers that it needs. */
export function parseBodyLazily(markdown: string, about: About = {}): Promise<Article> {
  if (!about.outline) return parseOnDemand(markdown.length, (parsers) => parseBody(markdown, about, parsers), readAll);
  const readInlines = about.outline === 'words' ? articleWords : () => {};
  return parseStepsOnDemand((parsers) => parseBodyInSteps(markdown, about, parsers), readInlines);
}

/** Accesses all inlines of an article, those of its footnotes too. */
function readAll(article: Article): void {
  articleWords(article);
  for (const { tokens } of article.footnotes.values()) for (const block of tokens) blockText(block);
}
