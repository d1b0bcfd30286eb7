import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
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

/** The rooms whose files those of a room may import; `commands/` and the files above the rooms may import all. */
const allowed: Readonly<Record<string, string>> = {
  text: '',
  markdown: 'text',
  article: 'text markdown',
  view: 'text markdown article',
  render: 'text markdown article view',
  source: 'text markdown article',
  terminal: 'text render',
  reader: 'text markdown article view render source terminal',
  completion: 'text article source',
  library: 'text markdown article view render source',
  manual: 'markdown article',
  mcp: 'text article view render source',
};

test('each room imports from the rooms below it alone', () => {
  expect(Object.keys(allowed).sort()).toEqual(rooms.filter((room) => room !== 'commands').sort());
  const source = new URL('src/', root);
  const wrong = readdirSync(source, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const room = path.split(sep)[0] ?? '';
    if (!path.endsWith('.ts') || !(room in allowed)) return [];
    const imports = [...read(`src/${path}`).matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^']+)'/g)].map(([, to = '']) => to);
    const urls = imports
      .map((to) => new URL(to, new URL(path, source)).href)
      .filter((to) => to.startsWith(source.href));
    const files = urls.map((to) => to.slice(source.href.length));
    const isAllowed = (file: string) =>
      /^(?:errors|system)\.ts$/.test(file) ||
      [room, ...(allowed[room] ?? '').split(' ')].includes(file.split('/')[0] ?? '');
    return files.filter((file) => !isAllowed(file)).map((file) => `${path} → ${file}`);
  });
  expect(wrong).toEqual([]);
});

test('the linter holds the same arrows', () => {
  const { overrides } = JSON.parse(read('biome.json')) as { overrides: { includes: string[]; linter: object }[] };
  for (const [room, names] of Object.entries(allowed)) {
    const ban = overrides.find(({ includes }) => includes[0] === `src/${room}/**`);
    const banned = [...JSON.stringify(ban).matchAll(/\*\*\/([a-z]+)\/\*\*/g)].map(([, name]) => name);
    const above = rooms.filter((other) => other !== room && !names.split(' ').includes(other));
    expect(banned, room).toEqual(above.sort());
  }
});
