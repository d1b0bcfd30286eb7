import { expect, test } from 'vitest';
import { codeSpan, infoLanguage } from '../../src/markdown/code-fence.ts';
import { expectLinear } from '../support/growth.ts';

test.each([
  ['a', '`a`'],
  ['a`b``c', '```a`b``c```'],
  ['`', '`` ` ``'],
  [' a ', '`  a  `'],
  [' a', '` a`'],
  ['  ', '  '],
])('the code span of %j', (text, markdown) => {
  expect(codeSpan(text)).toBe(markdown);
});

test('a code span is written in linear time', async () => {
  await expectLinear(100_000, (length) => codeSpan(` ${'a'.repeat(length)}`));
  await expectLinear(100_000, (length) => codeSpan(` ${'a '.repeat(length / 2)}.`));
});

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
