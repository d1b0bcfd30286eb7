import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, emptyFolder, terminal } from '../support/program.ts';

/** Creates a home whose config file has these lines. */
function homeWith(...lines: readonly string[]): string {
  const home = emptyFolder();
  mkdirSync(join(home, '.config/article'), { recursive: true });
  writeFileSync(join(home, '.config/article/config'), `${lines.join('\n')}\n`);
  return home;
}

const text = `# Tea\n\n${'Words and more words. '.repeat(20)}\n`;

function widest(page: string): number {
  return Math.max(...page.split('\n').map((line) => line.length));
}

describe('options that are set once and for all', () => {
  const home = homeWith('# mine', '', '--width 40', '  --theme=vivid  ', '--sentences "1"');

  test.each<[string, readonly string[], Record<string, string>, number]>([
    ['the file', [], {}, 40],
    ['the variable over the file', [], { ARTICLE_OPTIONS: '--width=30' }, 30],
    ['the line over both', ['--width', '50'], { ARTICLE_OPTIONS: '--width 30' }, 50],
    ['the last of a variable', [], { ARTICLE_OPTIONS: '--width 30 --width 35' }, 35],
    ['neither', ['--no-config'], { ARTICLE_OPTIONS: '--width 30' }, 439],
  ])('%s', async (_, options, env, width) => {
    const { exitCode, stdout, stderr } = await article(['read', '-', ...options], {
      env: { HOME: home, ...env },
      input: text,
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(widest(stdout)).toBeLessThanOrEqual(width);
    expect(widest(stdout)).toBeGreaterThan(width - 10);
  });

  test('XDG_CONFIG_HOME says where the file is', async () => {
    const env = { XDG_CONFIG_HOME: join(home, '.config') };
    expect(widest((await article(['read', '-'], { env, input: text })).stdout)).toBeLessThanOrEqual(40);
  });

  test('an option of another command is left to that one', async () => {
    const env = { HOME: home };
    expect((await article(['sections', 'guide'], { env })).exitCode).toBe(0);
    const { stdout } = await article(['summary', 'guide', '--json'], { env });
    expect(JSON.parse(stdout).sentences).toHaveLength(1);
  });

  test('what is typed rules out a default that contradicts it', async () => {
    const env = { ARTICLE_OPTIONS: '--plain --words 10 --color always' };
    const { stdout } = await article(['summary', 'guide', '--json', '-n', '2'], { env });
    expect(JSON.parse(stdout).sentences).toHaveLength(2);
    const page = await terminal('$ARTICLE read guide lead --no-color --no-pager', { env });
    expect(page.stdout).not.toContain('\x1b[');
  });

  test.each([
    ['--widht 40', '--widht in ARTICLE_OPTIONS is no option. Did you mean --width?'],
    ['--width wide', '--width in ARTICLE_OPTIONS cannot be “wide”: Give 20 to 1000 columns.'],
    ['--width', '--width in ARTICLE_OPTIONS needs a value.'],
    ['--plain yes', '--plain in ARTICLE_OPTIONS takes no value.'],
    ['-w 40', '-w in ARTICLE_OPTIONS is no option'],
    ['--open 3', '--open in ARTICLE_OPTIONS cannot be a default.'],
    ['--except 3', '--except in ARTICLE_OPTIONS cannot be a default.'],
    ['--at-line 3', '--at-line in ARTICLE_OPTIONS cannot be a default.'],
    ['--batch', '--batch in ARTICLE_OPTIONS cannot be a default.'],
    ['--constructor', '--constructor in ARTICLE_OPTIONS is no option.'],
  ])('%s', async (options, message) => {
    const { exitCode, stdout, stderr } = await article(['read', '-'], {
      env: { ARTICLE_OPTIONS: options },
      input: text,
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('an error in the file names its line', async () => {
    const wrong = homeWith('--theme quiet', '', '--colour never');
    const { stderr } = await article(['shelf'], { env: { HOME: wrong } });
    expect(stderr).toBe(`article: --colour in ${wrong}/.config/article/config:3 is no option. Did you mean --color?\n`);
    expect((await article(['shelf', '--no-config'], { env: { HOME: wrong } })).exitCode).toBe(0);
  });

  test('what follows # is a comment, but for one in a word or in quotes', async () => {
    const home = homeWith('--width 40   # narrow', '\t# nothing', '--theme=quiet#no', '--links "notes # no"');
    const { stdout } = await article(['config'], { env: { HOME: home } });
    expect(
      stdout
        .split('\n')
        .slice(0, 3)
        .map((row) => row.split('\t').slice(0, 2)),
    ).toEqual([
      ['--links', 'notes # no'],
      ['--theme', 'quiet#no'],
      ['--width', '40'],
    ]);
  });

  test('help and the version need none of it', async () => {
    const env = { ARTICLE_OPTIONS: '--nonsense' };
    for (const word of ['--help', '--version', 'config']) expect((await article([word], { env })).exitCode).toBe(0);
  });
});

describe('article config', () => {
  test('shows what is set, and where', async () => {
    const home = homeWith('--width 40', '--theme vivid');
    const env = { HOME: home, ARTICLE_OPTIONS: '--width 30', PAGER: 'more' };
    const { exitCode, stdout } = await article(['config'], { env });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      '--width\t30\tARTICLE_OPTIONS',
      `--theme\tvivid\t${home}/.config/article/config:2`,
      'pager\tmore\tPAGER',
      `config\t${home}/.config/article/config\tdefault`,
      `shelf\t${home}/.local/share/article\tdefault`,
      `cache\t${home}/.cache/article\tdefault`,
    ]);
  });

  test('says of each that it is none, or has a wrong value', async () => {
    const home = homeWith('--widht 40', '--theme runes', '--width 50');
    const { exitCode, stdout, stderr } = await article(['config'], { env: { HOME: home } });
    expect([exitCode, stdout.split('\n').length]).toEqual([0, 9]);
    const file = `${home}/.config/article/config`;
    expect(stderr).toMatch(
      new RegExp(
        `^article: --widht in ${file}:1 is no option\\. Did you mean --width\\?\narticle: --theme in ${file}:2 cannot`,
      ),
    );
    const path = await article(['config', '--path'], { env: { HOME: homeWith('nonsense') } });
    expect([path.exitCode, path.stderr]).toEqual([0, '']);
  });

  test('a folder that is set, but is no absolute path, is none', async () => {
    const home = emptyFolder();
    const env = { HOME: home, XDG_CONFIG_HOME: 'here', XDG_DATA_HOME: '/nowhere' };
    const { stdout } = await article(['config'], { env });
    expect(stdout).toContain(`config\t${home}/.config/article/config\tdefault\n`);
    expect(stdout).toContain('shelf\t/nowhere/article\tXDG_DATA_HOME\n');
  });

  test('--path is the path of the file, there or not', async () => {
    const home = emptyFolder();
    const { stdout } = await article(['config', '--path'], { env: { HOME: home } });
    expect(stdout).toBe(`${home}/.config/article/config\n`);
  });
});
