import { expect, it } from 'vitest';
import { cacheFolder, dataFolder } from '../../../src/source/input/folders.ts';

it.each([
  [{ env: {}, home: '/home/a' }, '/home/a/.local/share/article', '/home/a/.cache/article'],
  [{ env: { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }, home: '/home/a' }, '/d/article', '/c/article'],
  [
    { env: { XDG_DATA_HOME: 'd', XDG_CACHE_HOME: '' }, home: '/home/a' },
    '/home/a/.local/share/article',
    '/home/a/.cache/article',
  ],
  [{ env: { XDG_DATA_HOME: '/d' }, home: '' }, '/d/article', undefined],
])('folders after the XDG Base Directory Specification: %j', (world, data, cache) => {
  expect(dataFolder(world)).toBe(data);
  expect(cacheFolder(world)).toBe(cache);
});
