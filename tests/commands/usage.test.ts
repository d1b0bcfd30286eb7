import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/errors.ts';
import { run } from '../../src/main.ts';
import type { Output } from '../../src/system.ts';

let requests = 0;
const server = createServer((_, response) => {
  requests += 1;
  response.setHeader('content-type', 'text/markdown').end('# A title\n\nA text.\n\n## Part\n\nMore text.\n');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.md`;
afterAll(() => server.close());

/** Runs a command line; `reads` counts how often a source was read. */
async function ask(line: string): Promise<{ exitCode: number; reads: number; message: string }> {
  let message = '';
  let inputs = 0;
  const output = (take: (text: string) => void): Output => ({
    on: () => undefined,
    write(text, done) {
      take(text);
      done?.();
      return true;
    },
  });
  const stdin = {
    async *[Symbol.asyncIterator]() {
      inputs += 1;
      yield `${page}\n`;
    },
  };
  requests = 0;
  const exitCode = await run(line.replace('PAGE', page).split(' '), {
    stdin,
    stdinType: 'pipe',
    stdout: output(() => undefined),
    stderr: output((text) => {
      message += text;
    }),
    env: {},
    cwd: '/',
    home: '',
    articles: 'dist/articles',
  });
  return { exitCode, reads: requests + inputs, message };
}

test('a page is read where nothing contradicts', async () => {
  expect(await ask('read PAGE 1 --plain')).toMatchObject({ exitCode: exitCodes.done, reads: 1 });
});

test.each([
  'read --toc PAGE 1',
  'read --toc --section 1 PAGE',
  'read --plain --json PAGE',
  'read --offline --refresh PAGE',
  'read --depth x PAGE',
  'read --whole --from markdown PAGE --no-such-option',
  'read --max-tokens 50 --plain PAGE',
  'read --batch --continue',
  'read --batch --full',
  'read --full --json PAGE',
  'sections -0 PAGE',
  'sections --level 2 --depth 1 --section 1 --width x PAGE',
  'summary --words 20 --percent 10 PAGE',
  'summary --each --words 20 PAGE',
  'search --case --ignore-case PAGE text',
  'search --count --files-with-matches PAGE text',
  'links --number 1 --json --plain PAGE',
])('article %s is refused before anything is read', async (line) => {
  expect(await ask(line)).toMatchObject({ exitCode: exitCodes.usage, reads: 0 });
});
