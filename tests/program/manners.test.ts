import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  article,
  emptyFolder,
  type Finished,
  nodeBinary,
  program,
  shell,
  start,
  terminal,
} from '../support/program.ts';

const esc = String.fromCharCode(27);

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('exit codes and messages', () => {
  const cwd = folderWith({
    'empty.md': '',
    'blank.md': '\n  \n',
    'binary.md': Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 256),
    'utf16.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Été\n\ntexte\n', 'utf16le')]),
    'latin.md': Buffer.from('# \xc9t\xe9\n\ntexte\n', 'latin1'),
    'twins.md': '# Tea time\n\na\n\n# Tea pot\n\nb\n',
    'crlf.md': '# One\r\n\r\ntext\r\n\r\n# Two\r\rmore\r',
  });
  mkdirSync(join(cwd, 'folder.md'));
  symlinkSync('loop.md', join(cwd, 'loop.md'));

  test.each([
    [['read', 'missing.md'], 1, '“missing.md” does not exist.'],
    [['read', 'folder.md'], 1, '“folder.md” is a folder.'],
    [['read', 'loop.md'], 1, '“loop.md” is a symbolic link'],
    [['read', 'empty.md'], 1, '“empty.md” is empty.'],
    [['read', 'blank.md'], 1, '“blank.md” is empty.'],
    [['read', 'binary.md'], 1, '“binary.md” is binary'],
    [['read', '-'], 1, 'Standard input is empty.'],
    [['read', 'twins.md', 'tea'], 1, '“tea” matches 2 sections.'],
    [['read', '7'], 1, 'No section “7”'],
    [['read', '4-2'], 1, 'The range 4-2 runs backwards. Did you mean 2-4?'],
    [['read', 'équilibristte'], 1, 'Did you mean “Amazon en équilibriste”?'],
    [['read', 'guid'], 1, 'Did you mean the article “guide”?'],
    [['read', '/dev/zero', '--max-size', '1MB'], 1, '“/dev/zero” is larger than 1 MB.'],
    [['rea'], 2, 'Did you mean the command “read”?'],
    [['constructor'], 2, '“constructor” is no command'],
    [['read', '--max-size', '5constructor'], 2, 'Give bytes, or a size such as 500kB or 20MB.'],
    [['read', '--colour'], 2, "unknown option '--colour'. Did you mean --color? See article --help."],
    [['read', '--width', 'wide'], 2, 'Give 20 to 1000 columns.'],
    [['read', '--plain', '--json'], 2, 'cannot be used with'],
    [['search', '-e', '('], 2, 'missing closing ): `(`.'],
    [['summary', '-n', '0'], 2, 'Give 1 to 1000 sentences.'],
  ])('article %j ends with %i and says %j', async (arguments_, exitCode, words) => {
    const finished = await article(arguments_, { cwd });
    expect(finished).toMatchObject({ exitCode, stdout: '' });
    expect(finished.stderr).toContain(words);
    expect(finished.stderr).toMatch(/^article: /);
    expect(finished.stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['utf16.md', 'Été'],
    ['latin.md', 'Été'],
    ['crlf.md', 'Two'],
  ])('%s is read', async (name, words) => {
    expect((await article(['read', name], { cwd })).stdout).toContain(words);
  });

  test('a fifo and <(…) are read', async () => {
    const { stdout } = await shell(`mkfifo pipe.md; (printf '# Fifo\\n\\ntext\\n' > pipe.md) & $ARTICLE read pipe.md`);
    expect(stdout).toContain('Fifo');
    expect((await shell(`$ARTICLE read <(printf '# Substituted\\n\\ntext\\n')`)).stdout).toContain('Substituted');
  });

  test('an error message cannot drive the terminal', async () => {
    const { stderr } = await article(['read', `./${esc}[31mred${esc}]0;title\u0007\u202emoc.knab\u202c.md`]);
    expect(stderr).toContain('does not exist');
    expect(stderr).not.toContain(esc);
    expect(stderr).not.toMatch(/[\u0007\u202d\u202e]/);
  });
});

describe('help', () => {
  test('article alone is a short help', async () => {
    const { exitCode, stdout, stderr } = await article([]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Usage: article');
    expect(stdout.split('\n').length).toBeLessThan(30);
    // On one screen, above the prompt.
    const help = (await article(['--help'])).stdout.trimEnd().split('\n');
    expect(help.length).toBeLessThan(24);
    expect(Math.max(...help.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test.each([[['--help']], [['read', '--help']], [['sections', '-h']], [['help', 'summary']], [['help', 'shelf']]])(
    'article %j begins with examples',
    async (arguments_) => {
      const { exitCode, stdout } = await article(arguments_);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^Examples:\n {2}article /);
    },
  );
});

test.each(['read', 'sections', 'summary', 'search'])(
  '%s --help groups its options, and a source may be an address',
  async (command) => {
    const { stdout } = await article([command, '--help']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('a path, an address, or - for standard input');
    const groups = stdout.match(/^[A-Z][a-z ]*:$/gm);
    expect(groups).toEqual(expect.arrayContaining(['Options:', 'Source:', 'Sections:', 'Output:', 'Look:']));
    expect(stdout).toMatch(/\nSource:\n {2}-a, [\s\S]*\nOutput:\n {2}-f, [\s\S]*\nLook:\n[^:]*--width /);
  },
);

describe('pipes', () => {
  test('| head -1 ends quietly', async () => {
    const text = `# Long\n\n${'Words and more words. '.repeat(20)}\n\n`.repeat(3000);
    const cwd = folderWith({ 'long.md': text });
    const finished = await shell('set -o pipefail; $ARTICLE read long.md | head -1; echo $?', { cwd });
    expect(finished).toMatchObject({ stdout: 'Long\n0\n', stderr: '' });
  });

  test('nothing that is written is cut short', async () => {
    const cwd = folderWith({ 'long.md': `${'One paragraph of words.\n\n'.repeat(40_000)}The end.\n` });
    const { stdout } = await shell('$ARTICLE read long.md | (sleep 1; cat)', { cwd });
    expect(stdout).toMatch(/The end\.\n$/);
    expect(stdout.match(/One paragraph/g)).toHaveLength(40_000);
  });

  test('a message that a slow reader waits to read is not cut short', async () => {
    const titles = Array.from({ length: 2000 }, (_, at) => `## Tea ${'leaf '.repeat(20)}${at}\n`);
    const cwd = folderWith({ 'many.md': `# Teas\n\n${titles.join('\n')}` });
    const { stdout } = await shell('$ARTICLE read many.md tea 2>&1 > /dev/null | (sleep 1; cat)', { cwd });
    for (const at of [0, 1000, 1999]) expect(stdout).toContain(`leaf ${at} `);
    expect(stdout).toMatch(/1999\s*$/);
  });

  test('a pipe that another process has made not to wait takes everything', async () => {
    const cwd = folderWith({ 'long.md': `${'One paragraph of words.\n\n'.repeat(20_000)}The end.\n` });
    const other = `${nodeBinary} -e 'process.stdout.write(""); setTimeout(() => {}, 3000)'`;
    const { stdout, stderr } = await shell(`(${other} & sleep 1; $ARTICLE read long.md) | (sleep 2; cat)`, { cwd });
    expect(stdout.match(/One paragraph/g)).toHaveLength(20_000);
    expect(stdout).toMatch(/The end\.\n$/);
    expect(stderr).toBe('');
  });

  test.each([
    '',
    '--help',
    '--version',
    'help read',
    'read --help',
    'read',
    'read --json',
    'sections',
    'summary',
    'search milliards',
    'shelf',
  ])('a full disk is one clear line: article %s', async (words) => {
    const finished = await shell(`$ARTICLE ${words} > /dev/full`);
    expect(finished.exitCode).toBe(1);
    expect(finished.stderr).toMatch(/^article: Cannot write the output: no space left on the device \(ENOSPC\)\.\n$/);
  });

  test('help that nobody reads to its end is no error', async () => {
    const finished = await shell('set -o pipefail; $ARTICLE --help | true; echo $?');
    expect(finished).toMatchObject({ stdout: '0\n', stderr: '' });
  });

  test('no escape byte goes into a pipe, and every word of the article does', async () => {
    const { stdout } = await article(['read']);
    expect(stdout).not.toContain(esc);
    const { stdout: markdown } = await article(['read', '--format', 'markdown']);
    const words = markdown
      .replace(/[#*\n]+/g, ' ')
      .trim()
      .split(/ +/);
    let at = 0;
    for (const word of words) {
      at = stdout.indexOf(word, at);
      expect(at, word).toBeGreaterThanOrEqual(0);
      at += word.length;
    }
  });

  test('works without HOME, TERM and LANG', async () => {
    const { exitCode, stdout, stderr } = await shell('env -u HOME $ARTICLE read 1');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Amazon');
  });
});

describe('colour', () => {
  const isColoured = (text: string) => text.includes(`${esc}[`);

  test.each([
    [{}, [], false],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ CLICOLOR_FORCE: '1' }, [], true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
    [{ FORCE_COLOR: '0' }, ['--color', 'always'], true],
    [{ NO_COLOR: '1' }, ['--color', 'always'], true],
    [{ FORCE_COLOR: '1' }, ['--color', 'never'], false],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, [], false],
  ])('into a pipe with %j and %j: %s', async (env, options, coloured) => {
    const { stdout, stderr } = await article(['read', '1', ...options], { env });
    expect(isColoured(stdout)).toBe(coloured);
    expect(stderr).toBe('');
  });

  test.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '' }, true],
    [{ CLICOLOR: '0' }, false],
    [{ FORCE_COLOR: '0' }, false],
    [{ TERM: 'dumb' }, false],
  ])('on a terminal with %j: %s', async (env, coloured) => {
    const { stdout } = await terminal('$ARTICLE read 1 --no-pager', { env });
    expect(stdout).toContain('Un investissement massif');
    expect(isColoured(stdout)).toBe(coloured);
    if (!coloured) expect(stdout).not.toContain(esc);
  });
});

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i', async (signal, code) => {
    const child = start('bash', ['-c', `exec ${nodeBinary} ${program} read -`]);
    const finished = new Promise<Finished>((resolve) => {
      child.on('close', (exitCode, by) => resolve({ exitCode, signal: by, stdout: '', stderr: '' }));
    });
    setTimeout(() => child.kill(signal), 500);
    const { exitCode, signal: by } = await finished;
    expect(by === signal || exitCode === code).toBe(true);
  });
});
