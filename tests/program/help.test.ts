import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepText } from '../../src/reader/places/store.ts';
import { article, emptyFolder, terminal } from '../support/program.ts';
import { typed } from '../support/typed.ts';

test.each([['help help'], ['help --help'], ['help -h']])('%s is the help of the program', async (line) => {
  const help = await typed(line.split(' '), emptyFolder());
  expect(help).toEqual(await typed(['help'], emptyFolder()));
  expect(help).toMatchObject({ exitCode: 0, errors: '', out: expect.stringContaining('Usage: article') });
});

test.each([
  ['help nope', 'There is no command “nope”. article help lists them.'],
  ['help sectoins', 'There is no command “sectoins”. Did you mean the command “sections”?'],
  ['help guid', 'There is no command “guid”. Did you mean the article “guide”?'],
  ['help --nope', 'There is no command “--nope”. article help lists them.'],
  ['help __proto__', 'There is no command “__proto__”. article help lists them.'],
  ['help view', 'There is no command “view”. Did you mean article read?'],
  ['help read sections', 'There is help for one command at a time. See article help read.'],
])('%s says what it does not know', async (line, message) => {
  const help = await typed(line.split(' '), emptyFolder());
  expect(help).toEqual({ exitCode: 2, out: '', errors: `article: ${message}\n` });
});

test.each(['help read', 'read --help'])('article %s in a pipe is as wide as COLUMNS says', async (line) => {
  const options = async (env: Readonly<Record<string, string>>) => {
    const { stdout } = await article(line.split(' '), { env });
    return stdout.slice(stdout.indexOf('Options:')).split('\n');
  };
  const widest = (rows: readonly string[]) => Math.max(...rows.map((row) => row.length));
  const usual = await options({});
  expect(widest(usual)).toBeLessThanOrEqual(80);
  for (const columns of [50, 60, 70]) {
    const narrow = widest(await options({ COLUMNS: String(columns) }));
    expect([narrow > columns - 10, narrow <= columns]).toEqual([true, true]);
  }
  for (const COLUMNS of ['80', '0', 'x', '']) expect(await options({ COLUMNS })).toEqual(usual);
});

test('the help of a command is what --help says, by each of its names', async () => {
  const help = await typed(['sections', '--help'], emptyFolder());
  for (const name of ['sections', 'list', 'ls', 'toc']) {
    expect(await typed(['help', name], emptyFolder())).toEqual(help);
  }
});

test.each(['', '--help', 'help'])('article %s fits a screen of 24 rows and 80 columns, and a prompt', async (line) => {
  const home = emptyFolder();
  const shelf = join(home, '.local/share/article');
  const places = join(home, '.local/state/article/places');
  for (const folder of [shelf, places]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let number = 1; number <= 12; number++) {
    writeFileSync(join(shelf, `an-article-that-has-a-long-name-${number}.md`), '# Kept\n\nWords.\n');
  }
  const title = 'A title of many words '.repeat(9);
  const place = { section: 'lead', offset: 0, words: 'A title', fraction: 0 };
  keepText(places, { key: 'key', source: '/a.md', title, place, read: 0.5, marks: {}, time: Date.now() });
  const { stdout } = await terminal(`$ARTICLE ${line}`, { env: { HOME: home } });
  const rows = stdout.split('\r\n');
  expect(rows.length).toBeLessThanOrEqual(24);
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(80);
  if (line === '')
    expect(stdout).toMatch(/On the shelf: .*guide.*, and \d+ more\.\r\nRead last: A title of .*article open\r\n$/);
});
