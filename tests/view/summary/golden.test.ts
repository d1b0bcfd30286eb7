import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { type SummarizeOptions, summarize } from '../../../src/view/summary/summarize.ts';
import { goldenFiles } from '../../support/golden.ts';

const { expectGolden, expectNoOrphans } = goldenFiles('tests/golden/summary', '.txt');

const shelf = readdirSync('articles').map((name) => `articles/${name}`);
const fixtures = readdirSync('tests/fixtures/summary').map((name) => `tests/fixtures/summary/${name}`);

const queries: readonly (readonly [string, SummarizeOptions])[] = [
  ['as usual', {}],
  ['one sentence', { sentences: 1 }],
  ['at most 40 words', { words: 40 }],
  ['each section', { each: true }],
];

describe('summaries', () => {
  test.each([...shelf, ...fixtures])('%s', async (path) => {
    const article = parseArticle(readFileSync(path, 'utf8'));
    const parts: string[] = [];
    for (const [title, options] of queries) {
      const { abstract, sentences } = await summarize(article, options);
      parts.push(`# ${title}\n`);
      if (abstract !== undefined) parts.push(`abstract: ${abstract}\n`);
      for (const { text, section } of sentences) parts.push(`${section.number}\t${text}`);
      parts.push('');
    }
    expectGolden(`${basename(path, '.md')}.txt`, parts.join('\n'));
  });
  test('each golden file is one of these', expectNoOrphans);
});
