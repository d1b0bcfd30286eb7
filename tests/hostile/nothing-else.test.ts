import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { article, emptyFolder } from '../support/program.ts';
import { serve } from '../support/server.ts';
import { createTally } from '../support/tally.ts';

const tally = createTally('what else is fetched or written');

/** Counts what fails as well. */
function attempt(check: () => void): void {
  tally.attempts += 1;
  tally.failures += 1;
  check();
  tally.failures -= 1;
}

/** A page that names, in each way that there is, something more to fetch. */
const greedy = `<!doctype html><html><head><title>Tea</title>
<link rel="stylesheet" href="/style.css"><link rel="preload" as="image" href="/preload.png"><link rel="icon" href="/icon.png">
<link rel="next" href="/next"><link rel="canonical" href="/canonical"><link rel="alternate" type="text/markdown" href="/page.md">
<style>@import url("/import.css"); body { background: url("/background.png") }</style>
<meta http-equiv="refresh" content="0;url=/refresh"><meta property="og:image" content="/og.png"><base href="/base/">
<script src="/script.js"></script><script>fetch("/fetched"); new Image().src = "/image"</script></head><body onload="fetch('/load')"><article>
<h1>Tea</h1><p>${'Some words about tea, and how it is made. '.repeat(20)}</p>
<img src="/picture.png" srcset="/picture-2.png 2x" onerror="fetch('/error')"><picture><source srcset="/source.webp"></picture>
<video src="/video.mp4" poster="/poster.png"></video><audio src="/audio.mp3"></audio><iframe src="/frame"></iframe>
<object data="/object"></object><embed src="/embed"><svg><image href="/vector.png"/><use href="/use.svg#a"/></svg>
<p><a href="/link" ping="/ping">A link</a> to more words about tea.</p></article></body></html>`;

test.each(
  [
    ['read', '--plain'],
    ['read', '--format', 'html'],
    ['read', '--format', 'markdown'],
    ['read', '--color', 'always', '--whole'],
    ['summary', '--json'],
    ['links'],
    ['save', '--as', 'tea'],
  ].map((line) => [line.join(' '), line] as const),
)('%s fetches the page, and nothing that it names', async (_, line) => {
  const requests: (string | undefined)[] = [];
  const address = await serve((request, response) => {
    requests.push(request.url);
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(greedy);
  });
  const [command = '', ...options] = line;
  const { exitCode, stderr } = await article([command, `${address}/page`, ...options]);
  expect(exitCode, stderr).toBe(0);
  attempt(() => expect(requests).toEqual(['/page']));
});

test('nothing is written but the cache, and what is saved', async () => {
  const [cwd, HOME] = [emptyFolder(), emptyFolder()];
  writeFileSync(join(cwd, 'text.md'), '# Tea\n\nWords.\n\n## Water\n\n[A link](https://a.example)\n\n```sh\nls\n```\n');
  const written = (folder: string) =>
    (
      readdirSync(folder, { recursive: true, withFileTypes: true }) as {
        isFile(): boolean;
        parentPath: string;
        name: string;
      }[]
    )
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .filter((path) => !path.startsWith('.cache/article/'));
  const lines = [
    ['read', 'text.md'],
    ['read', 'text.md', '--format', 'html'],
    ['sections', 'text.md'],
    ['summary', 'text.md'],
    ['search', 'words', 'text.md'],
    ['links', 'text.md'],
    ['code', 'text.md'],
    ['shelf'],
    ['config'],
    ['complete', 'bash', '--', 'read', ''],
    ['read', 'no-such-file.md'],
  ];
  for (const line of lines) await article(line, { cwd, env: { HOME } });
  attempt(() => expect(written(HOME)).toEqual([]));
  attempt(() => expect(readdirSync(cwd)).toEqual(['text.md']));
  await article(['save', 'text.md', '--as', 'tea'], { cwd, env: { HOME } });
  attempt(() => expect(written(HOME)).toEqual(['.local/share/article/tea.md']));
  attempt(() => expect(readdirSync(cwd)).toEqual(['text.md']));
});
