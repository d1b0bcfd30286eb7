import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { Layout } from '../../../src/reader/layout/layout.ts';
import { anchorAt, move, positionOf } from '../../../src/reader/layout/position.ts';
import { type Page, plainPage } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';
import { lineText } from '../../../src/render/segment.ts';

const blocks = 'tests/fixtures/blocks';
const files = [
  'articles/guide.md',
  'articles/amazon-openai.md',
  'tests/fixtures/gallery.md',
  ...readdirSync(blocks).map((name) => join(blocks, name)),
  'tests/reader/texts/tea.md',
  'tests/reader/texts/wide.md',
  'node_modules/commander/Readme.md',
  'node_modules/marked/README.md',
];

/** Returns all lines of a layout, requested from the last unit to the first, so that nothing can hang on the order. */
function linesOf(layout: Layout): string[] {
  const units = Array.from({ length: layout.count }, (_, unit) => unit);
  const lines = new Map(units.reverse().map((unit) => [unit, layout.lines(unit)]));
  return units.reverse().flatMap((unit) => (lines.get(unit) ?? []).map(lineText));
}

describe('the page of the full screen', () => {
  it.each(files.flatMap((file) => [34, 80, 120].map((width) => [file, width] as const)))(
    '%s on %i columns is the page that read prints',
    (file, width) => {
      const article = parseArticle(readFileSync(file, 'utf8'));
      // As on a terminal that opens links: an address that is one may be broken.
      const page: Page = { ...plainPage, width, links: 'none', colorLevel: 1, hyperlinks: true };
      const printed = Array.from(renderRich({ kind: 'article', article }, page))
        .join('')
        .replace(/\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\/g, '')
        .split('\n')
        .slice(0, -1);
      const margin = width >= 50 ? '  ' : '';
      const lines = linesOf(new Layout(article, page, {})).map((line) => (line === '' ? '' : margin + line));
      expect(lines).toEqual(printed);
    },
  );

  it.each(['articles/guide.md', 'tests/fixtures/gallery.md', 'node_modules/commander/Readme.md'])(
    '%s: a line at the top stays there when it is laid out anew, be there letters on it or not',
    (file) => {
      const article = parseArticle(readFileSync(file, 'utf8'));
      const before = new Layout(article, { ...plainPage, width: 60 }, {});
      const after = new Layout(article, { ...plainPage, width: 60 }, {});
      for (let unit = 0; unit < before.count; unit++) {
        for (let line = 0; line < before.lines(unit).length; line++) {
          expect(positionOf(after, anchorAt(before, { unit, line }))).toEqual({ unit, line });
        }
      }
    },
  );

  it('has each line once, however one goes through it', () => {
    const layout = new Layout(parseArticle(readFileSync('articles/guide.md', 'utf8')), { ...plainPage, width: 60 }, {});
    const all = Array.from({ length: layout.count }, (_, unit) => layout.lines(unit).length).reduce(
      (sum, count) => sum + count,
    );
    const start = move(layout, { unit: 0, line: -1 }, 1);
    const end = move(layout, start, all - 1);
    expect(move(layout, end, 1)).toEqual(end);
    expect(move(layout, end, 1 - all)).toEqual(start);
    expect(move(layout, start, -5)).toEqual(start);
    for (const by of [1, 7, 40]) {
      let at = start;
      for (let left = all - 1; left > 0; left -= by) at = move(layout, at, by);
      expect(at).toEqual(end);
      for (let left = all - 1; left > 0; left -= by) at = move(layout, at, -by);
      expect(at).toEqual(start);
    }
  });
});
