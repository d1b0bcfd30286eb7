import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readFrontCoded } from '../../../src/text/front-coded.ts';
import { stopWordLists } from '../../../src/text/language/generated/stop-word-lists.json';
import { loadStopWords } from '../../../src/text/language/stop-words.ts';

test('the lists are those of the package', async () => {
  const { stopWords } = await import(resolve('scripts/stop-words.mjs'));
  const lists = Object.entries(stopWordLists).map(([language, list]) => [language, [...readFrontCoded(list)]]);
  expect(lists).toEqual(stopWords().map(([language, words]: [string, string[]]) => [language, [...words].sort()]));
  expect(lists.length).toBeGreaterThan(40);
});

test.each([
  ['en', ['the', 'and', 'of']],
  ['pt-BR', ['não', 'que']],
  ['no', ['jeg', 'ikke']],
  ['fr', ['le', 'lorsqu']],
  ['ja', ['の', 'は']],
])('%s has its words', async (language, words) => {
  const list = await loadStopWords(language);
  for (const word of words) expect(list).toContain(word);
  expect(list).not.toContain('article');
});

test.each([undefined, 'tlh', 'constructor'])('%s has none', async (language) => {
  expect((await loadStopWords(language)).size).toBe(0);
});
