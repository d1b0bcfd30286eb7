import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { mostWrites, openCodeCache } from '../../bin/code-cache.ts';
import { article, emptyFolder, finish, nodeBinary, program, start } from '../support/program.ts';

const code = { code: Buffer.from('compiled code'), writes: 3 };

/** Creates a cache with one file, and returns where that is. */
function cacheWithCode() {
  const env = { XDG_CACHE_HOME: emptyFolder() };
  const cache = openCodeCache('build', env);
  if (!cache) throw new Error('There is no cache.');
  cache.write('chunk.js', () => code);
  const builds = join(env.XDG_CACHE_HOME, 'article/code');
  const folder = join(builds, readdirSync(builds)[0] ?? '');
  return { builds, folder, file: join(folder, 'chunk.js'), read: () => openCodeCache('build', env)?.read('chunk.js') };
}

describe('compiled code', () => {
  it('is kept for the next run, apart for each build, by its name', () => {
    const { read } = cacheWithCode();
    expect(read()).toEqual(code);
    const env = { XDG_CACHE_HOME: emptyFolder() };
    openCodeCache('one', env)?.write('chunk.js', () => code);
    expect(openCodeCache('other', env)?.read('chunk.js')).toBeUndefined();
    expect(openCodeCache('one', env)?.read('other.js')).toBeUndefined();
  });

  it('is for the user alone', () => {
    const { folder, file } = cacheWithCode();
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    expect(lstatSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['chunk.js']);
  });

  it('is kept below XDG_CACHE_HOME if that is absolute, else below ~/.cache, and nowhere without a home', () => {
    const [home, cache] = [emptyFolder(), emptyFolder()];
    openCodeCache('build', { HOME: home, XDG_CACHE_HOME: 'relative' })?.write('chunk.js', () => code);
    expect(readdirSync(join(home, '.cache/article/code'))).toHaveLength(1);
    openCodeCache('other', { HOME: home, XDG_CACHE_HOME: cache })?.write('chunk.js', () => code);
    expect(readdirSync(join(cache, 'article/code'))).toHaveLength(1);
    expect(openCodeCache('build', {})).toBeUndefined();
    expect(openCodeCache('build', { HOME: 'relative' })).toBeUndefined();
  });

  it('is not read from a folder that others may use', () => {
    for (const mode of [0o777, 0o770, 0o755]) {
      const { folder, read } = cacheWithCode();
      chmodSync(folder, mode);
      expect(read()).toBeUndefined();
    }
  });

  it('is not written to a folder that others may use', () => {
    const env = { XDG_CACHE_HOME: emptyFolder() };
    openCodeCache('build', env)?.write('chunk.js', () => code);
    const builds = join(env.XDG_CACHE_HOME, 'article/code');
    const folder = join(builds, readdirSync(builds)[0] ?? '');
    chmodSync(folder, 0o777);
    openCodeCache('build', env)?.write('other.js', () => code);
    expect(readdirSync(folder)).toEqual(['chunk.js']);
  });

  it('is not even made where it cannot be written', () => {
    const { folder, builds, file } = cacheWithCode();
    let made = 0;
    const write = (cacheHome: string, build = 'build') => {
      openCodeCache(build, { XDG_CACHE_HOME: cacheHome })?.write('chunk.js', () => {
        made++;
        return code;
      });
    };
    const cacheHome = join(builds, '../..');
    // Root may write to any folder, but to none of the kernel's.
    const readOnly = process.getuid?.() === 0 ? [] : [0o500];
    for (const mode of [...readOnly, 0o755]) {
      chmodSync(folder, mode);
      write(cacheHome);
    }
    chmodSync(folder, 0o700);
    mkdirSync(join(folder, `chunk.js.${process.pid}`));
    write(cacheHome);
    for (const place of [file, '/proc/self', '/dev/null', '/proc/none/a']) write(place);
    expect(made).toBe(0);
    write(cacheHome, 'other');
    expect(made).toBe(1);
  });

  it('is not read from a file that others may use', () => {
    for (const mode of [0o666, 0o644, 0o620]) {
      const { file, read } = cacheWithCode();
      chmodSync(file, mode);
      expect(read()).toBeUndefined();
    }
  });

  it.runIf(process.getuid?.() === 0)('is not read when it is somebody else’s', () => {
    const one = cacheWithCode();
    chownSync(one.file, 12_345, 12_345);
    expect(one.read()).toBeUndefined();
    const other = cacheWithCode();
    chownSync(other.folder, 12_345, 12_345);
    expect(other.read()).toBeUndefined();
  });

  it('is not read through a link, be it the file or the folder', () => {
    const one = cacheWithCode();
    renameSync(one.file, join(one.builds, 'elsewhere'));
    symlinkSync(join(one.builds, 'elsewhere'), one.file);
    expect(one.read()).toBeUndefined();
    const other = cacheWithCode();
    renameSync(other.folder, join(other.builds, 'elsewhere'));
    symlinkSync(join(other.builds, 'elsewhere'), other.folder);
    expect(other.read()).toBeUndefined();
  });

  it('is not written through a link', () => {
    const { folder, file } = cacheWithCode();
    const victim = join(emptyFolder(), 'victim');
    writeFileSync(victim, 'untouched');
    renameSync(file, join(folder, 'old'));
    symlinkSync(victim, file);
    symlinkSync(victim, join(folder, `chunk.js.${process.pid}`));
    openCodeCache('build', { XDG_CACHE_HOME: join(folder, '../../..') })?.write('chunk.js', () => code);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });

  it('is not read when damaged, wherever', () => {
    const { file, read } = cacheWithCode();
    const sound = readFileSync(file);
    for (let at = 0; at < sound.length; at++) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(file, damaged);
      expect(read()).toBeUndefined();
      writeFileSync(file, sound.subarray(0, at));
      expect(read()).toBeUndefined();
    }
    writeFileSync(file, sound);
    expect(read()).toEqual(code);
  });

  it('goes when its build has not been used to keep code for a month', () => {
    const env = { XDG_CACHE_HOME: emptyFolder() };
    const builds = join(env.XDG_CACHE_HOME, 'article/code');
    for (const [name, days] of Object.entries({ 'a-week': 7, 'two-months': 60 })) {
      mkdirSync(join(builds, name, 'read'), { recursive: true });
      writeFileSync(join(builds, name, 'chunk.js'), '');
      utimesSync(join(builds, name), new Date(), new Date(Date.now() - days * 24 * 3600 * 1000));
    }
    writeFileSync(join(builds, 'stray'), '');
    openCodeCache('build', env)?.write('chunk.js', () => code);
    expect(readdirSync(builds)).toHaveLength(3);
    expect(readdirSync(builds)).not.toContain('two-months');
  });
});

/** Lists the files that a cache's one build has. */
function files(cache: string): string[] {
  const builds = join(cache, 'article/code');
  return readdirSync(builds).flatMap((build) =>
    readdirSync(join(builds, build))
      .sort()
      .map((name) => join(builds, build, name)),
  );
}

/** Runs the program so often that it keeps no code of this run anew. */
async function settle(words: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  for (let run = 0; run < mostWrites; run += 1) await article(words, { env });
}

test('a run with kept code says what one without says, and in the end keeps nothing anew', async () => {
  const env = { XDG_CACHE_HOME: emptyFolder() };
  const kept = () => files(env.XDG_CACHE_HOME).map((file) => [file, lstatSync(file).ino]);
  const first = await article(['sections'], { env });
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  const before = kept();
  expect(before.length).toBeGreaterThan(0);
  expect(await article(['sections'], { env })).toEqual(first);
  expect(kept()).not.toEqual(before);
  await settle(['sections'], env);
  const settled = kept();
  expect(await article(['sections'], { env })).toEqual(first);
  expect(kept()).toEqual(settled);
});

test('what one command compiles is kept beside what another has', async () => {
  const env = { XDG_CACHE_HOME: emptyFolder() };
  const size = () => Math.max(...files(env.XDG_CACHE_HOME).map((file) => lstatSync(file).size));
  await article(['--version'], { env });
  const one = size();
  await article(['sections'], { env });
  expect(size()).toBeGreaterThan(one * 1.1);
});

test('what a long text changes in V8 leaves the kept code of others as it is', async () => {
  const env = { XDG_CACHE_HOME: emptyFolder() };
  const long = join(emptyFolder(), 'long.md');
  writeFileSync(long, '# A\n\nA *word* and [a link](https://example.org).\n\n'.repeat(3000));
  const kept = () => files(env.XDG_CACHE_HOME).map((file) => [file, lstatSync(file).ino]);
  for (const file of ['README.md', long]) await settle(['read', file], env);
  const both = kept();
  for (const file of [long, 'README.md', long]) await article(['read', file], { env });
  expect(kept()).toEqual(both);
});

test('code is kept for whoever reads nothing but pages, until a run keeps more of it', async () => {
  const env = { XDG_CACHE_HOME: emptyFolder() };
  const page = join(emptyFolder(), 'page.html');
  writeFileSync(page, '<title>A page</title><p>A sentence.</p>');
  const kept = () => new Map(files(env.XDG_CACHE_HOME).map((file) => [basename(file), lstatSync(file).ino]));
  await settle(['read', page], env);
  const first = kept();
  expect([...first.keys()]).toEqual(expect.arrayContaining(['html.js.long', 'main.js.partial']));
  await article(['read', page], { env });
  expect(kept()).toEqual(first);
  await settle(['read', 'README.md'], env);
  const both = kept();
  expect(both.has('main.js')).toBe(true);
  for (const file of [page, 'README.md']) await article(['read', file], { env });
  expect(kept()).toEqual(both);
});

test('damaged kept code changes nothing', { timeout: 120_000 }, async () => {
  const env = { XDG_CACHE_HOME: emptyFolder() };
  const sound = await article(['sections'], { env });
  const [file = ''] = files(env.XDG_CACHE_HOME).sort((one, other) => lstatSync(other).size - lstatSync(one).size);
  const bytes = readFileSync(file);
  const half = (bytes.length + 1) / 2;
  const damages: ((at: number) => Buffer)[] = [
    // Bytes here and there, in one copy.
    (at) => {
      const damaged = Buffer.from(bytes);
      for (let byte = at; byte < half; byte += Math.ceil(half / 64)) damaged[byte] = (damaged[byte] ?? 0) ^ 0xff;
      return damaged;
    },
    (at) => bytes.subarray(0, Math.floor((bytes.length * at) / 15)),
    (at) => Buffer.concat([bytes.subarray(0, half - at), bytes.subarray(0, half)]),
    (at) => Buffer.alloc(bytes.length, at),
    (at) => Buffer.alloc(2 * at, 0xc0),
  ];
  for (const damage of damages) {
    for (const at of [1, 2, 3, 5, 8, 13]) {
      writeFileSync(file, damage(at));
      expect(await article(['sections'], { env })).toEqual(sound);
    }
  }
});

test('a folder that cannot be used is no folder: the text is shown, at once', async () => {
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  const places = [
    '/proc/1/x',
    '/proc/self/fd/x/y',
    '/dev/null',
    '/dev/full/x',
    file,
    join(file, 'x'),
    '/proc/no/such/folder',
  ];
  for (const place of places) {
    for (const env of [{ HOME: place }, { XDG_CACHE_HOME: place }]) {
      const child = start(nodeBinary, [program, 'sections'], { env });
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      const { exitCode, stdout } = await finish(child);
      clearTimeout(timer);
      expect([place, exitCode]).toEqual([place, 0]);
      expect(stdout).toContain('quilibriste');
    }
  }
});
