import { expect, test } from 'vitest';
import { article, terminal } from '../support/program.ts';
import { serve } from '../support/server.ts';

const page = `<title>Tea</title><article><h1>Tea</h1><p>${'Words of tea, and more of them. '.repeat(20)}</p></article>`;

async function slowServer(): Promise<string> {
  return serve((_, response) => {
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page), 1500);
  });
}

test('before the first byte a terminal says whom one waits for, and a pipe does not', async () => {
  const address = await slowServer();
  const { stdout } = await terminal(`$ARTICLE read ${address} --no-pager`);
  const [before, after] = stdout.split(`Waiting for ${new URL(address).host}…`);
  expect(before).not.toContain('Words of tea');
  expect(after).toMatch(/^[^\n]*\r\x1b\[K[\s\S]*Words of tea/);
  expect((await article(['read', await slowServer()])).stderr).toBe('');
});
