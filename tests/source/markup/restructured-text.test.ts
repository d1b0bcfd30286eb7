import { expect, test } from 'vitest';
import { readRestructuredText } from '../../../src/source/markup/restructured-text.ts';
import { expectLinear } from '../../support/growth.ts';

test.each([
  ['1. one\n#. two\n#. three', '1. one\n2. two\n3. three'],
  [':pots:\n    - red\n    - blue', '**pots**\n:   - red\n    - blue'],
  [
    '=====  =====  ======\n   Inputs     Output\n------------  ------\n  A      B    A or B\n=====  =====  ======\nFalse  False  False\n=====  =====  ======',
    '| Inputs |  | Output |\n| --- | --- | --- |\n| A | B | A or B |\n| False | False | False |',
  ],
  ['.. sidebar:: Pots\n   :subtitle: and pans\n\n   Words.', '> **Pots**\n>\n> and pans\n>\n> Words.'],
  [
    `.. csv-table::\n\n   "a, b", "${'c'.repeat(500)}, d"\n   "e\n   f", 5" g`,
    `| a, b | ${'c'.repeat(500)}, d |\n| --- | --- |\n| e f | 5" g |`,
  ],
  ['.. csv-table::\n\n   "a, b", c\n   "d" e, f', '| a, b | c |\n| --- | --- |\n| "d" e | f |'],
  ['.. toctree::\n   :caption: All of it\n\n   pots', 'All of it\n\n- pots'],
])('all words are there: %j', (text, markdown) => {
  expect(readRestructuredText(text).markdown).toBe(`${markdown}\n`);
});

test('what a document says of itself is its metadata, and text where these have no place for it', () => {
  const head = 'Pots\n====\n-----\nA study\n-----\n\n:Author: Ada Leaf\n:Date: 2025-11-07\n:Revision: $Revision: 1 $';
  const { title, metadata, markdown } = readRestructuredText(
    `${head}\n:Status: draft\n:Copyright: This is in the public domain.\n\nWords.\n`,
  );
  expect({ title, ...metadata }).toEqual({ title: 'Pots', author: 'Ada Leaf', date: '2025-11-07' });
  expect(markdown).toBe(
    '# Pots\n\n## A study\n\n**Status:** draft\\\n**Copyright:** This is in the public domain.\n\nWords.\n',
  );
});

test('a long row above short ones takes linear time', async () => {
  await expectLinear(16_000, (length) =>
    readRestructuredText(`.. csv-table::\n\n   ${'a,'.repeat(length / 4)}b\n${'   c\n'.repeat(length / 4)}`),
  );
});
