import { expect, it } from 'vitest';
import { cacheFolder, cachePath, dataFolder, dataPath } from '../../../src/source/input/folders.ts';

it.each([
  [{ env: {}, home: '/home/a' }, '/home/a/.local/share/article', '/home/a/.cache/article'],
  [{ env: { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }, home: '/home/a' }, '/d/article', '/c/article'],
  [
    { env: { XDG_DATA_HOME: 'd', XDG_CACHE_HOME: '' }, home: '/home/a' },
    '/home/a/.local/share/article',
    '/home/a/.cache/article',
  ],
  [{ env: { XDG_DATA_HOME: '/d' }, home: '' }, '/d/article', undefined],
  [{ env: {}, home: 'a/relative/home' }, undefined, undefined],
  [{ env: { LOCALAPPDATA: '/l' }, home: '/home/a' }, '/l/article/data', '/l/article/cache'],
  [{ env: { LOCALAPPDATA: 'C:\\\\Local' }, home: '/home/a' }, '/home/a/.local/share/article', '/home/a/.cache/article'],
])('folders after the XDG Base Directory Specification: %j', async (places, data, cache) => {
  expect([dataPath(places), cachePath(places)]).toEqual([data, cache]);
  expect([await dataFolder(places), await cacheFolder(places)]).toEqual([data, cache]);
});
