import { allParsers } from '../markdown/parsers.ts';
import type { Article } from './article-tree.ts';
import { eachSection } from './each-section.ts';
import { readFrontMatter } from './front-matter.ts';
import { joinFrontMatter } from './join-front-matter.ts';
import { type About, parseBody, parseBodyInSteps } from './parse-body.ts';

/** The fewest and the most characters of the beginning of a text that is parsed by itself. */
const beginning = { least: 60_000, most: 120_000 };

/**
 * Parses a long Markdown text as `parseArticle` does, with pauses for other work. `onBeginning` is given its beginning
 * first, parsed by itself, with the length of the whole; what comes later is not known there, such as the definitions
 * of links. Parsing continues once it resolves. `signal` aborts it.
 */
export async function parseWithPauses(
  text: string,
  about: About,
  onBeginning: (beginning: Article, length: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<Article> {
  const { markdown: body, about: known } = joinFrontMatter(text, readFrontMatter(text), about);
  const end = endOfBeginning(body);
  // A second heading of the first level makes the first one an ordinary section.
  const hasTitle = !/^# /m.test(body.slice(end));
  await onBeginning(parseBody(body.slice(0, end) + (hasTitle ? '' : '\n\n# \u2026\n'), known, allParsers), body.length);
  signal?.throwIfAborted();
  const steps = parseBodyInSteps(body, { ...known, outline: 'words' }, allParsers);
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

/** Counts the words of all sections, which cache them. */
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
