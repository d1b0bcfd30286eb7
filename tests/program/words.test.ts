import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { article, emptyFolder, shell, terminal } from '../support/program.ts';

const tea =
  '---\ntitle: Tea\n---\n\nBlack or green.\n\n## Water\n\nIt must boil.\nThen it rests.\n\n## Leaves\n\nTwo spoons.\n';
const coffee = 'Ground or whole.\n\n## Water\n\nNot boiling, but hot.\n';

function folder(): string {
  const path = emptyFolder();
  writeFileSync(join(path, 'tea.md'), tea);
  writeFileSync(join(path, 'coffee.md'), coffee);
  writeFileSync(join(path, 'empty.md'), '');
  return path;
}

describe('words that people type', () => {
  test.each(['-V', '-v'])('%s is the version', async (word) => {
    expect(await article([word])).toMatchObject({ exitCode: 0, stdout: `${packageFile.version}\n` });
  });

  test.each([
    ['list', 'sections'],
    ['ls', 'sections'],
    ['toc', 'sections'],
  ])('%s is %s', async (word, command) => {
    const cwd = folder();
    const [one, other] = await Promise.all([word, command].map((name) => article([name, 'tea.md'], { cwd })));
    expect(one).toEqual(other);
    expect(one?.stdout).toMatch(/^1\twater\t2\t/);
  });

  test.each(['grep', 'find'])('%s is search', async (word) => {
    const { exitCode, stdout } = await article([word, 'boil', 'tea.md'], { cwd: folder() });
    expect([exitCode, stdout]).toEqual([0, '1\twater\tIt must boil.\n']);
  });

  test.each([
    [['-f', 'md'], '# Tea'],
    [['-f', 'txt'], 'Tea\n\nIt'],
    [['--from', 'htm', '--plain'], '# Tea It'],
    [['--from', 'txt', '--plain'], '# Tea\n\nIt *boils*'],
    [['--from', 'md', '--plain'], 'Tea\n\nIt'],
  ])('read %j', async (options, start) => {
    const { exitCode, stdout, stderr } = await article(['read', '-', ...options], { input: '# Tea\n\nIt *boils*.\n' });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.slice(0, start.length)).toBe(start);
  });

  test('-f and --from list what they take', async () => {
    const { exitCode, stderr } = await article(['read', '--from', 'constructor', 'guide']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Allowed choices are markdown, html, text')]);
  });

  test('--no-color has no colour on a terminal', async () => {
    const [plain, colored] = await Promise.all(
      ['--no-color', ''].map((option) => terminal(`$ARTICLE read tea.md --no-pager ${option}`, { cwd: folder() })),
    );
    expect(plain?.stdout).not.toContain('\x1b[');
    expect(colored?.stdout).toContain('\x1b[');
  });

  test('search -i, -n and -l', async () => {
    const cwd = folder();
    const search = async (...words: string[]) => (await article(['search', ...words], { cwd })).stdout;
    expect(await search('BOIL', 'tea.md', '-i')).toBe('1\twater\tIt must boil.\n');
    expect(await search('rests', 'tea.md', '-n')).toBe('10\t1\twater\tThen it rests.\n');
    expect(await search('leaves', 'tea.md', '-n')).toBe('12\t2\tleaves\tLeaves\n');
    expect(await search('water', 'tea.md', '-l')).toBe('tea.md\n');
    expect((await article(['search', 'BOIL', 'tea.md'], { cwd })).exitCode).toBe(1);
    expect(
      (await shell('$ARTICLE search -l water < tea.md; cat tea.md | $ARTICLE grep -l water', { cwd })).stdout,
    ).toBe('-\n-\n');
    expect((await article(['search', '-l', 'milliards'])).stdout).toBe('amazon-openai\n');
  });
});

describe('several sources', () => {
  test('are read one after the other, each with its title or its name', async () => {
    const { exitCode, stdout, stderr } = await article(['read', 'tea.md', 'coffee.md'], { cwd: folder() });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Tea\n\nBlack or green.');
    expect(stdout).toContain('Two spoons.\n\ncoffee.md\n\nGround or whole.');
  });

  test('are read without the word “read” too, and on a terminal', async () => {
    const { stdout } = await terminal('$ARTICLE tea.md coffee.md --no-pager', { cwd: folder() });
    expect(stdout.indexOf('Tea')).toBeGreaterThanOrEqual(0);
    expect(stdout.indexOf('coffee.md')).toBeGreaterThan(stdout.indexOf('Two spoons.'));
  });

  test('have sections named with -s', async () => {
    const { exitCode, stdout } = await article(['read', 'tea.md', 'coffee.md', '-s', 'water'], { cwd: folder() });
    expect([exitCode, stdout]).toEqual([
      0,
      'Tea\n\nWater\n\nIt must boil. Then it rests.\n\ncoffee.md\n\nWater\n\nNot boiling, but hot.\n',
    ]);
  });

  test('sections of several are distinguished by the title in every format, and are text alone with --no-heading', async () => {
    const read = async (...words: string[]) =>
      (await article(['read', 'tea.md', 'coffee.md', '-s', 'water', ...words], { cwd: folder() })).stdout;
    expect(await read('-f', 'md')).toMatch(/^# Tea\n\n## Water\n[\s\S]*\n# coffee\\?\.md\n\n## Water\n/);
    expect(await read('-f', 'rich')).toMatch(/^ {2}Tea\n+ {2}1 {2}Water\n[\s\S]*\n {2}coffee\.md\n+ {2}1 {2}Water\n/);
    expect(await read('--no-heading')).toBe('It must boil. Then it rests.\n\nNot boiling, but hot.\n');
  });

  test.each([
    ['read tea.md nowhere.md', 'Nor is there a file nowhere.md.'],
    ['read tea.md brew', 'It is taken for a section, not for the file ./brew.'],
    ['sections tea.md coffee.md', 'It is taken for a section, not for the file coffee.md.'],
    ['summary tea.md ./brew', 'It is taken for a section, not for the file ./brew.'],
    ['links tea.md https://example.org/', 'It is taken for a section: here one source is read at a time.'],
  ])('article %s says what a second source was taken for', async (line, hint) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'brew'), 'Words.\n');
    const { exitCode, stdout, stderr } = await article(line.split(' '), { cwd });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('No section “');
    expect(stderr.endsWith(`\n${hint}\n`)).toBe(true);
  });

  test('a title that looks like a file is a section as long as there is no such file', async () => {
    const { stdout } = await article(['read', '-', 'config.md'], { input: '# A\n\n## The config.md\n\nIt is.\n' });
    expect(stdout).toBe('The config.md\n\nIt is.\n');
  });

  test('are searched, each hit with its source', async () => {
    const { exitCode, stdout } = await shell('$ARTICLE search boil tea.md coffee.md', { cwd: folder() });
    expect([exitCode, stdout]).toEqual([
      0,
      'tea.md\t1\twater\tIt must boil.\ncoffee.md\t1\twater\tNot boiling, but hot.\n',
    ]);
  });

  test('are searched, each line of NDJSON with its source', async () => {
    const { stdout } = await shell('$ARTICLE search boil tea.md coffee.md -f ndjson', { cwd: folder() });
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ source, section }) => [source, section.number])).toEqual([
      ['tea.md', '1'],
      ['coffee.md', '1'],
    ]);
    const counted = await shell('$ARTICLE search -c boil tea.md coffee.md -f ndjson', { cwd: folder() });
    expect(counted.stdout.match(/^\{"source":"(?:tea|coffee)\.md","hits":1/gm)).toHaveLength(2);
  });

  test('a bad one is reported, and the others are searched', async () => {
    const { exitCode, stdout, stderr } = await shell('$ARTICLE search spoons *.md -l', { cwd: folder() });
    expect([exitCode, stdout]).toEqual([1, 'tea.md\n']);
    expect(stderr).toBe(
      'article: “empty.md” is empty. There is nothing to read in it.\narticle: 1 of 3 failed. The reasons are above.\n',
    );
  });

  test('one that is nowhere is a usage error', async () => {
    const { exitCode, stderr } = await article(['read', 'tea.md', 'coffee.md', 'water'], { cwd: folder() });
    expect([exitCode, stderr]).toEqual([
      2,
      'article: “water” is no source. With several sources, sections are named with -s.\n',
    ]);
  });

  test('are saved and removed together', async () => {
    const env = { HOME: emptyFolder() };
    const saved = await shell('$ARTICLE save tea.md coffee.md', { cwd: folder(), env });
    expect(saved).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Saved as “tea”.') });
    const shelf = join(env.HOME, '.local/share/article');
    expect(readdirSync(shelf).sort()).toEqual(['coffee.md', 'tea.md']);
    const removed = await shell('$ARTICLE rm tea nothing coffee', { env });
    expect(removed.exitCode).toBe(1);
    expect(removed.stderr).toContain('There is no “nothing” on the shelf.');
    expect(readdirSync(shelf)).toEqual([]);
  });
});

describe('a wrong command line is found before anything is read', () => {
  const address = 'http://127.0.0.1:9/must-not-be-requested';
  test.each([
    [['read', address, '2', '--toc'], 2, '--toc goes before a whole article.'],
    [['read', `${address}#part`, '--toc'], 2, '--toc goes before a whole article.'],
    [['search', '-e', '(', address], 2, 'missing closing )'],
    [['search', ' ', address], 2, 'The pattern to search for is empty.'],
    [['save', address, '--as', '2'], 1, 'cannot be read by that name'],
    [['save', address, '--as', 'guide'], 1, 'comes with the program'],
    [['save', address, 'guide', '--as', 'x'], 2, '--as gives one name.'],
  ])('%j', async (arguments_, exitCode, words) => {
    const finished = await article(arguments_);
    expect(finished.stderr).toContain(words);
    expect(finished.stderr).not.toContain('127.0.0.1');
    expect(finished).toMatchObject({ exitCode, stdout: '' });
  });
});

describe('what is at hand', () => {
  test('shelf --path is where saved articles are', async () => {
    const home = emptyFolder();
    const { exitCode, stdout } = await article(['shelf', '--path'], { env: { HOME: home } });
    expect([exitCode, stdout]).toEqual([0, `${home}/.local/share/article\n`]);
  });

  test('the shelf has dates of one form in a pipe', async () => {
    const env = { HOME: emptyFolder() };
    const dated = '---\ntitle: Dated\ndate: 2019-11-20T06:07:01+00:00\n---\n\nWords.\n';
    const { stdout } = await shell('$ARTICLE save - --as dated 2>/dev/null; $ARTICLE shelf | cut -f1,3', {
      env,
      input: dated,
    });
    expect(stdout).toMatch(/^amazon-openai\t2026-01-30$/m);
    expect(stdout).toMatch(/^dated\t2019-11-20$/m);
  });

  test('what is read is distinguished from what is not', async () => {
    const home = emptyFolder();
    const env = { HOME: home, LANG: 'C.UTF-8' };
    const places = join(home, '.local/state/article/places');
    mkdirSync(places, { recursive: true, mode: 0o700 });
    const place = { section: '1', offset: 3, words: 'so', fraction: 0.5 };
    for (const [name, read] of [
      ['guide', 0.42],
      ['tea', 1],
    ] as const) {
      const key = `name:${name}`;
      const file = createHash('sha256').update(key).digest('hex').slice(0, 32);
      const kept = { key, source: name, title: name, place, read, marks: {}, time: 1 };
      writeFileSync(join(places, `${file}.json`), JSON.stringify(kept));
    }
    const shown = '$ARTICLE save - --as tea 2>/dev/null; $ARTICLE shelf | cut -f1,6; $ARTICLE shelf --format rich';
    const { stdout } = await shell(shown, { env, input: '# Tea\n\nWords.\n' });
    expect(stdout).toMatch(/^amazon-openai\t0\nguide\t42\ntea\t100\n/);
    expect(stdout.match(/(?:unread|42\u00a0% read|· read)$/gm)).toEqual(['unread', '42\u00a0% read', '· read']);
  });

  test('a bare command lists the names on the shelf', async () => {
    const { stdout } = await terminal('$ARTICLE', { env: { HOME: emptyFolder() } });
    expect(stdout).toContain('On the shelf: amazon-openai, guide.');
  });
});
