import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { countWords } from '../../src/text/words.ts';

function segmented(text: string): number {
  let words = 0;
  for (const segment of new Intl.Segmenter('und', { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) words += 1;
  }
  return words;
}

test.each([
  '',
  '   ',
  "L'Amérique, c’est 3.14 ou 1,000 ; example.com et snake_case.",
  'end.Start e.g. U.S. a-b 10:30 x1y2 1st',
  '日本語の文章は空白がありません。',
  'ภาษาไทยไม่มีช่องว่าง',
  'Hello 世界 again',
  'Привет, мир! Ελληνικά και “quotes” – dashes — and… dots',
  'مرحبا بالعالم',
  '👩‍👩‍👧 emoji 🇫🇷 do not count',
  'naïve café ª µ º ¼',
])('%j counts as Intl.Segmenter does', (text) => {
  expect(countWords(text)).toBe(segmented(text));
});

test('a word of any length is one', () => {
  expect(countWords(`${'a'.repeat(5_000_000)} b`)).toBe(2);
});

test('real READMEs count as Intl.Segmenter does, line by line', () => {
  const packages = readdirSync('node_modules').filter((name) => !/^[@.]/.test(name));
  let lines = 0;
  const wrong: string[] = [];
  for (const name of packages) {
    let text = '';
    try {
      text = readFileSync(`node_modules/${name}/README.md`, 'utf8');
    } catch {
      continue;
    }
    for (const line of text.split('\n').slice(0, 60)) {
      // ICU calls a bare `__` a word and a bare `_` none; to us neither is.
      if (/(?<!\w)__+(?!\w)/.test(line)) continue;
      lines += 1;
      if (countWords(line) !== segmented(line)) wrong.push(`${countWords(line)} ${segmented(line)} ${line}`);
    }
  }
  expect(lines).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

test.each([
  ['a short text', 0],
  ['a long text', 20_000],
])('the title of %s is not among its words', (_, sentences) => {
  const body = `Boil it.\n\n${'One, two and three.\n'.repeat(sentences)}`;
  for (const before of ['', '<a id="top"></a>\n\n']) {
    const { lead } = parseArticle(`${before}# All about tea\n\n${body}\n## Leaves\n`);
    expect(lead.words).toBe(2 + 4 * sentences);
  }
});
