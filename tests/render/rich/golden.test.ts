import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { loadTools } from '../../../src/render/load-tools.ts';
import type { Page } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';
import type { View } from '../../../src/view/view.ts';
import { goldenFiles } from '../../support/golden.ts';

// Each Markdown file in tests/fixtures/blocks, and the gallery, as it looks: tests/golden/rich/<fixture>/<width>.<variant>.txt.

const fixtures = [
  'tests/fixtures/gallery.md',
  ...readdirSync('tests/fixtures/blocks').map((name) => join('tests/fixtures/blocks', name)),
];
const bare: Page = {
  width: 80,
  colorLevel: 0,
  hyperlinks: false,
  links: 'notes',
  unicode: true,
  theme: 'default',
  wrapCode: false,
  accessible: false,
};
// A narrow and a wide page show the layout; what else a page can be needs one width.
const pages: Readonly<Record<string, Page>> = {
  '30.bare': { ...bare, width: 30 },
  '100.bare': { ...bare, width: 100 },
  '60.color': { ...bare, width: 60, colorLevel: 1, hyperlinks: true },
  '60.ascii': { ...bare, width: 60, unicode: false, links: 'inline' },
  '60.accessible': { ...bare, width: 60, accessible: true },
};
const { expectGolden, expectNoOrphans } = goldenFiles('tests/golden/rich', '.txt');

/** Gives time enough for any block of a fixture, however busy the machine. */
function unlimited(run: () => void): boolean {
  run();
  return true;
}

async function rendered(view: View, page: Page): Promise<string> {
  return [...renderRich(view, page, await loadTools(view, page, unlimited))].join('');
}

describe.each(fixtures)('%s', (fixture) => {
  const article = parseArticle(readFileSync(fixture, 'utf8'));

  it.each(Object.entries(pages))('%s', async (name, page) => {
    const text = await rendered({ kind: 'article', article }, page);
    expectGolden(join(basename(fixture, '.md'), `${name}.txt`), text);
  });
});

describe('views of the gallery', () => {
  const article = parseArticle(readFileSync('tests/fixtures/gallery.md', 'utf8'));
  const sections = article.sections;
  const views: Readonly<Record<string, View>> = {
    outline: { kind: 'outline', article },
    sections: { kind: 'sections', article, sections: sections.slice(0, 1) },
    summary: {
      kind: 'summary',
      article,
      abstract: article.metadata.abstract ?? '',
      sentences: sections.map((section) => ({
        text: `What ${section.title} says, in one sentence that wraps.`,
        section,
        score: 1,
      })),
    },
    each: {
      kind: 'summary',
      article,
      sentences: [],
      each: sections.map((section, index) =>
        index === 0
          ? { section, beginning: 'What it begins with …' }
          : {
              section,
              sentence: { text: `What ${section.title} says, in one sentence that wraps.`, section, score: 1 },
            },
      ),
    },
    shelf: {
      kind: 'shelf',
      entries: [
        { name: 'gallery', article },
        { name: 'twin', article },
      ],
    },
  };

  describe.each(Object.entries(views))('%s', (name, view) => {
    it.each(Object.entries(pages))('%s', async (on, page) => {
      expectGolden(`views/${name}.${on}.txt`, await rendered(view, page));
    });
  });
});

it('each golden file is one of these', expectNoOrphans);
