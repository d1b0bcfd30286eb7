import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { Layout } from '../../../src/reader/layout/layout.ts';
import { Hits } from '../../../src/reader/state/hits.ts';
import { loadTools } from '../../../src/render/load-tools.ts';
import { type Page, plainPage } from '../../../src/render/page.ts';
import { lineText } from '../../../src/render/segment.ts';
import { createMatcher } from '../../../src/view/search/matcher.ts';

/** Returns what is highlighted, each hit's ranges joined by a bar. */
async function found(source: string, pattern: string, page: Partial<Page> = {}): Promise<string[]> {
  const article = parseArticle(source);
  const on = { ...plainPage, width: 40, ...page };
  const tools = await loadTools({ kind: 'article', article }, on, (job) => {
    job();
    return true;
  });
  const layout = new Layout(article, on, tools);
  const hits = new Hits(layout, await createMatcher([pattern]));
  while (!hits.advance());
  const marked: string[] = [];
  for (let unit = 0; unit < layout.count; unit++) {
    const byHit = new Map<number, string[]>();
    for (const { line, start, end, hit } of hits.ranges(unit)) {
      byHit.set(hit, [...(byHit.get(hit) ?? []), lineText(layout.lines(unit)[line] ?? []).slice(start, end)]);
    }
    marked.push(...[...byHit.values()].map((ranges) => ranges.join('|')));
    expect(hits.count(unit)).toBe(byHit.size);
  }
  expect(hits.total).toBe(marked.length);
  return marked;
}

describe('hits on the page', () => {
  it.each<[string, string, string[], Partial<Page>?]>([
    ['Café, cafe and CAFÉ.', 'cafe', ['Café', 'cafe', 'CAFÉ']],
    ['one two three four five six seven eight nine ten', 'seven eight nine', ['seven eight|nine']],
    ['> a quote that is long enough to be broken here', 'be broken', ['be|broken']],
    ['- an item of a list that is long enough to be broken', 'enough to', ['enough|to']],
    ['**bold** and *slanted* words', 'bold and slanted', ['bold and slanted']],
    [
      '日本語の文章は空白なしで続くので、どこで改行してもよいが',
      'ので、どこで改行',
      ['ので、どこ|で改行'],
      { width: 38 },
    ],
    ['| a | b |\n| - | - |\n| one | two |', 'one', ['one']],
    ['```\nlet one = 1;\n```', 'one = 1', ['one = 1']],
    ['Text.[^1]\n\n[^1]: The note says it.', 'note says', ['note says']],
    ['nothing of the kind', 'x', []],
    [
      '---\nlang: en\n---\n\nAn extraordinarily complicated misunderstanding of responsibilities.',
      'responsibilities',
      ['responsi|bilities'],
      { width: 34, hyphenate: true },
    ],
  ])('%s: %s', async (source, pattern, marked, page) => {
    expect(await found(source, pattern, page)).toEqual(marked);
  });
});
