import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Rules } from '@cto.af/linebreak';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { renderPlain } from '../../src/render/plain/plain.ts';
import { renderRich } from '../../src/render/rich/rich.ts';
import type { View } from '../../src/view/types.ts';
import { plainDigits, withoutSpaces } from './compare.ts';
import { plainPage } from './render-text.ts';

const files = [...readdirSync('articles').map((name) => `articles/${name}`), 'README.md'].filter((file) =>
  existsSync(file),
);
const widths = Array.from({ length: 101 }, (_, index) => index + 20);
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

test.each(files)('%s has all the words of plain on the rich page at each width from 20 to 120', (file) => {
  const view = viewOf(file);
  const words = lettersOf(renderPlain(view, plainPage)).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const width of widths) {
    const page = withoutSpaces(lettersOf(renderRich(view, { ...plainPage, width }, tools)));
    const lost = words.filter((word) => !page.includes(word));
    expect(lost, `at ${width}`).toEqual([]);
  }
});

test.each(files)('%s has no line wider than the page at each width from 20 to 120', (file) => {
  const view = viewOf(file);
  for (const width of widths) {
    const lines = [...renderRich(view, { ...plainPage, width, wrapCode: true }, tools)].join('').split('\n');
    const wide = lines.filter((line) => stringWidth(line) > width && !/https?:\/\//.test(line));
    expect(wide, `at ${width}`).toEqual([]);
  }
});

/** Text without what is drawn, raised digits as digits. */
function lettersOf(pieces: Iterable<string>): string {
  return plainDigits([...pieces].join('').replace(/[│┼─]/g, ''));
}
