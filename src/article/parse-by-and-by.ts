import { allParsers } from '../markdown/parsers.ts';
import type { Article } from './article-tree.ts';
import { eachSection } from './each-section.ts';
import { readFrontMatter } from './front-matter.ts';
import { type About, joinFrontMatter, parseBody, parseBodyInSteps } from './parse-body.ts';

/** The beginning of a text that is parsed by itself, in characters: at least, and at most. */
const beginning = { least: 60_000, most: 120_000 };

/**
 * Parses a long Markdown text as `parseArticle` does, with pauses in which other things are done. `onBeginning` is given
 * its beginning first, parsed by itself, with the length of the whole; what stands further on is not known there, such as
 * the definitions of links. It goes on when that has done its work. `signal` ends it early.
 */
export async function parseByAndBy(
  text: string,
  about: About,
  onBeginning: (beginning: Article, length: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<Article> {
  const { markdown: body, about: known } = joinFrontMatter(text, readFrontMatter(text), about);
  const end = endOfBeginning(body);
  // A second heading of the first level makes the first one a section like others.
  const hasTitle = !/^# /m.test(body.slice(end));
  await onBeginning(parseBody(body.slice(0, end) + (hasTitle ? '' : '\n\n# \u2026\n'), known, allParsers), body.length);
  signal?.throwIfAborted();
  const steps = parseBodyInSteps(body, known, allParsers);
  for (;;) {
    const { done, value } = steps.next();
    await pause(signal);
    if (!done) continue;
    await countWords(value, signal);
    return value;
  }
}

/** Finds where the beginning ends: before a heading, else before a paragraph, else after a line. */
function endOfBeginning(body: string): number {
  for (const pattern of [/\n(?=#{1,6} )/g, /\n\n(?=\S)/g, /\n/g]) {
    pattern.lastIndex = beginning.least;
    if (pattern.test(body) && pattern.lastIndex < beginning.most) return pattern.lastIndex;
  }
  return Math.min(body.length, beginning.most);
}

/** Counts the words of all sections, which keep their counts. */
async function countWords({ lead, sections }: Article, signal: AbortSignal | undefined): Promise<void> {
  let words = 0;
  for (const section of eachSection([lead, ...sections])) {
    words += section.words;
    if (words < 5_000) continue;
    words = 0;
    await pause(signal);
  }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  signal?.throwIfAborted();
}
