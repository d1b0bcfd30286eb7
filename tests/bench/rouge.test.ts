import { expect, test } from 'vitest';
import { lead, lexRank, oracle, textRank } from './baselines.ts';
import { rouge, rougeWords } from './rouge.ts';

const of = (summary: string, reference: string) => rouge(rougeWords(summary), rougeWords(reference));

// Each figure computed by hand: 2 × shared / (length of the one + length of the other).
test('the example of the paper: police killed the gunman', () => {
  const reference = 'police killed the gunman';
  // Words 3 of 4 and 4; pairs "the gunman" 1 of 3 and 3; subsequence "police the gunman" 3.
  expect(of('police kill the gunman', reference)).toEqual({ one: 6 / 8, two: 2 / 6, longest: 6 / 8 });
  // Words 3; pair "the gunman" 1; subsequence "the gunman" 2.
  expect(of('the gunman kill police', reference)).toEqual({ one: 6 / 8, two: 2 / 6, longest: 4 / 8 });
});

test('lengths differ', () => {
  // 6 and 3 words, shared: the, cat, sat; pairs 5 and 2, shared: the cat, cat sat; subsequence 3.
  expect(of('The cat sat on the mat.', 'the cat sat')).toEqual({ one: 6 / 9, two: 4 / 7, longest: 6 / 9 });
});

test('a word counts as often as both hold it', () => {
  // "a" twice of 3 and 2; pair "a a" once of 2 and 1; subsequence 2.
  expect(of('a a a', 'a a')).toEqual({ one: 4 / 5, two: 2 / 3, longest: 4 / 5 });
});

test('nothing shared, and nothing at all', () => {
  expect(of('one two', 'three four')).toEqual({ one: 0, two: 0, longest: 0 });
  expect(of('', '')).toEqual({ one: 0, two: 0, longest: 0 });
  expect(of('same', 'same')).toEqual({ one: 1, two: 0, longest: 1 });
});

test('words are lower case, without punctuation', () => {
  expect(rougeWords("L'été, OpenAI vaut 3,5 milliards !", 'fr')).toEqual([
    "l'été",
    'openai',
    'vaut',
    '3,5',
    'milliards',
  ]);
});

const sentences = [
  ['a', 'b'],
  ['b', 'c', 'd'],
  ['c', 'd', 'b'],
  ['x', 'y'],
];

test('the baselines put first what they are known for', () => {
  expect(lead(sentences)).toEqual([0, 1, 2, 3]);
  // The second and third say the same, the last shares nothing.
  expect(textRank(sentences).slice(0, 2)).toEqual([1, 2]);
  expect(textRank(sentences).at(-1)).toBe(3);
  expect(lexRank(sentences).slice(0, 2)).toEqual([1, 2]);
});

test('the oracle takes what raises the score, and stops', () => {
  const worth = [1, 5, -3, 2];
  expect(oracle(4, (chosen) => chosen.reduce((sum, index) => sum + (worth[index] ?? 0), 0))).toEqual([1, 3, 0]);
});
