import { expect, test } from 'vitest';
import { parseUrl } from '../../src/text/parse-url.ts';

test.each([
  ['https://example.org/a b', undefined, 'https://example.org/a%20b'],
  ['/a', 'https://example.org/b', 'https://example.org/a'],
  ['/a', undefined, undefined],
  ['', 'https://example.org/', 'https://example.org/'],
  ['https://', 'https://example.org/', undefined],
])('%j on %j', (text, base, href) => {
  expect(parseUrl(text, base)?.href).toBe(href);
});

test('an address with letters of Latin is one however often it is requested', () => {
  const hosts = new Set(Array.from({ length: 20_000 }, () => parseUrl('https://bücher.example/')?.host));
  expect([...hosts]).toEqual(['xn--bcher-kva.example']);
});
