import { readdirSync, readFileSync } from 'node:fs';
import { Rules } from '@cto.af/linebreak';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { renderPlain } from '../../src/render/plain/render-plain.ts';
import { renderRich } from '../../src/render/rich/render-rich.ts';
import type { View } from '../../src/view/view.ts';
import { plainDigits, withoutSpaces } from '../support/compare.ts';
import { sample } from '../support/effort.ts';
import { plainPage } from '../support/render-text.ts';

const files = [...readdirSync('articles').map((name) => `articles/${name}`), 'README.md', 'CHANGELOG.md'];
const widths = sample(
  Array.from({ length: 101 }, (_, index) => index + 20),
  12,
);
const rules = new Rules();
const tools = { breaker: (text: string) => [...rules.breaks(text)].map(({ position }) => position) };

function viewOf(file: string): View {
  return { kind: 'article', article: parseArticle(readFileSync(file, 'utf8')) };
}

test.each(files)('%s has all its words in plain at each width from 20 to 120', (file) => {
  const view = viewOf(file);
  const whole = withoutSpaces([...renderPlain(view, plainPage)].join(''));
  expect(whole.length).toBeGreaterThan(1000);
  for (const width of widths) {
    expect(withoutSpaces([...renderPlain(view, { ...plainPage, width }, tools)].join('')), `at ${width}`).toBe(whole);
  }
});

test.each(files)('%s fits each width from 20 to 120, and loses no word or letter of plain', (file) => {
  const view = viewOf(file);
  // Plain text ticks a task with a letter.
  const plain = lettersOf(renderPlain(view, plainPage)).replaceAll('[x]', '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = countLetters(plain);
  for (const width of widths) {
    const text = [...renderRich(view, { ...plainPage, width, wrapCode: true }, tools)].join('');
    const wide = text.split('\n').filter((line) => stringWidth(line) > width && !/https?:\/\//.test(line));
    expect(wide, `at ${width}`).toEqual([]);
    const page = withoutSpaces(lettersOf([text]));
    expect(
      words.filter((word) => !page.includes(word)),
      `at ${width}`,
    ).toEqual([]);
    const found = countLetters(page);
    const lost = [...letters].filter(([letter, count]) => (found.get(letter) ?? 0) < count);
    expect(lost, `at ${width}`).toEqual([]);
  }
});

/** Counts how often each letter and digit occurs: rules, bars and bullets are drawn with punctuation. */
function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Returns text without what is drawn, raised digits as digits. */
function lettersOf(pieces: Iterable<string>): string {
  return plainDigits([...pieces].join('').replace(/[│┼─▏↪]/g, ''));
}
