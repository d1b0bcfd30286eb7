import { Rules } from '@cto.af/linebreak';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { type Page, themeNames } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';
import { runs } from '../../support/effort.ts';
import { documents, markdownOf } from './documents.ts';

const page: Page = {
  width: 80,
  colorLevel: 1,
  hyperlinks: true,
  links: 'notes',
  unicode: true,
  theme: 'default',
  wrapCode: true,
  accessible: false,
};
const tools = { breaker: (text: string) => [...new Rules().breaks(text)].map(({ position }) => position) };

const pages = fc.record({
  width: fc.integer({ min: 20, max: 200 }),
  colorLevel: fc.constantFrom<Page['colorLevel']>(0, 1),
  hyperlinks: fc.boolean(),
  links: fc.constantFrom<Page['links']>('notes', 'inline', 'none'),
  unicode: fc.boolean(),
  theme: fc.constantFrom<Page['theme']>(...themeNames),
  wrapCode: fc.constant(true),
  accessible: fc.boolean(),
  justify: fc.boolean(),
  badges: fc.constantFrom<'line' | 'none'>('line', 'none'),
});

function rich(markdown: string, on: Page): string {
  return [...renderRich({ kind: 'article', article: parseArticle(markdown) }, on, tools)].join('');
}

// SGR and OSC 8, as this program writes them.
const escapes = /\x1b\[[\d;]*m|\x1b\]8;[^\x07\x1b]*\x1b\\/g;

function bare(text: string): string {
  return text.replace(escapes, '');
}

describe('the rich page', () => {
  it('has no line wider than the page', () => {
    fc.assert(
      fc.property(documents, pages, (samples, on) => {
        for (const line of bare(rich(markdownOf(samples), on)).split('\n')) {
          if (line.includes('https://')) continue;
          expect(stringWidth(line), line).toBeLessThanOrEqual(on.width);
        }
      }),
      runs(300),
    );
  });

  it('has no rule wider than the page below a heading that is an address', () => {
    const lines = bare(
      rich('# T\n\n## ![word](https://example.org/a.png)\n', {
        ...page,
        width: 20,
        hyperlinks: false,
        links: 'inline',
      }),
    );
    for (const line of lines.split('\n')) if (/^\s*[-─]/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(20);
    expect(lines).toMatch(/[-─]{20}/);
  });

  it('has every word, in order', () => {
    fc.assert(
      fc.property(documents, pages, (samples, on) => {
        const text = bare(rich(markdownOf(samples), on)).replace(/[\s│┃▏|:↪>─┼]+|[-+]{3,}/g, '');
        const expected = samples
          .flatMap(({ words }) => words)
          .join('')
          .replace(/\s+/g, '');
        const found = countCharacters(text);
        for (const [character, count] of countCharacters(expected)) {
          expect(found.get(character) ?? 0, `${character} in ${text}`).toBeGreaterThanOrEqual(count);
        }
        let from = 0;
        // The words of a table's cells are beside each other, and so between each other.
        for (const word of samples.flatMap(({ ordered, words }) => (ordered ? words : []))) {
          const letters = word.replace(/\s+/g, '');
          const at = text.indexOf(letters, from);
          expect(at, `${word} after ${text.slice(0, from)} in ${text}`).toBeGreaterThanOrEqual(0);
          from = at + letters.length;
        }
      }),
      runs(200),
    );
  });

  it('has no escape byte without colour', () => {
    fc.assert(
      fc.property(documents, pages, (samples, on) => {
        expect(rich(markdownOf(samples), { ...on, colorLevel: 0 })).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
      }),
      runs(100),
    );
  });

  it('closes on its line every style and link that it opens there', () => {
    fc.assert(
      fc.property(documents, pages, (samples, on) => {
        for (const line of rich(markdownOf(samples), { ...on, colorLevel: 1 }).split('\n')) {
          expect(stateAfter(line), JSON.stringify(line)).toEqual({ styles: 0, link: false });
          expect(bare(line)).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
        }
      }),
      runs(150),
    );
  });

  it('is the same when rendered twice', () => {
    fc.assert(
      fc.property(documents, pages, (samples, on) => {
        const view = { kind: 'article' as const, article: parseArticle(markdownOf(samples)) };
        expect([...renderRich(view, on, tools)]).toEqual([...renderRich(view, on, tools)]);
      }),
      runs(50),
    );
  });

  it('has the same words in colour as without', () => {
    fc.assert(
      fc.property(documents, pages, (samples, on) => {
        const colored = bare(rich(markdownOf(samples), { ...on, hyperlinks: false, colorLevel: 1 }));
        // Struck words have delimiters where there is no style, which take room.
        fc.pre(!markdownOf(samples).includes('~~'));
        expect(colored).toBe(rich(markdownOf(samples), { ...on, hyperlinks: false, colorLevel: 0 }));
      }),
      runs(50),
    );
  });

  it('sets the same page whether or not code is kept whole, but for the code', () => {
    const article = parseArticle('A line.\n\n```\nx = 1\n```\n');
    const view = { kind: 'article' as const, article };
    expect([...renderRich(view, page)]).toEqual([...renderRich(view, { ...page, wrapCode: false })]);
  });
});

function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Returns what SGR and OSC 8 have left on at the end of a line. */
function stateAfter(line: string): { styles: number; link: boolean } {
  const on = new Set<string>();
  let link = false;
  for (const [sequence] of line.matchAll(escapes)) {
    if (sequence.startsWith('\x1b]8')) {
      link = sequence !== '\x1b]8;;\x1b\\';
      continue;
    }
    const code = Number(sequence.slice(2, -1));
    if (code === 39) on.delete('color');
    else if (code >= 30) on.add('color');
    else if (code === 22) {
      on.delete('1');
      on.delete('2');
    } else if (code > 22) on.delete(String(code - 20));
    else on.add(String(code));
  }
  return { styles: on.size, link };
}
