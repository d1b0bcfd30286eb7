import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/view/summary/sentences.ts';

const lines = readFileSync('tests/fixtures/sentences/table.txt', 'utf8').split('\n');
const cases = new Map<string, string[]>();
let language = '';
for (const line of lines) {
  const tag = /^\[(.+)\]$/.exec(line)?.[1];
  if (tag) language = tag;
  else if (line.includes('¦')) cases.set(language, [...(cases.get(language) ?? []), line]);
}

test('the table has its cases', () => {
  expect([...cases.values()].flat().length).toBeGreaterThanOrEqual(200);
});

describe.each([...cases.keys()])('%s', (tag) => {
  test.each(cases.get(tag) ?? [])('%s', (line) => {
    const text = line.replaceAll(' ¦ ', ' ').replaceAll('¦', '');
    const expected = line.split('¦').map((sentence) => sentence.trim());
    expect(splitSentences(text, tag).map((sentence) => sentence.text)).toEqual(expected);
  });
});
