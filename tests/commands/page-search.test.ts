import { expect, test } from 'vitest';
import { pageSearch } from '../../src/commands/page-search.ts';

const page = [
  '\x1b[1mThe green\x1b[22m\n',
  'tea of Assam, black \x1b]8;;https://example.org/\x1b\\tea\x1b]8;;\x1b\\\n',
  'of Ceylon\n',
];

test.each([
  ['tea', 'tea'],
  ['black tea', 'black tea'],
  ['The green', 'The green'],
  ['the green', 'the green'],
  ['green tea', 'green'],
  ['tea of Ceylon', 'Ceylon'],
  ['white coffee', 'white coffee'],
])('of %j a pager finds %j', async (text, found) => {
  expect(await pageSearch(text, page)).toBe(found);
});
