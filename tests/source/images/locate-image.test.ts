import { describe, expect, test } from 'vitest';
import { locateImage } from '../../../src/source/images/locate-image.ts';

describe('in a file', () => {
  const origin = { folder: '/home/me/text' };
  test.each([
    ['a.png', 'a.png'],
    ['images/a%20b.png?raw=true#top', 'images/a b.png'],
    ['../a.png', '../a.png'],
    ['100%.png', '100%.png'],
    ['/etc/a.png', '/etc/a.png'],
  ])('%s is a path', (written, path) => {
    expect(locateImage(written, origin)).toEqual({ path, folder: '/home/me/text' });
  });

  test.each(['https://example.org/a.png', 'HTTP://example.org/a.png', '//example.org/a.png'])(
    '%s is an address, never a private one',
    (written) => {
      const place = locateImage(written, origin);
      expect(place).toMatchObject({ mayBePrivate: false, url: { host: 'example.org' } });
    },
  );

  test.each([
    '',
    '?',
    '#a',
    'a%00b.png',
    'file:///etc/a.png',
    'data:image/png;base64,aaaa',
    'C:\\a.png',
    'ftp://example.org/a.png',
    'javascript:alert(1)',
    'https://',
    '//',
  ])('%j leads nowhere', (written) => {
    expect(locateImage(written, origin)).toBeUndefined();
  });
});

describe('on a page', () => {
  const origin = { address: 'https://example.org/news/today', typed: 'https://example.org/today' };
  test.each([
    ['a.png', 'https://example.org/news/a.png'],
    ['/a.png', 'https://example.org/a.png'],
    ['../../../etc/passwd', 'https://example.org/etc/passwd'],
    ['//cdn.example/a.png', 'https://cdn.example/a.png'],
    ['http://127.0.0.1/a.png', 'http://127.0.0.1/a.png'],
  ])('%s is an address, never a private one', (written, href) => {
    expect(locateImage(written, origin)).toMatchObject({ url: { href }, mayBePrivate: false });
  });

  test.each(['file:///etc/a.png', 'C:\\a.png', 'data:image/png;base64,aaaa'])('%s leads nowhere', (written) => {
    expect(locateImage(written, origin)).toBeUndefined();
  });
});

test.each([
  ['http://localhost:3000/a', 'b.png', true],
  ['http://localhost:3000/a', 'http://localhost:3000/b.png', true],
  ['http://localhost:3000/a', 'http://localhost:6379/b.png', false],
  ['http://localhost:3000/a', 'https://localhost:3000/b.png', false],
  ['http://localhost:3000/a', 'http://127.0.0.1:3000/b.png', false],
  ['http://192.168.1.5/a', 'b.png', true],
  ['http://192.168.1.5/a', 'http://192.168.1.1/b.png', false],
  ['http://wiki/a', 'b.png', true],
  // A public name may lead to a private address from one moment to the next.
  ['https://example.org/a', 'b.png', false],
])('of %s, %s may be private: %s', (typed, written, mayBePrivate) => {
  expect(locateImage(written, { address: typed, typed })).toMatchObject({ mayBePrivate });
});

test('what came through a pipe has addresses alone', () => {
  expect(locateImage('a.png', {})).toBeUndefined();
  expect(locateImage('/etc/a.png', {})).toBeUndefined();
  expect(locateImage('https://example.org/a.png', {})).toMatchObject({ mayBePrivate: false });
});
