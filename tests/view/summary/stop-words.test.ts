import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { stopWordLists } from '../../../src/view/summary/stop-word-lists.ts';
import { loadStopWords } from '../../../src/view/summary/stop-words.ts';

test('the lists are those of the package', async () => {
  const written = (await import(resolve('scripts/stop-words.mjs'))).stopWordLists();
  expect(written, 'node scripts/stop-words.mjs writes them anew').toEqual(stopWordLists);
  expect(Object.keys(stopWordLists).length).toBeGreaterThan(40);
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
