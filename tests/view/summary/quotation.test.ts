import { expect, test } from 'vitest';
import { isBalanced, isQuotation, leavesQuotationOpen } from '../../../src/view/summary/quotation.ts';

test.each([
  ['He said "yes" and left (early).', true],
  ['« Oui », dit-il.', true],
  ['„Ja“, sagte er.', true],
  ['He said "yes and left.', false],
  ['Oui », dit-il.', false],
  ['(See the end.', false],
])('whole: %s', (text, expected) => {
  expect(isBalanced(text)).toBe(expected);
});

test.each([
  ['"It is raining", said the mayor.', true],
  ['« Il pleut », a dit le maire.', true],
  ['„Es regnet“, sagte die Bürgermeisterin.', true],
  ['The mayor said: "It is raining.', true],
  ['The mayor said that it was "raining".', false],
])('a quotation: %s', (text, expected) => {
  expect(isQuotation(text)).toBe(expected);
});

test.each([
  ['The mayor said: "It is raining.', false, true],
  ['The sun will shine tomorrow", she added.', true, false],
  ['The sun will shine tomorrow.', true, true],
  ['The sun will shine tomorrow.', false, false],
  ['She called it "rain" and then "snow".', false, false],
  ['Le maire a dit : « Il pleut.', false, true],
  ['Le soleil reviendra demain », a-t-elle ajouté.', true, false],
  ['Er sagte: „Es regnet.', false, true],
  ['Es regnet morgen“, sagte er.', true, false],
  ['Er sagte: »Es regnet.', false, true],
  ['「雨が降っている。', false, true],
  ['明日は晴れる」と語った。', true, false],
])('%s, open before: %s, open behind: %s', (text, before, behind) => {
  expect(leavesQuotationOpen(text, before)).toBe(behind);
});
