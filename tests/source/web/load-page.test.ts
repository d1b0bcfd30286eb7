import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadArticle } from '../../../src/source/load.ts';
import type { System } from '../../../src/system.ts';
import { serve } from '../../support/server.ts';

async function system(): Promise<System> {
  const home = await mkdtemp(join(tmpdir(), 'article-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return { env: {}, home, cwd: home, articles: home } as Partial<System> as System;
}

const words = 'Слова без конца и без края, и ещё немного слов.';
/** In KOI8-R, which Node decodes and does not encode. */
const koi8 = Uint8Array.from(words, (letter) => {
  const decoder = new TextDecoder('koi8-r');
  return (
    Array.from({ length: 256 }, (_, byte) => byte).find((byte) => decoder.decode(Uint8Array.of(byte)) === letter) ?? 63
  );
});

it.each(['text/plain; charset=koi8-r', 'text/markdown; charset=KOI8-R', 'text/html; charset=koi8-r'])(
  'reads %s',
  async (type) => {
    const address = await serve((_, response) => response.writeHead(200, { 'Content-Type': type }).end(koi8));
    expect((await loadArticle(address, await system())).source).toContain(words);
  },
);

it('reads a page and the file of it alike, whatever charset it names in itself', async () => {
  const there = await system();
  const start = `<!doctype html><meta charset=koi8-r><title>T</title><h1>T</h1><h2>Two</h2>`;
  const page = Buffer.concat([Buffer.from(start), Buffer.from('<p>'), koi8, Buffer.from('</p>'.repeat(1))]);
  const address = await serve((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
  await writeFile(join(there.cwd, 'page.html'), page);
  const fetched = await loadArticle(address, there);
  const read = await loadArticle('page.html', there);
  expect(fetched.source).toContain(words);
  expect(read.source).toBe(fetched.source);
  expect(fetched.metadata.address).toBe(`${address}/`);
});

it('reads a page that says UTF-8 and is not', async () => {
  const address = await serve((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(Buffer.from('<h1>Café</h1><p>Un été à la campagne, déjà.</p>', 'latin1'));
  });
  expect((await loadArticle(address, await system())).source).toContain('Un été à la campagne, déjà.');
});
