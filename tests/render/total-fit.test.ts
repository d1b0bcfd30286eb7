import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { loadTools } from '../../src/render/load-tools.ts';
import { type Page, plainPage } from '../../src/render/page.ts';
import { renderRich } from '../../src/render/rich/render-rich.ts';
import { columns } from '../../src/render/width.ts';
import { wrap } from '../../src/render/wrap.ts';
import { runs } from '../support/effort.ts';
import { goldenFiles } from '../support/golden.ts';

const fits = ['even', 'justified'] as const;

function lines(text: string, width: number, fit: (typeof fits)[number]): string[] {
  return wrap([{ text, style: 0 }], width, { fit }).map((line) => line.map((segment) => segment.text).join(''));
}

const word = fc.constantFrom(
  'a',
  'to',
  'word',
  'longer',
  'paragraph,',
  'end.',
  '日本語',
  'naïveté',
  '🗼',
  'well-known',
);
const texts = fc.array(word, { minLength: 1, maxLength: 80 }).map((words) => words.join(' '));

describe.each(fits)('lines that are broken together, %s', (fit) => {
  it('hold the same words, and none is wider than the page', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 70 }), (text, width) => {
        const found = lines(text, width, fit);
        for (const line of found) expect(columns(line), line).toBeLessThanOrEqual(width);
        expect(found.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      runs(300),
    );
  });

  it('leave no short word alone on the last line where that can be helped', () => {
    const text = 'One two three four five six seven eight nine ten eleven twelve so.';
    expect(lines(text, 31, 'even').at(-1)?.split(' ').length).toBeGreaterThan(1);
  });

  it('keep hard line ends', () => {
    expect(lines('one two\nthree', 40, fit)).toEqual(['one two', 'three']);
  });

  it('are broken one by one where a word is wider than a line', () => {
    expect(
      lines(`see ${'x'.repeat(30)} there`, 20, fit)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(`see${'x'.repeat(30)}there`);
  });
});

describe('even margins', () => {
  it('end all lines but the last at the edge, by spaces between words', () => {
    const text =
      'The lamp is lit at dusk and put out at dawn. Between the two there is more to do than one would think.';
    const found = lines(text, 36, 'justified');
    for (const line of found.slice(0, -1)) expect(line.length).toBe(36);
  });

  it('leave a line as it is that has too few spaces to be spread', () => {
    expect(lines('incomprehensibilities a internationalisation', 30, 'justified')[0]).toBe('incomprehensibilities a');
  });

  it('widen no space within code or French quotation marks', () => {
    const found = wrap(
      [
        { text: 'Il dit : « Oui, » puis lance ', style: 0 },
        { text: 'a b c d', style: 1, code: true },
        { text: ' et attend le soir venu.', style: 0 },
      ],
      44,
      { fit: 'justified', french: true },
    );
    const text = found.map((line) => line.map((segment) => segment.text).join('')).join('\n');
    expect(text).toMatch(/« Oui, »/);
    expect(text).toMatch(/a b c d/);
    expect(text).toMatch(/dit : /);
  });
});

describe('the bundled article with even margins', () => {
  const article = parseArticle(readFileSync('articles/amazon-openai.md', 'utf8'));
  const golden = goldenFiles('tests/golden/justified', '.txt');

  it.each([40, 60, 80])('at %i columns: no river of more than three lines', async (width) => {
    const page: Page = { ...plainPage, width, hyphenate: true, justify: true };
    const view = { kind: 'article' as const, article };
    const text = [...renderRich(view, page, await loadTools(view, page, () => true))].join('');
    golden.expectGolden(`amazon-openai.${width}.txt`, text);
    expect(longestRiver(text.split('\n'))).toBeLessThanOrEqual(3);
    const plain = [...renderRich(view, { ...page, hyphenate: false, justify: false })].join('');
    const letters = (page: string) => page.replace(/[\s─-]/g, '');
    expect(letters(text)).toBe(letters(plain));
  });

  it('has no golden file too many', () => golden.expectNoOrphans());
});

/** Counts the lines in a row that have a widened gap at or next to the column of the one above. */
function longestRiver(page: readonly string[]): number {
  let longest = 0;
  let rivers = new Map<number, number>();
  for (const line of page) {
    const next = new Map<number, number>();
    for (const { index } of line.matchAll(/(?<=\S) {2,}(?=\S)/g)) {
      const above = Math.max(0, ...[-1, 0, 1].map((shift) => rivers.get(index + shift) ?? 0));
      next.set(index, above + 1);
      longest = Math.max(longest, above + 1);
    }
    rivers = next;
  }
  return longest;
}
