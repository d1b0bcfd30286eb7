import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const contributing = read('CONTRIBUTING.md');
const rooms = readdirSync(new URL('src/', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('CONTRIBUTING names every room of the tree, and no other', () => {
  const table = contributing.split('\n').filter((line) => line.startsWith('| `'));
  const named = table.flatMap((line) => line.split('|')[1]?.match(/(?<=`)(?:src\/)?[a-z]+(?=\/`)/g) ?? []);
  const ofSource = named
    .map((name) => name.replace('src/', ''))
    .filter((name) => !/^(?:bin|articles|tests)$/.test(name));
  expect(ofSource.sort()).toEqual([...rooms].sort());
});

test('CONTRIBUTING names files and folders that there are', () => {
  const paths = [...contributing.matchAll(/`([\w-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, path = '']) => path);
  const files = paths.filter((path) => /\.(?:ts|mjs|json|md)$|\/$/.test(path));
  const known = ['src/', 'tests/'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((path) => `/${path}`),
  );
  const isThere = (path: string) =>
    existsSync(new URL(path, root)) || known.some((one) => one.endsWith(`/${path.replace(/\/$/, '')}`));
  expect(files.filter((path) => !isThere(path))).toEqual([]);
  expect(files.length).toBeGreaterThan(30);
});

test('no two files of the tree have one name', () => {
  const names = readdirSync(new URL('src/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('the linter holds an arrow of every room through which data flows', () => {
  const { overrides } = JSON.parse(read('biome.json')) as { overrides: { includes: string[]; linter: object }[] };
  const bans = overrides.filter(({ linter }) => JSON.stringify(linter).includes('noRestrictedImports'));
  const bounded = bans.flatMap(({ includes }) => includes);
  for (const room of ['text', 'markdown', 'article', 'source', 'view', 'render', 'terminal']) {
    expect(bounded).toContain(`src/${room}/**`);
    const ban = bans.find(({ includes }) => includes.includes(`src/${room}/**`));
    for (const above of ['commands', 'reader']) expect(JSON.stringify(ban)).toContain(`**/${above}/**`);
  }
});
