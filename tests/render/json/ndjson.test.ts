import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachSection } from '../../../src/article/each-section.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { estimateTokens } from '../../../src/render/json/render-ndjson.ts';
import { render } from '../../../src/render/render-to-string.ts';
import { documents } from '../../support/documents.ts';
import { runs } from '../../support/effort.ts';

interface Chunk {
  readonly number: string;
  readonly path: readonly string[];
  readonly chunk?: number;
  readonly line: number;
  readonly endLine: number;
  readonly words: number;
  readonly tokens: number;
  readonly text: string;
  readonly markdown: string;
}

const source = `---
title: Tea
---
First words.

# Making

How it is made.

## Water

Boil it.

Then wait until it is ready,
as it must be.

# Drinking
`;

function chunksOf(text: string, maxTokens?: number): Chunk[] {
  const article = parseArticle(text);
  const out = render({ kind: 'article', article }, { format: 'ndjson', ...(maxTokens && { maxTokens }) });
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe('NDJSON', () => {
  it('has a section a line, with the path of its titles and its lines', () => {
    expect(chunksOf(source).map(({ number, path, line, endLine }) => [number, path, line, endLine])).toEqual([
      ['0', [], 4, 4],
      ['1', ['Making'], 6, 8],
      ['1.1', ['Making', 'Water'], 10, 15],
      ['2', ['Drinking'], 17, 17],
    ]);
    expect(chunksOf(source)[2]).toMatchObject({
      article: 'Tea',
      id: 'water',
      title: 'Water',
      level: 2,
      words: 12,
      tokens: 14,
      text: 'Boil it.\n\nThen wait until it is ready, as it must be.',
      markdown: 'Boil it.\n\nThen wait until it is ready,\nas it must be.',
    });
  });

  it('splits a long section between paragraphs, a long paragraph between words', () => {
    const parts = chunksOf(source, 8).filter(({ number }) => number === '1.1');
    expect(parts.map(({ chunk, line, endLine, text }) => [chunk, line, endLine, text])).toEqual([
      [1, 10, 12, 'Boil it.'],
      [2, 14, 15, 'Then wait until it is ready, as'],
      [3, 14, 15, 'it must be.'],
    ]);
  });

  it('loses no word of any document and keeps to the most tokens', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 20, max: 200 }), (text, maxTokens) => {
        const whole = chunksOf(text);
        const parts = chunksOf(text, maxTokens);
        const words = (chunks: readonly Chunk[]) => chunks.map((one) => one.text.replace(/\s+/g, '')).join('');
        expect(words(parts)).toBe(words(whole));
        for (const { tokens } of parts) expect(tokens).toBeLessThanOrEqual(maxTokens);
        const article = parseArticle(text);
        const lines = new Map([...eachSection(article.sections)].map(({ number, line }) => [number, line]));
        for (const { number, line, endLine } of whole) {
          expect(line).toBe(lines.get(number) ?? article.lead.line);
          expect(endLine).toBeGreaterThanOrEqual(line);
        }
      }),
      runs(60),
    );
  });

  it('estimates tokens by bytes', () => {
    for (const text of ['', 'tea', 'été', '漢字', '👍🏽 a'])
      expect(estimateTokens(text)).toBe(Math.ceil(Buffer.byteLength(text) / 4));
  });

  it('lists the items of other views', () => {
    const article = parseArticle(source);
    expect(JSON.parse(render({ kind: 'outline', article }, { format: 'ndjson' }).split('\n')[1] ?? '')).toEqual({
      number: '1.1',
      id: 'water',
      title: 'Water',
      level: 2,
      path: ['Making', 'Water'],
      line: 10,
      endLine: 16,
      words: 13,
    });
  });
});
