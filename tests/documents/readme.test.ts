import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import {
  emptyFolder,
  isShown,
  project,
  readDocument,
  shownCommands,
  shownOutput,
  terminalEnvironment,
} from './commands.ts';

const readme = readDocument('README.md');
const contributing = readDocument('CONTRIBUTING.md');

/**
 * Writes what is printed now into the README, with RENEW=1 in the environment; what it cuts short with `…` stays as it
 * is.
 */
function renew(line: string, shown: string, printed: string): void {
  if (/^\s*…$/m.test(shown)) return;
  const file = new URL('../../README.md', import.meta.url);
  const tidy = printed.replaceAll(/[^\S\n]+$/gm, '').replaceAll(/^\n+|\n+$/g, '');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(`$ ${line}\n${shown}`, () => `$ ${line}\n${tidy}\n`),
  );
}

describe('the README', () => {
  const { run } = emptyFolder({ 'README.md': readme });

  test.each(shownCommands(readme))('shows “$line”, and what it prints', ({ line, exitCode, output }) => {
    const finished = run(line, output === undefined ? {} : terminalEnvironment(line));
    expect(finished).toMatchObject({ exitCode });
    if (output === undefined) return;
    const printed = shownOutput(finished);
    if (process.env.RENEW === '1') return renew(line, output, printed);
    if (!isShown(output, printed)) expect(output, 'what the README shows is what is printed').toBe(printed);
  });

  test('starts with the two commands, and is short', () => {
    expect(readme).toMatch(/```sh by-hand\nnpm install && npx article read\nnpm install && npm test\n```/);
    expect(readme.split('\n').length).toBeLessThan(200);
    expect(contributing.split('\n').length).toBeLessThan(121);
  });

  test('leaves the dependencies to CONTRIBUTING, which names those that there are', () => {
    const section = /## Dependencies\n([\s\S]*?)\n## /.exec(contributing)?.[1] ?? '';
    const named = new Set(section.toLowerCase().match(/@?\w+(?:[./-]\w+)*/g));
    const packages = Object.keys(packageFile.devDependencies).filter((name) => !name.startsWith('@types/'));
    expect(packages.filter((name) => !named.has(name.replace('@biomejs/biome', 'biome')))).toEqual([]);
    const inTables = [...section.matchAll(/^\| ([^|]*[a-z][^|]*) \|.*\|$/gm)].flatMap(([, cell = '']) =>
      cell.split(', '),
    );
    expect(inTables.filter((name) => name !== 'Package' && !packages.includes(name))).toEqual([]);
  });

  test('links to files that there are', () => {
    const paths = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(new URL(path, new URL('../../', import.meta.url))))).toEqual([]);
    expect(paths.length).toBeGreaterThan(5);
  });

  test('names options that the commands have', () => {
    const [, list = ''] = run('article --help').stdout.split('Commands:\n');
    const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
    const helps = commands.map((name) => run(`article ${name} --help`).stdout).join('\n');
    const options = new Set(helps.match(/(?<![\w-])--[a-z][\w-]+/g));
    options.delete('--help');
    const named = readme.match(/(?<=^\| .*)--[a-z][\w-]+(?=.*\|$)/gm) ?? [];
    expect(named.filter((option) => !options.has(option))).toEqual([]);
    expect(options.size).toBeGreaterThan(8);
  });

  test('has the picture of what is printed now', () => {
    expect(() =>
      execFileSync(process.execPath, ['scripts/picture.mjs', '--check'], { cwd: project, stdio: 'pipe' }),
    ).not.toThrow();
  });
});
