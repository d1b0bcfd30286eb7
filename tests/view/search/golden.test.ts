import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { countBySection, type SearchOptions, search } from '../../../src/view/search/find-matches.ts';
import { goldenFiles } from '../../support/golden.ts';

const { expectGolden, expectNoOrphans } = goldenFiles('tests/golden/search', '.txt');

const queries: readonly (readonly [string, readonly string[], SearchOptions])[] = [
  ['a word in any case', ['amazon', 'article', 'town', 'stadt', '灯台', 'المياه', 'marche'], {}],
  ['whole words', ['ia', 'pipe', 'lake', 'brücke', '本', 'مياه', 'marché'], { words: true }],
  [
    'an expression with its context',
    ['\\d+ ?(columns|millions|Menschen|metre|人)|Nvidia'],
    { regexp: true, context: 1 },
  ],
];

describe('search', () => {
  const fixtures = readdirSync('tests/fixtures/summary').map((name) => `tests/fixtures/summary/${name}`);
  test.each(['articles/amazon-openai.md', ...fixtures])('%s', async (path) => {
    const article = parseArticle(readFileSync(path, 'utf8'));
    const lines: string[] = [];
    for (const [title, patterns, options] of queries) {
      const { matches } = await search(article, patterns, options);
      lines.push(`# ${title}: ${patterns.join(', ')}`, '');
      for (const [section, count] of countBySection(matches)) lines.push(`${section.number}\t${section.id}\t${count}`);
      for (const { section, text, hits, before, after } of matches) {
        for (const sentence of before) lines.push(`${section.number} - ${sentence}`);
        lines.push(`${section.number} : ${markHits(text, hits)}`);
        for (const sentence of after) lines.push(`${section.number} - ${sentence}`);
      }
      lines.push('');
    }
    expectGolden(`${basename(path, '.md')}.txt`, lines.join('\n'));
  });
  test('each golden file is one of these', expectNoOrphans);
});

function markHits(text: string, hits: readonly { readonly start: number; readonly end: number }[]): string {
  return hits.reduceRight(
    (marked, { start, end }) => `${marked.slice(0, start)}[[${marked.slice(start, end)}]]${marked.slice(end)}`,
    text,
  );
}
