import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type KeptPage, keepPage, readPage } from '../../../src/source/web/cache.ts';
import { type FetchOptions, fetchPage } from '../../../src/source/web/fetch-page.ts';
import { network } from '../../../src/source/web/request-page.ts';
import { serve } from '../../support/server.ts';

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'article-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'pages');
}

function pageOf(body: string | Uint8Array): KeptPage {
  return { bytes: Buffer.from(body), address: 'https://example.com/', keptAt: 1, freshUntil: 2 };
}

async function onlyFile(folder: string): Promise<string> {
  const names = await readdir(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

describe('the cache', () => {
  it('gives back what was kept, byte for byte', async () => {
    const folder = await freshFolder();
    const page: KeptPage = {
      ...pageOf(Uint8Array.from({ length: 512 }, (_, index) => index % 256)),
      contentType: 'text/html; charset=é',
      etag: 'W/"a"',
      lastModified: 'Fri, 30 Jan 2026 13:00:00 GMT',
    };
    await keepPage(folder, 'https://example.com/a', page);
    expect(await readPage(folder, 'https://example.com/a')).toEqual(page);
    expect(await readPage(folder, 'https://example.com/b')).toBeUndefined();
  });

  it('is its owner’s alone', async () => {
    const folder = await freshFolder();
    await keepPage(folder, 'a', pageOf('body'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(await onlyFile(folder))).mode & 0o777).toBe(0o600);
  });

  it('ignores a damaged file, wherever the damage is, and replaces it', async () => {
    const folder = await freshFolder();
    await keepPage(folder, 'a', pageOf('body'));
    const file = await onlyFile(folder);
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x80;
      await writeFile(file, damaged);
      const page = await readPage(folder, 'a');
      // A flipped bit in an optional field may go unnoticed; in the body it may not.
      if (page) expect(Buffer.from(page.bytes).toString()).toBe('body');
    }
    for (const content of [whole.subarray(0, whole.length - 1), whole.subarray(0, 20), '', 'null\n', '{}\n', '[]']) {
      await writeFile(file, content);
      expect(await readPage(folder, 'a')).toBeUndefined();
    }
    await keepPage(folder, 'a', pageOf('again'));
    expect(Buffer.from((await readPage(folder, 'a'))?.bytes ?? []).toString()).toBe('again');
  });

  it('does not take one page for another', async () => {
    const folder = await freshFolder();
    await keepPage(folder, 'a', pageOf('body'));
    const a = await onlyFile(folder);
    const content = await readFile(a);
    await rm(a);
    await keepPage(folder, 'b', pageOf('other'));
    await writeFile(await onlyFile(folder), content);
    expect(await readPage(folder, 'b')).toBeUndefined();
  });

  it('drops what was used longest ago, and nothing of others', async () => {
    const folder = await freshFolder();
    const body = 'x'.repeat(1000);
    for (const name of ['a', 'b', 'c']) {
      await keepPage(folder, name, pageOf(body));
      for (const file of await readdir(folder)) {
        const old = new Date((await stat(join(folder, file))).mtimeMs - 60_000);
        await utimes(join(folder, file), old, old);
      }
    }
    await writeFile(join(folder, 'mine.txt'), 'y'.repeat(9000));
    expect(await readPage(folder, 'a')).toBeDefined();
    await keepPage(folder, 'd', pageOf(body), 4000);
    const left = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => Boolean(await readPage(folder, name))));
    expect(left).toEqual([true, false, true, true]);
    expect(await readdir(folder)).toContain('mine.txt');
  });

  it('keeps nothing that is larger than the whole cache may be', async () => {
    const folder = await freshFolder();
    await keepPage(folder, 'a', pageOf('small'), 1000);
    await keepPage(folder, 'a', pageOf('x'.repeat(1000)), 1000);
    expect(await readPage(folder, 'a')).toBeUndefined();
  });

  it.each([
    ['an address that is none', { address: 'nonsense' }],
    ['an address of a file', { address: 'file:///etc/passwd' }],
    ['an address that runs', { address: 'javascript:alert(1)' }],
    ['an address with credentials', { address: 'https://me:secret@a.example/' }],
    ['no address', { address: undefined }],
    ['an address that is a number', { address: 1 }],
    ['a time beyond all dates', { keptAt: 1e300 }],
    ['a time that is text', { keptAt: '2026-01-30' }],
    ['no time', { freshUntil: null }],
    ['a life beyond all dates', { freshUntil: -9e15 }],
    ['another version', { version: 2 }],
    ['a list for a head', []],
    ['nothing for a head', null],
  ])('takes a file with %s for none', async (_, change) => {
    const folder = await freshFolder();
    const requested = 'https://a.example/';
    await keepPage(folder, requested, { ...pageOf('body'), address: requested });
    const file = await onlyFile(folder);
    const [head = '', body = ''] = (await readFile(file, 'utf8')).split('\n');
    const changed = change === null || Array.isArray(change) ? change : { ...JSON.parse(head), ...change };
    expect(await readPage(folder, requested)).toBeDefined();
    await writeFile(file, `${JSON.stringify(changed)}\n${body}`);
    expect(await readPage(folder, requested)).toBeUndefined();
    // Nor does what reads it end with anything but one clear line.
    const options = { maxSize: 1e6, cacheFolder: folder, offline: true };
    await expect(fetchPage(requested, options)).rejects.toThrow('is not kept here');
  });

  it('clears away what a stopped process left, and leaves what another is writing', async () => {
    const folder = await freshFolder();
    await mkdir(folder);
    const draft = (pid: number | undefined) => `.${pid}-${'0'.repeat(16)}.draft`;
    const { pid: ended } = spawnSync('true');
    for (const pid of [ended, process.pid]) await writeFile(join(folder, draft(pid)), '');
    // Its process had the id of another that runs now.
    await writeFile(join(folder, draft(process.ppid)), '');
    await utimes(join(folder, draft(process.ppid)), 0, 0);
    await keepPage(folder, 'a', pageOf('body'));
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.draft'))).toEqual([draft(process.pid)]);
  });

  it('lets many write at once', async () => {
    const folder = await freshFolder();
    const bodies = Array.from({ length: 30 }, (_, index) => String(index).repeat(2000));
    await Promise.all(bodies.map((body) => keepPage(folder, 'a', pageOf(body))));
    expect(bodies).toContain(Buffer.from((await readPage(folder, 'a'))?.bytes ?? []).toString());
    await onlyFile(folder);
  });

  it('does without a folder that cannot be one', async () => {
    const folder = await freshFolder();
    await writeFile(folder, 'a file');
    await keepPage(folder, 'a', pageOf('body'));
    expect(await readPage(folder, 'a')).toBeUndefined();
    expect(await readFile(folder, 'utf8')).toBe('a file');
  });

  it.skipIf(process.getuid?.() === 0)('does without a folder that may not be written to', async () => {
    const folder = await freshFolder();
    await mkdir(folder);
    await chmod(folder, 0o500);
    await keepPage(folder, 'a', pageOf('body'));
    expect(await readPage(folder, 'a')).toBeUndefined();
  });

  it('is not held up by a folder where its file should be', async () => {
    const folder = await freshFolder();
    await keepPage(folder, 'a', pageOf('body'));
    const file = await onlyFile(folder);
    await rm(file);
    await mkdir(file);
    await keepPage(folder, 'a', pageOf('body'));
    expect(await readPage(folder, 'a')).toBeUndefined();
    await onlyFile(folder);
  });
});

describe('a page fetched again', () => {
  /** Creates a server that counts, a clock that is moved by hand, and what a fetch says: which request, from where. */
  async function setUp(headers: Record<string, string>) {
    const cacheFolder = await freshFolder();
    const requests: (string | undefined)[] = [];
    const server = { status: 200, headers };
    const address = await serve((request, response) => {
      requests.push(request.headers['if-none-match'] ?? request.headers['if-modified-since']);
      const isSame =
        requests.at(-1) !== undefined && requests.at(-1) === (server.headers.ETag ?? server.headers['Last-Modified']);
      response.writeHead(isSame ? 304 : server.status, {
        ...server.headers,
        'Content-Type': 'text/html; charset=koi8-r',
      });
      response.end(isSame ? undefined : `<p>${requests.length}`);
    });
    let time = Date.parse('2026-01-30T12:00:00Z');
    const timed = { ...network, now: () => time };
    const fetch = async (options: Partial<FetchOptions> = {}) => {
      const page = await fetchPage(address, { maxSize: 1e6, cacheFolder, ...options }, timed);
      expect(page).toMatchObject({ contentType: 'text/html', charset: 'koi8-r', address: `${address}/` });
      return `${Buffer.from(page.bytes).toString()}${page.fromCache ? ' kept' : ''}`;
    };
    const pass = (minutes: number) => {
      time += minutes * 60_000;
    };
    return { fetch, pass, requests, server, cacheFolder, address };
  }

  it('is there at once for ten minutes, then requested again', async () => {
    const { fetch, pass, requests } = await setUp({});
    expect(await fetch()).toBe('<p>1');
    pass(9);
    expect(await fetch()).toBe('<p>1 kept');
    pass(2);
    expect(await fetch()).toBe('<p>2');
    expect(requests).toEqual([undefined, undefined]);
  });

  it.each([
    ['ETag', 'W/"é-1"'],
    ['Last-Modified', 'Fri, 30 Jan 2026 11:00:00 GMT'],
  ])('is validated with its %s', async (name, value) => {
    const { fetch, pass, requests, server } = await setUp({ [name]: value });
    await fetch();
    pass(11);
    expect(await fetch()).toBe('<p>1 kept');
    pass(9);
    expect(await fetch()).toBe('<p>1 kept');
    expect(requests).toEqual([undefined, value]);
    pass(11);
    server.headers = {};
    expect(await fetch()).toBe('<p>3');
  });

  it('is requested each time when its server wants that, and never kept when it wants that', async () => {
    const { fetch, requests, server, cacheFolder } = await setUp({ 'Cache-Control': 'no-cache', ETag: '"1"' });
    await fetch();
    expect(await fetch()).toBe('<p>1 kept');
    expect(requests).toEqual([undefined, '"1"']);
    server.headers = { 'Cache-Control': 'no-store' };
    expect(await fetch()).toBe('<p>3');
    expect(await readdir(cacheFolder)).toEqual([]);
  });

  it('is requested anew with refresh, and that is kept', async () => {
    const { fetch, requests } = await setUp({ ETag: '"1"' });
    await fetch();
    expect(await fetch({ refresh: true })).toBe('<p>2');
    expect(await fetch()).toBe('<p>2 kept');
    expect(requests).toEqual([undefined, undefined]);
  });

  it('is not requested when offline, however old it is', async () => {
    const { fetch, pass, requests } = await setUp({ 'Cache-Control': 'no-cache' });
    const error = await fetch({ offline: true }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain('is not kept here');
    await fetch();
    pass(100_000);
    expect(await fetch({ offline: true })).toBe('<p>1 kept');
    expect(requests).toHaveLength(1);
  });

  it('leaves its copy where it was when the server fails, and says so', async () => {
    const { fetch, pass, server } = await setUp({});
    await fetch();
    pass(11);
    server.status = 503;
    const error = (await fetch().catch((reason: unknown) => reason)) as UserError;
    expect(error.message).toContain('503 Service Unavailable');
    expect(error.hint).toBe('A copy of 2026-01-30 is kept: --offline reads it.');
    expect(await fetch({ offline: true })).toBe('<p>1 kept');
  });

  it('is fetched again when its file is damaged', async () => {
    const { fetch, cacheFolder } = await setUp({});
    await fetch();
    await writeFile(await onlyFile(cacheFolder), 'nonsense');
    expect(await fetch()).toBe('<p>2');
    expect(await fetch()).toBe('<p>2 kept');
  });

  it('is fetched all the same where nothing can be kept', async () => {
    const { fetch, cacheFolder } = await setUp({});
    await writeFile(cacheFolder, '');
    expect(await fetch()).toBe('<p>1');
    expect(await fetch()).toBe('<p>2');
  });

  it('is not larger than allowed because it is kept', async () => {
    const { fetch } = await setUp({});
    await fetch();
    const error = (await fetch({ maxSize: 2 }).catch((reason: unknown) => reason)) as UserError;
    expect(error.message).toContain('larger than 2 bytes');
  });

  it('is not kept when credentials opened it', async () => {
    const { cacheFolder, address } = await setUp({});
    await fetchPage(address.replace('//', '//me:secret@'), { maxSize: 1e6, cacheFolder });
    await expect(readdir(cacheFolder)).rejects.toThrow('ENOENT');
  });

  it('is kept with where its redirects led, and validated there alone', async () => {
    const cacheFolder = await freshFolder();
    const requests: unknown[] = [];
    const address = await serve((request, response) => {
      requests.push([request.url, request.headers['if-none-match']]);
      if (request.url === '/') response.writeHead(302, { Location: '/page' }).end();
      else if (request.headers['if-none-match']) response.writeHead(304, { 'Cache-Control': 'no-cache' }).end();
      else response.writeHead(200, { ETag: '"1"', 'Cache-Control': 'no-cache' }).end('words');
    });
    for (const fromCache of [false, true]) {
      const page = await fetchPage(address, { maxSize: 1e6, cacheFolder });
      expect(page).toMatchObject({ address: `${address}/page`, fromCache });
    }
    expect(requests).toEqual([
      ['/', undefined],
      ['/page', undefined],
      ['/', undefined],
      ['/page', '"1"'],
    ]);
  });
});
