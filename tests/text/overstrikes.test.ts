import { expect, test } from 'vitest';
import { readOverstrikes } from '../../src/text/overstrikes.ts';

test.each([
  ['N\bNA\bAM\bME\bE', 'NAME'],
  ['N\bN\bN\bNo', 'No'],
  ['_\bf_\bi_\bl_\be', 'file'],
  ['_\b_x', '_x'],
  ['😀\b😀', '😀'],
  // Not the same characters: what is under them would be lost.
  ['evil\b\b\b\bgood', 'evil\b\b\b\bgood'],
  ['a\bb', 'a\bb'],
  ['\n\bx', '\n\bx'],
  ['plain', 'plain'],
])('%j', (text, printed) => {
  expect(readOverstrikes(text)).toBe(printed);
});
