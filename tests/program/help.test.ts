import { expect, test } from 'vitest';
import { emptyFolder } from '../support/program.ts';
import { typed } from '../support/typed.ts';

test.each([['help help'], ['help --help'], ['help -h']])('%s is the help of the program', async (line) => {
  const asked = await typed(line.split(' '), emptyFolder());
  expect(asked).toEqual(await typed(['help'], emptyFolder()));
  expect(asked).toMatchObject({ exitCode: 0, errors: '', out: expect.stringContaining('Usage: article') });
});
