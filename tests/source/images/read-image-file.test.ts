import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readImageFile } from '../../../src/source/images/read-image-file.ts';

const root = mkdtempSync(join(tmpdir(), 'article-'));
const folder = join(root, 'project', 'docs');
const elsewhere = join(root, 'elsewhere');

const read = (path: string, cwd = elsewhere) => {
  const bytes = readImageFile(path, folder, cwd, 1000);
  return bytes && Buffer.from(bytes).toString();
};

beforeAll(() => {
  mkdirSync(join(folder, 'images'), { recursive: true });
  mkdirSync(elsewhere);
  writeFileSync(join(folder, 'images', 'a b.png'), 'inside');
  writeFileSync(join(root, 'project', 'beside.png'), 'beside');
  writeFileSync(join(root, 'outside.png'), 'outside');
  writeFileSync(join(folder, 'large.png'), 'x'.repeat(1001));
  writeFileSync(join(folder, 'full.png'), 'x'.repeat(1000));
  writeFileSync(join(folder, '..hidden.png'), 'dots');
  symlinkSync('images/a b.png', join(folder, 'link.png'));
  symlinkSync(join(root, 'outside.png'), join(folder, 'out.png'));
  symlinkSync('..', join(folder, 'up'));
  symlinkSync('/dev/zero', join(folder, 'zero.png'));
  symlinkSync('loop.png', join(folder, 'loop.png'));
  execFileSync('mkfifo', [join(folder, 'fifo.png')]);
});

afterAll(() => rmSync(root, { recursive: true }));

test('below the folder of the article, links followed', () => {
  expect(read('images/a b.png')).toBe('inside');
  expect(read('./images/../images/a b.png')).toBe('inside');
  expect(read('link.png')).toBe('inside');
  expect(read('..hidden.png')).toBe('dots');
  expect(read('full.png')).toHaveLength(1000);
});

test('above it only within the working folder, where the article is in that', () => {
  expect(read('../beside.png')).toBeUndefined();
  expect(read('../beside.png', folder)).toBeUndefined();
  expect(read('../beside.png', join(root, 'project'))).toBe('beside');
  expect(read('../../outside.png', join(root, 'project'))).toBeUndefined();
  expect(read('up/beside.png', join(root, 'project'))).toBe('beside');
});

test.each([
  'out.png',
  'up/beside.png',
  'up/../../outside.png',
  'zero.png',
  'fifo.png',
  'loop.png',
  'large.png',
  'missing.png',
  'images',
  '.',
  '..',
  '/dev/zero',
  '../../../../../../../../dev/zero',
])('nothing else is read: %s', (path) => {
  expect(read(path)).toBeUndefined();
});

test('an absolute path is none, even of a file in the folder', () => {
  expect(read(join(folder, 'images', 'a b.png'))).toBeUndefined();
});
