import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { codeCacheFolder, packLoader } from '../../src/terminal/packs.ts';
import { emptyFolder } from '../support/program.ts';

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

const folder = emptyFolder();
const nodeRequire = createRequire(import.meta.url);

function loader(asked: string[] = []) {
  const require = (id: string) => {
    asked.push(id);
    return nodeRequire(id);
  };
  return packLoader(folder, require, undefined);
}

it('loads a chunk once, out of its pack, and asks Node for what lies in none', () => {
  writeFileSync(
    join(folder, 'tea.pack.js'),
    "(function(module,require){module.exports={'tea.js':{leaf:{},cup:()=>require('set.pack.js/cup.js'),path:require('node:path')}}})",
  );
  writeFileSync(join(folder, 'set.pack.js'), "(function(module){module.exports={'cup.js':{full:true}}})");
  const asked: string[] = [];
  const load = loader(asked);
  const tea = load('tea.pack.js/tea.js') as { leaf: object; cup: () => { full: boolean }; path: object };
  expect(tea.leaf).toBe((load('tea.pack.js/tea.js') as typeof tea).leaf);
  expect(tea.cup().full).toBe(true);
  expect(tea.path).toBe(nodeRequire('node:path'));
  expect(asked).toEqual(['node:path']);
});

it('opens a late chunk when something of it is first used', () => {
  const load = loader();
  const late = load('late:dawn.pack.js/sun.js') as { light: string };
  writeFileSync(join(folder, 'dawn.pack.js'), "(function(module){module.exports={'sun.js':{light:'yes'}}})");
  expect(late.light).toBe('yes');
});

it('gives the same out of a compressed pack', () => {
  const text = "(function(module){module.exports={'rare.js':{word:'thé 茶'}}})";
  writeFileSync(join(folder, 'rare.pack.js.br'), brotliCompressSync(text));
  expect((loader()('rare.pack.js.br/rare.js') as { word: string }).word).toBe('thé 茶');
});
