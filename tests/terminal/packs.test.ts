import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { codeCacheFolder } from '../../src/terminal/packs.ts';

const kind = (line: string) => basename(codeCacheFolder('build', line.split(' '), { HOME: '/home/reader' }) ?? '');

it('keeps code apart for command lines that use other functions', () => {
  expect(kind('read')).toBe('read');
  expect(kind('read 3 --plain')).toBe('read--plain');
  expect(kind('read --plain 3-4')).toBe(kind('read 3 --plain'));
  expect(kind('read notes.md --color always')).toBe('read.md--color');
  expect(kind('read other.md --color never')).toBe(kind('read notes.md --color always'));
});

it('keeps all code within its folder, whatever is typed', () => {
  for (const line of ['', '../../x', '..', '-', '--help', 'Read', `read ${'--long'.repeat(40)}`]) {
    expect(kind(line)).toMatch(/^(other|read)$/);
  }
  expect(kind('read ../../etc/x.md --search=../..')).toBe('read.md');
  expect(codeCacheFolder('build', ['read', '../../etc.md'], { HOME: '/home/reader' })).toMatch(
    /^\/home\/reader\/\.cache\/article\/code\/build-v[^/]+\/read\.md$/,
  );
});

it('keeps none without a home, and takes XDG_CACHE_HOME before it where it is absolute', () => {
  expect(codeCacheFolder('build', ['read'], {})).toBeUndefined();
  expect(codeCacheFolder('build', ['read'], { HOME: '/h', XDG_CACHE_HOME: '/cache' })).toMatch(/^\/cache\/article\//);
  expect(codeCacheFolder('build', ['read'], { HOME: '/h', XDG_CACHE_HOME: 'cache' })).toMatch(/^\/h\/\.cache\//);
});
