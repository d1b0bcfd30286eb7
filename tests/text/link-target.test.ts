import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeceptive, linkTarget } from '../../src/text/link-target.ts';
import { runs } from '../support/effort.ts';

function standard(href: string): string | undefined {
  try {
    const url = new URL(href);
    url.username = '';
    url.password = '';
    return url.href;
  } catch {
    return undefined;
  }
}

describe('linkTarget', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['mailto:me@example.org', 'mailto:me@example.org'],
    ['www.example.org/x', 'http://www.example.org/x'],
    ['https://exämple.org/ü', 'https://xn--exmple-cua.org/%C3%BC'],
    ['https://example.org/\x1b]8;;evil\x07', 'https://example.org/%1B]8;;evil'],
    ['https://bank.example@evil.example/', 'https://evil.example/'],
    ['https://user:secret@example.org/a@b?c@d', 'https://example.org/a@b?c@d'],
    ['www.bank.example@evil.example', 'http://evil.example/'],
    ['https://bank.example%2Flogin@evil.example', 'https://evil.example/'],
    ['https:\\\\bank.example@evil.example', 'https://evil.example/'],
    ['https://@example.org', 'https://example.org/'],
    ['https://example.org/@user', 'https://example.org/@user'],
    ['mailto:a@b@example.org', 'mailto:a@b@example.org'],
  ])('gives %j as %j', (href, target) => {
    expect(linkTarget(href)).toBe(target);
  });

  it('gives what the URL standard makes of an address, but for user information', () => {
    const parts = [
      'http://',
      'https://',
      'a',
      'example',
      '-',
      '--',
      '.',
      '..',
      '/',
      './',
      'org',
      '0x1',
      '1',
      ':80',
      '%2e',
      '?',
      '#',
    ];
    const address = fc.array(
      fc.constantFrom(...parts, '&', '=', '(', ')', '~', '_', 'A', 'é', ' ', '@', "'", '\\', '|'),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(fc.constantFrom('http://', 'https://a.org/', 'https://'), address, (start, rest) => {
        const href = start + rest.join('');
        expect(linkTarget(href)).toBe(standard(href));
      }),
      runs(20_000),
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://example.org/1',
    '//example.org',
    '/etc/passwd',
    '/relative',
    '#anchor',
    '',
    'https://',
    'https:// example.org',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('gives nothing for %j', (href) => {
    expect(linkTarget(href)).toBeUndefined();
  });
});

describe('isDeceptive', () => {
  it.each([
    ['bank.example', 'https://evil.example/'],
    ['https://bank.example/login', 'https://evil.example/login'],
    ['www.bank.example', 'https://evil.example/'],
    ['https://example.org/a', 'https://example.org/b'],
    ['b\u0430nk.example', 'https://bank.example/'],
    ['you@bank.example', 'https://evil.example/'],
    ['you@bank.example', 'mailto:me@evil.example'],
    ['bank.example', 'mailto:me@evil.example'],
    ['bank.example', 'https://bank.example.evil.example/'],
    ['https://bank.example@evil.example', 'https://evil.example/x'],
  ])('holds %j for %j to be', (text, target) => {
    expect(isDeceptive(text, target)).toBe(true);
  });

  it.each([
    ['the bank', 'https://bank.example/'],
    ['bank.example', 'https://www.bank.example/login'],
    ['www.bank.example', 'http://bank.example/'],
    ['https://bank.example', 'https://bank.example/'],
    ['https://bank.example/a/', 'https://bank.example/a'],
    ['me@example.org', 'mailto:me@example.org'],
    ['e.g.', 'https://example.org/'],
    ['index.js', 'https://example.org/index.js'],
    ['1.2.3', 'https://example.org/'],
    ['Node.js', 'https://nodejs.org/'],
    ['README.md', 'https://example.org/blob/README.md'],
  ])('does not hold %j for %j to be', (text, target) => {
    expect(isDeceptive(text, target)).toBe(false);
  });

  it.each([
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
  ])('knows letters that look alike: %j to %j is %j', (text, href, expected) => {
    expect(isDeceptive(text, linkTarget(href) ?? '')).toBe(expected);
  });
});
