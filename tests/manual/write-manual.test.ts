import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { breakLines, escapeRoff, sectionsRoff } from '../../src/manual/roff.ts';
import { article, shell } from '../support/program.ts';

const has = (name: string) => spawnSync(name, ['-V']).error === undefined;

test('help --man prints a manual page', async () => {
  const { exitCode, stdout, stderr } = await article(['help', '--man']);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^\.TH ARTICLE 1 "\d{4}-\d\d-\d\d" "article \d+\.\d+\.\d+" "User Commands"\n\.SH NAME\n/);
});

test('it has every command, every option and every section of the guide', async () => {
  const { stdout } = await article(['help', '--man']);
  const help = await shell(
    'for c in read open forget sections summary search links code tables shelf save remove edit pick mcp config completion; do $ARTICLE $c --help; done',
  );
  const options = new Set(help.stdout.match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm));
  expect(options.size).toBeGreaterThan(40);
  for (const option of options) if (option !== '--help') expect(stdout).toContain(escapeRoff(option));
  const guide = parseArticle(readFileSync('articles/guide.md', 'utf8'));
  for (const { title } of guide.sections) expect(stdout).toContain(`.SH "${escapeRoff(title.toUpperCase())}"`);
});

test.skipIf(!has('mandoc'))('mandoc finds no fault in it', async () => {
  const { stdout: input } = await article(['help', '--man']);
  const { stdout, stderr } = spawnSync('mandoc', ['-Tlint'], { encoding: 'utf8', input });
  expect(stdout + stderr).toBe('');
});

test.skipIf(!has('man')).each([
  ['C.UTF-8', '-E UTF-8 -Tutf8 -Z'],
  ['C', '-E ascii'],
])('man finds no fault in it, where the locale is %s', async (locale, options) => {
  const { stdout: input } = await article(['help', '--man']);
  const env = { PATH: process.env.PATH ?? '', LC_ALL: locale, MANWIDTH: '80' };
  const line = `man --warnings ${options} -l - 2>&1 >/dev/null`;
  expect(execFileSync('bash', ['-c', line], { encoding: 'utf8', env, input })).toBe('');
});

test('nothing of a text is a request to roff', () => {
  const roff = sectionsRoff(
    parseArticle(
      "## .TH \\fB \"q\" 'x\n\n.so /etc/passwd\n'br\n\n- .x\n\n| a | b |\n|-|-|\n| .c | 'd |\n\n```\n.sy id\n'y\n```\n",
    ).sections,
  );
  for (const line of breakLines(roff).split('\n')) {
    if (/^[.']/.test(line)) expect(line).toMatch(/^\.(?:SH "|PP$|IP |TP$|RS 4$|RE$|EX$|EE$|br$)/);
  }
  expect(roff).toContain('\\eFB');
  expect(escapeRoff('é–“\\”')).toBe('\\[u00E9]\\[u2013]\\[u201C]\\e\\[u201D]');
});

test('long lines are broken between words, code is not', () => {
  const words = 'word .dot '.repeat(30);
  const lines = breakLines(`${words.trim()}\n.EX\n${words.trim()}\n.EE`).split('\n');
  expect(Math.max(...lines.map(({ length }) => length).filter((length) => length !== 299))).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => /^\.(?!EX|EE)/.test(line))).toEqual([]);
});

test('article --help fits one screen of 80 columns', async () => {
  const { stdout } = await article(['--help']);
  const lines = stdout.split('\n').slice(0, -1);
  expect(lines.length).toBeLessThanOrEqual(23);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
});
