import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { loadTools } from '../../../src/render/load-tools.ts';
import { type Page, plainPage } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';
import { goldenFiles } from '../../support/golden.ts';

// Documents of the shapes that people really read, as they look on a terminal: tests/golden/gallery/<name>.<width>.txt.

const folder = 'tests/fixtures/gallery';
const golden = goldenFiles('tests/golden/gallery', '.txt');

/** Gives time enough for any block of a fixture, however busy the machine. */
function unlimited(job: () => void): boolean {
  job();
  return true;
}

describe.each(readdirSync(folder))('%s', (file) => {
  const article = parseArticle(readFileSync(join(folder, file), 'utf8'));

  it.each([40, 80, 130])('at %i columns', async (width) => {
    const page: Page = { ...plainPage, width, colorLevel: 1, cutCode: true };
    const view = { kind: 'article' as const, article };
    const name = basename(file, '.md');
    const text = [...renderRich(view, page, await loadTools(view, page, unlimited))].join('');
    const bare = text.replace(/\x1b\[[\d;]*m/g, '');
    golden.expectGolden(`${name}.${width}.txt`, bare);
    for (const line of bare.split('\n')) {
      if (!line.includes('https://')) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      expect(line, 'no line ends in what opens').not.toMatch(/[([«] ?$/);
    }
  });
});

it('has no golden file too many', () => golden.expectNoOrphans());
