import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadArticle } from '../../../src/source/load.ts';
import type { System } from '../../../src/system.ts';
import { serve } from '../../support/server.ts';
import { makeZip } from '../documents/make-zip.ts';

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

it('reads a book that a server sends, whatever its address ends with', async () => {
  const book = makeZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf': `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Kettles</dc:title></metadata>
      <manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="one"/></spine></package>`,
    'one.xhtml': '<html><body><h1>Water</h1><p>It boils.</p></body></html>',
  });
  const address = await serve((_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/epub+zip' }).end(book),
  );
  const article = await loadArticle(`${address}/download`, await system());
  expect(article.title).toBe('Kettles');
  expect(article.sections.map(({ title }) => title)).toEqual(['Water']);
});

it('reads a page about a document at an address that ends like one', async () => {
  const address = await serve((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Report</h1><p>Log in to see the report.</p>'),
  );
  expect((await loadArticle(`${address}/report.docx`, await system())).source).toContain('Log in');
});
