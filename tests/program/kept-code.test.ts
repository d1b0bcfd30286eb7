import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { article, emptyFolder } from '../support/program.ts';

/** The kinds of command lines that code is kept for in a cache, over all builds. */
function kinds(cache: string): string[] {
  const code = join(cache, 'article/code');
  return readdirSync(code, { withFileTypes: true })
    .filter((build) => build.isDirectory())
    .flatMap((build) => readdirSync(join(code, build.name)));
}

test('compiled code is kept for the next run, and the oldest goes when there is much of it', async () => {
  const cache = emptyFolder();
  for (let age = 1; age <= 30; age += 1) {
    const folder = join(cache, 'article/code', age % 2 ? 'one-build' : 'another-build', `kind${age}`);
    mkdirSync(folder, { recursive: true });
    utimesSync(folder, Date.now() / 1000 - 3600 * age, Date.now() / 1000 - 3600 * age);
  }
  writeFileSync(join(cache, 'article/code/stray'), '');
  const first = await article(['sections'], { env: { XDG_CACHE_HOME: cache } });
  const kept = kinds(cache);
  expect(kept).toHaveLength(24);
  expect(kept).toContain('sections');
  expect(kept).toContain('kind1');
  expect(kept).not.toContain('kind30');
  const second = await article(['sections'], { env: { XDG_CACHE_HOME: cache } });
  expect(second).toEqual(first);
  expect(kinds(cache).sort()).toEqual(kept.sort());
});
