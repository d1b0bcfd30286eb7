import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { splitRequests } from '../../src/commands/split-request.ts';
import { splitArguments } from '../../src/source/arguments.ts';
import { codeLanguageOfFile } from '../../src/source/data/source-code.ts';
import { extensionOf, otherDocuments, pandocExtensions, textExtensions } from '../../src/source/extensions.ts';
import { findReadme, readableFiles } from '../../src/source/input/folder-files.ts';
import { kindOf } from '../../src/source/kind.ts';
import type { System } from '../../src/system.ts';

const folder = mkdtempSync(join(tmpdir(), 'extensions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const system = { cwd: folder, env: {}, home: '' } as unknown as System;

const listed = (groups: readonly (readonly [string, string])[]) =>
  groups.flatMap(([name, extensions]) => extensions.split(' ').map((extension) => [extension, name] as const));
const texts = listed(textExtensions);
const extensions = [
  ...[...texts, ...listed(pandocExtensions)].map(([extension]) => extension),
  ...otherDocuments,
].filter((extension) => extension !== 'log');
for (const extension of ['', ...extensions]) writeFileSync(join(folder, `name.${extension}`), 'Words.');

describe.each([...extensions, 'CSV', 'Mdx'])('a name that ends with .%s', (extension) => {
  const name = `name.${extension}`;
  writeFileSync(join(folder, name), 'Words.');

  it('is a second source', async () => {
    const requests = await splitRequests(['name.md', name], {}, system);
    expect(requests.map(({ source }) => source)).toEqual(['name.md', name]);
  });

  it('is listed where a folder is', () => {
    expect(readableFiles(folder)).toContain(name);
  });

  it('is a missing file, and no section’s title', async () => {
    const nowhere = { isName: async () => false, isFile: () => false };
    expect(await splitArguments([name], {}, nowhere)).toEqual({ source: name, selectors: [] });
  });

  it('is in one list', () => {
    expect(extensions.filter((one) => one === extensionOf(name))).toHaveLength(1);
    expect(codeLanguageOfFile(name)).toBeUndefined();
  });
});

it.each(texts)('.%s is of the kind %s', (extension, kind) => {
  expect(kindOf({ name: `name.${extension}`, text: 'Words.' })).toBe(kind === 'undeclared' ? 'text' : kind);
});

it.each(texts)('README.%s, %s, is a folder’s README where it is a text', (extension, kind) => {
  const own = mkdtempSync(join(folder, 'readme-'));
  writeFileSync(join(own, `README.${extension}`), 'Words.');
  const isRead = kind !== 'csv' && kind !== 'text';
  expect(findReadme(own)).toBe(isRead ? join(own, `README.${extension}`) : undefined);
});

it.each(['package.json', 'console.log'])('titles of sections end as the name %s does', async (name) => {
  writeFileSync(join(folder, name), '{}');
  expect(await splitRequests(['name.md', name], {}, system)).toEqual([{ source: 'name.md', selectors: [name] }]);
});

it.each([
  ['notes.md', 'md'],
  ['a/b.MARKDOWN', 'markdown'],
  ['https://example.org/a.html?b=c.md#d.txt', 'html'],
  ['https://example.org', ''],
  ['LICENSE', ''],
  ['a.b/c', ''],
])('the extension of %s is “%s”', (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});
