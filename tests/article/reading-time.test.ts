import { expect, test } from 'vitest';
import { readingMinutes } from '../../src/article/reading-time.ts';

test('reading time is words over the rate of the language', () => {
  expect(readingMinutes(1950, 'fr')).toBe(10);
  expect(readingMinutes(1950, 'fr-CA')).toBe(10);
  expect(readingMinutes(2280, 'en')).toBe(10);
  expect(readingMinutes(1840, 'xx')).toBe(10);
  expect(readingMinutes(3, 'en')).toBe(1);
  expect(readingMinutes(0, 'en')).toBe(0);
});
