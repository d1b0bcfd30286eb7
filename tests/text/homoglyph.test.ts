import { expect, test } from 'vitest';
import { isDeceptive, linkTarget } from '../../src/text/link-target.ts';

test.each([
  ['https://аpple.com/', 'https://аpple.com/', true],
  ['аpple.com', 'https://аpple.com/', true],
  ['раураӏ.com', 'https://раураӏ.com/', true],
  ['gооgle.com/mail', 'https://gооgle.com/mail', true],
  ['apple.com', 'https://аpple.com/', true],
  ['ɡoogle.com', 'https://ɡoogle.com/', true],
  ['café.fr', 'https://café.fr/', false],
  ['пример.рф', 'https://пример.рф/', false],
  ['日本語.jp', 'https://日本語.jp/', false],
  ['example.org', 'https://example.org/', false],
  ['here', 'https://аpple.com/', false],
])('the link %s to %s deceives: %s', (text, href, expected) => {
  expect(isDeceptive(text, linkTarget(href) ?? '')).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  '\x01javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  'blob:https://example.org/1',
  '//example.org',
  '/etc/passwd',
  'https:// example.org',
])('%j is no link', (href) => {
  expect(linkTarget(href)).toBeUndefined();
});
