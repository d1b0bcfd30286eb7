import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { loadRenderer } from '../../../src/render/render.ts';
import type { View } from '../../../src/view/view.ts';
import { goldenFiles } from '../../support/golden.ts';
import { plainPage as page } from '../../support/render-text.ts';

// Each Markdown fixture as plain text: tests/golden/plain/<fixture>.txt, wrapped in <fixture>.40.txt, and some views of
// the gallery.

const fixtures = [
  'tests/fixtures/gallery.md',
  ...readdirSync('tests/fixtures/blocks').map((name) => join('tests/fixtures/blocks', name)),
];

const golden = goldenFiles('tests/golden/plain', '.txt');

async function expectGolden(name: string, view: View, width: number): Promise<void> {
  const sizedPage = { ...page, width };
  const text = [...(await loadRenderer('plain', view, sizedPage, () => true))(view, sizedPage)].join('');
  golden.expectGolden(name, text);
  // Whatever the article holds, no control character but line ends and the tabs of rows.
  expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
}

describe.each(fixtures)('%s', (fixture) => {
  const view: View = { kind: 'article', article: parseArticle(readFileSync(fixture, 'utf8')) };

  test('as long lines', () => expectGolden(`${basename(fixture, '.md')}.txt`, view, Number.POSITIVE_INFINITY));
  test('at 40 columns', () => expectGolden(`${basename(fixture, '.md')}.40.txt`, view, 40));
});

describe('views of the gallery', () => {
  const article = parseArticle(readFileSync('tests/fixtures/gallery.md', 'utf8'));
  const { sections } = article;
  const views: Readonly<Record<string, View>> = {
    outline: { kind: 'outline', article },
    sections: { kind: 'sections', article, sections: sections.slice(0, 2) },
    summary: {
      kind: 'summary',
      article,
      abstract: article.metadata.abstract ?? 'What it is about.',
      sentences: sections.map((section) => ({ text: `What “${section.title}” says.`, section, score: 1 })),
    },
    shelf: {
      kind: 'shelf',
      entries: [
        { name: 'gallery', article },
        { name: 'twin', article },
      ],
    },
  };
  test.each(Object.entries(views))('%s', (name, view) => expectGolden(`views/${name}.txt`, view, page.width));
});

test('each golden file is one of these', golden.expectNoOrphans);
