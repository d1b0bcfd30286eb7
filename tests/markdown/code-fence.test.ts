import { expect, test } from 'vitest';
import { writeCodeSpan } from '../../src/markdown/code-fence.ts';
import { expectLinear } from '../support/growth.ts';

test.each([
  ['a', '`a`'],
  ['a`b``c', '```a`b``c```'],
  ['`', '`` ` ``'],
  [' a ', '`  a  `'],
  [' a', '` a`'],
  ['  ', '  '],
])('the code span of %j', (text, markdown) => {
  expect(writeCodeSpan(text)).toBe(markdown);
});

test('a code span is written in linear time', async () => {
  await expectLinear(100_000, (length) => writeCodeSpan(` ${'a'.repeat(length)}`));
  await expectLinear(100_000, (length) => writeCodeSpan(` ${'a '.repeat(length / 2)}.`));
});
