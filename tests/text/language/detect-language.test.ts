import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/text/language/detect-language.ts';
import { stopWordLists } from '../../../src/text/language/generated/stop-word-lists.json';

/** The beginning of the Universal Declaration of Human Rights, by language. */
const declaration: Record<string, string> = JSON.parse(
  readFileSync('tests/fixtures/languages/declaration.json', 'utf8'),
);

/** Written so alike that some fifty words do not distinguish them. */
const alike: Record<string, string[]> = { id: ['id', 'ms'], ms: ['id', 'ms'] };

describe('the declaration', () => {
  test.each(Object.entries(declaration))('%s', async (language, text) => {
    expect(alike[language] ?? [language]).toContain(await detectLanguage(text));
  });

  test('is there in every language that has stop words', () => {
    expect(Object.keys(declaration)).toEqual(expect.arrayContaining(Object.keys(stopWordLists)));
  });
});

test.each([
  ['commands in it', `${declaration.fr?.slice(0, 200)} npm install --save-dev`, 'fr'],
  ['a name in another script', `Владимир Набоков: ${declaration.en?.slice(0, 120)}`, 'en'],
  ['Latin names in Chinese', `在 Linux 上使用 Docker 和 Kubernetes 部署应用`, 'zh'],
  ['Latin names in Japanese', `Linux で Docker と Kubernetes を使って開発環境を作る`, 'ja'],
  ['capitals', declaration.de?.slice(0, 120).toUpperCase() ?? '', 'de'],
])('%s', async (_, text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

test.each(['', '12 + 30 = 42', '…', 'xkqz vvbw qqrt zzpx', '\ud800\udc00'])('%j has none', async (text) => {
  expect(await detectLanguage(text)).toBeUndefined();
});
