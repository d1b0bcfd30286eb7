import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import type { Page } from '../../../src/render/page.ts';
import { loadTools } from '../../../src/render/rich/load.ts';
import { renderRich } from '../../../src/render/rich/rich.ts';
import type { View } from '../../../src/view/types.ts';

// Each Markdown file in tests/fixtures/blocks, and the gallery, as it looks: tests/golden/rich/<fixture>/<width>.<variant>.txt.
// UPDATE_GOLDEN=1 writes them anew; `cat` of one on a terminal is how it is reviewed.

const fixtures = [
  'tests/fixtures/gallery.md',
  ...readdirSync('tests/fixtures/blocks').map((name) => join('tests/fixtures/blocks', name)),
];
const widths = [30, 60, 100];
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
const variants: Readonly<Record<string, Partial<Page>>> = {
  color: { colorLevel: 1, hyperlinks: true },
  bare: {},
  ascii: { unicode: false, links: 'inline' },
  accessible: { accessible: true },
};

/** Time enough for any block of a fixture, however busy the machine. */
function unlimited(run: () => void): boolean {
  run();
  return true;
}

async function rendered(view: View, page: Page): Promise<string> {
  return [...renderRich(view, page, await loadTools(view, page, unlimited))].join('');
}

async function expectGolden(path: string, text: string): Promise<void> {
  if (process.env.UPDATE_GOLDEN || !existsSync(path)) {
    if (process.env.CI) throw new Error(`${path} is missing.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe.each(fixtures)('%s', (fixture) => {
  const article = parseArticle(readFileSync(fixture, 'utf8'));
  const folder = join('tests/golden/rich', basename(fixture, '.md'));

  for (const width of widths) {
    for (const [variant, changes] of Object.entries(variants)) {
      it(`${width} columns, ${variant}`, async () => {
        const text = await rendered({ kind: 'article', article }, { ...bare, ...changes, width });
        await expectGolden(join(folder, `${width}.${variant}.txt`), text);
      });
    }
  }
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

  for (const [name, view] of Object.entries(views)) {
    for (const width of widths) {
      for (const [variant, changes] of Object.entries(variants)) {
        it(`${name}, ${width} columns, ${variant}`, async () => {
          const text = await rendered(view, { ...bare, ...changes, width });
          await expectGolden(join('tests/golden/rich/views', `${name}.${width}.${variant}.txt`), text);
        });
      }
    }
  }
});
