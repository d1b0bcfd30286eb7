import { expect, test } from 'vitest';
import { infoLanguage } from '../../src/markdown/info-language.ts';

test.each([
  [undefined, ''],
  ['js', 'js'],
  ['  JS {1,3} title="a.js"', 'JS'],
  ['js{1,3}', 'js'],
  ['js,linenos', 'js'],
  ['c++', 'c++'],
  ['.env', '.env'],
  ['{.js}', 'js'],
  ['{ .js .numberLines }', 'js'],
  ['{#first .haskell .numberLines startFrom="2"}', 'haskell'],
  ['{r}', 'r'],
  ['{r setup, include=FALSE}', 'r'],
  ['{js, eval=FALSE}', 'js'],
  ['{js', 'js'],
  ['{1,3-5}', ''],
  ['{linenos=true}', ''],
  ['{title="a.js"}', ''],
  ['{#first}', ''],
  ['{=html}', ''],
  ['{}', ''],
])('the language of %j', (info, language) => {
  expect(infoLanguage(info)).toBe(language);
});
