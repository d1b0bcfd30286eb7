import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { article, emptyFolder, type finish, nodeBinary, program, shell, start, terminal } from '../support/program.ts';
import { serve } from '../support/server.ts';

const notes = '# Notes\n\nThe lead of them.\n\n## Install\n\nHow to install.\n\n## Use\n\nHow to use.\n';
const bundled = 'Amazon, futur banquier d’OpenAI';

function folder(): string {
  const path = emptyFolder();
  for (const name of ['notes.md', 'LICENSE', '7', 'C#.md', 'record.rst']) writeFileSync(join(path, name), notes);
  mkdirSync(join(path, 'docs'));
  writeFileSync(join(path, 'docs', 'readme.MD'), notes.replace('Notes', 'Manual'));
  writeFileSync(join(path, 'docs', 'README'), 'Not this one.');
  mkdirSync(join(path, 'many'));
  for (const name of ['a.md', 'b.txt', 'c.html', 'd.png']) writeFileSync(join(path, 'many', name), notes);
  mkdirSync(join(path, 'none'));
  return path;
}

describe('the word “read” need not be typed', () => {
  test.each([
    [['notes.md'], 'Notes\n'],
    [['notes.md', '2'], 'Use\n'],
    [['--plain', 'notes.md'], 'Notes\n'],
    [['guide', 'start'], 'Getting started\n'],
    [['2'], 'Un partenariat'],
    [['LICENSE', 'install'], 'Install\n'],
  ])('article %j', async (arguments_, start) => {
    const { exitCode, stdout, stderr } = await article(arguments_, { cwd: folder() });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(start)).toBe(true);
  });

  test.each([
    ['rea', 'Did you mean the command “read”?'],
    ['serach', 'Did you mean the command “search”?'],
    ['guid', 'Did you mean the article “guide”?'],
    ['LICENCE', 'Did you mean the file “LICENSE”?'],
    ['cat', 'Did you mean article read?'],
    ['Version', 'Did you mean article --version?'],
    ['example.com', 'A page is named by its address: https://example.com'],
    ['www.example.museum', 'A page is named by its address: https://www.example.museum'],
    ['data.json', 'See article --help.'],
    ['main.rs', 'See article --help.'],
    ['xyzzy', 'See article --help.'],
    ['constructor', 'See article --help.'],
    ['__proto__', 'See article --help.'],
  ])('article %s: %s', async (word, hint) => {
    const { exitCode, stdout, stderr } = await article([word, 'more'], { cwd: folder() });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`article: “${word}” is no command, no article on the shelf and no file here. ${hint}\n`);
  });

  test('the nearest of what is saved, for a word that is no section', async () => {
    const cwd = folder();
    const env = { HOME: emptyFolder() };
    const { stdout } = await shell('$ARTICLE save notes.md --as almanac 2>&1; $ARTICLE summary almanax 2>&1', {
      cwd,
      env,
    });
    expect(stdout).toContain('\nDid you mean the article “almanac”?\n');
  });

  test.each([
    ['--json sections notes.md', 2, '“sections” is a command, and commands come first. Write article sections,'],
    ['notes.md sections', 1, '\nA command comes first: article sections notes.md\n'],
    ['read summary', 1, '\nA command comes first: article summary\n'],
    ['Help', 2, 'Did you mean the command “help”?'],
  ])('a command that does not come first: article %s', async (line, exitCode, message) => {
    const finished = await article(line.split(' '), { cwd: folder() });
    expect(finished).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(message) });
  });

  test.each([
    [['FOLDER/notes.md'], 'Notes\n'],
    [['FOLDER/notes.md#use'], 'Use\n'],
    [['FOLDER/C%23.md', '1'], 'Install\n'],
    [['-a', 'FOLDER/notes.md#install'], 'Install\n'],
    [['notes.md#'], 'Notes\n'],
    [['C#.md#use'], 'Use\n'],
  ])('a file by its address, or with an empty fragment: article %j', async (arguments_, start) => {
    const cwd = folder();
    const { exitCode, stdout, stderr } = await article(
      arguments_.map((word) => word.replace('FOLDER', `file://${cwd}`)),
      { cwd },
    );
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(start)).toBe(true);
  });

  test.each([
    [
      'ftp://example.org/notes.md',
      '“ftp://example.org/notes.md” does not exist. Of addresses only http and https are read.',
    ],
    ['file://host/notes.md', '“file://host/notes.md” does not exist. Of addresses only http and https are read.'],
    [
      'example.org/notes',
      '“example.org/notes” does not exist. A page is named by its address: https://example.org/notes',
    ],
    ['example.org', '“example.org” does not exist. A page is named by its address: https://example.org'],
    ['src/main.ts', '“src/main.ts” does not exist. Check the path'],
  ])('article %s, of which there is none', async (word, message) => {
    const { exitCode, stdout, stderr } = await article([word], { cwd: folder() });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`article: ${message}`);
  });

  test.each([['read ""'], ['""'], ['-a ""'], ['search tea " "'], ['save ""'], ['edit ""']])(
    'a name that is empty, as a script’s variable may be: article %s',
    async (line) => {
      const { exitCode, stdout, stderr } = await shell(`$ARTICLE ${line}`, { cwd: folder() });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain('article: The name of the source is empty.');
    },
  );

  test('alone on a terminal it is a short help', async () => {
    expect((await terminal('$ARTICLE')).stdout).toContain('Usage: article');
  });
});

describe('standard input, when no source is named', () => {
  test.each([
    ['a file', '$ARTICLE read < notes.md', 'Notes\n'],
    ['a pipe', 'cat notes.md | $ARTICLE read', 'Notes\n'],
    ['a pipe, without a command', 'cat notes.md | $ARTICLE', 'Notes\n'],
    ['a pipe, by its name', 'cat notes.md | $ARTICLE -', 'Notes\n'],
    ['a pipe, and a section', 'cat notes.md | $ARTICLE read 2', 'Use\n'],
    ['a pipe, and words of a title', 'cat notes.md | $ARTICLE install', 'Install\n'],
    [
      'a pipe that brings it bit by bit',
      '(printf "# No"; sleep 0.3; printf "tes\\n\\nWords.\\n") | $ARTICLE read',
      'Notes\n',
    ],
    ['a pipe that begins late', '(sleep 0.5; cat notes.md) | $ARTICLE read', 'Notes\n'],
    ['a fifo', 'mkfifo fifo; (cat notes.md > fifo &) ; $ARTICLE read < fifo', 'Notes\n'],
    ['a file, for sections', '$ARTICLE sections < notes.md', '1\tinstall\t'],
    ['a file, for a summary', '$ARTICLE summary < notes.md', 'The lead of them.'],
    ['a pipe, for a search', 'cat notes.md | $ARTICLE search lead', '0\t'],
    ['a pipe, beside a source', 'cat notes.md | $ARTICLE read guide start', 'Getting started'],
    ['/dev/null', '$ARTICLE read < /dev/null', bundled],
    ['closed', '$ARTICLE read <&-', bundled],
    ['a pipe that ends empty', ': | $ARTICLE read', bundled],
    ['an empty file', ': > empty; $ARTICLE read < empty', bundled],
    ['a folder', '$ARTICLE read < docs', bundled],
  ])('%s', async (_, line, start) => {
    const { exitCode, stdout, stderr } = await shell(line, { cwd: folder() });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.slice(0, 60)).toContain(start);
  });

  test('a pipe that stays open and brings nothing is given up, in a line', async () => {
    const { exitCode, stdout, stderr } = await shell(
      'mkfifo in; sleep 60 > in & $ARTICLE read < in > out 2> err; kill $! && cat err out',
      {
        cwd: folder(),
      },
    );
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('article: nothing came on standard input for 2 seconds');
    expect(stdout).toContain('With - as the source it is waited for.');
    expect(stdout).toContain(bundled);
  });

  test('a socket is not waited for', async () => {
    // Node's own pipes to its children are sockets.
    const child = start(nodeBinary, [program, 'read']);
    const open = child.stdin;
    const { exitCode, stdout, stderr } = await new Promise<Awaited<ReturnType<typeof finish>>>((resolve, reject) => {
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout?.on('data', (chunk) => out.push(chunk));
      child.stderr?.on('data', (chunk) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (exitCode, signal) =>
        resolve({ exitCode, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
      );
    });
    open?.destroy();
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(bundled);
  });

  test('what is named as - is waited for, and must bring something', async () => {
    const late = await shell('(sleep 3; cat notes.md) | $ARTICLE read -', { cwd: folder() });
    expect(late).toMatchObject({ exitCode: 0, stderr: '' });
    expect(late.stdout).toContain('Notes');
    const empty = await shell(': | $ARTICLE read -');
    expect([empty.exitCode, empty.stdout]).toEqual([1, '']);
    expect(empty.stderr).toContain('Standard input is empty.');
  });

  test('is saved, but nothing else is in its place', async () => {
    const saved = await shell('cat notes.md | $ARTICLE save && $ARTICLE read notes 1', { cwd: folder() });
    expect(saved.stdout).toContain('How to install.');
    for (const nothing of [': |', 'sleep 3 |', '< /dev/null']) {
      const line = nothing.startsWith('<') ? `$ARTICLE save ${nothing}` : `${nothing} $ARTICLE save`;
      const { exitCode, stderr } = await shell(line, { cwd: folder() });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('Nothing to save.');
    }
  });
});

describe('a file that is here', () => {
  test.each([
    [['read', 'LICENSE'], 'Notes\n'],
    [['read', 'record.rst'], '# Notes'],
    [['read', 'C#.md'], 'Notes\n'],
    [['read', './7'], 'Notes\n'],
    [['read', '-a', '7'], 'Notes\n'],
    [['read', 'notes.md#install'], 'Install\n'],
    [['read', 'notes.md#Install'], 'Install\n'],
    [['summary', 'LICENSE#use'], 'How to use.'],
    [['search', 'how', 'LICENSE#use'], '2\tuse\t'],
    [['read', 'docs'], 'Manual\n'],
    [['read', 'docs', 'use'], 'Use\n'],
    [['sections', 'docs'], '1\tinstall\t'],
  ])('article %j', async (arguments_, start) => {
    const { exitCode, stdout, stderr } = await article(arguments_, { cwd: folder() });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(start)).toBe(true);
  });

  test.each([
    [['read', '7'], 'The file of that name is ./7'],
    [['read', 'licens'], 'Did you mean the file “LICENSE”?'],
    [['read', 'nots.md'], '“nots.md” does not exist. Did you mean “notes.md”?'],
    [['read', 'docs/readm.md'], 'Did you mean “docs/readme.MD”?'],
    [['read', 'notes.md#nothing'], 'No section “#nothing”'],
    [
      ['read', 'many'],
      '“many” is a folder. It has no README. What can be read in it:\n  many/a.md\n  many/b.txt\n  many/c.html\n',
    ],
    [['read', 'none'], '“none” is a folder. It has no README, and no file'],
    [['read', 'notes.md', '--toc', '2'], '--toc goes before a whole article.'],
    [['read', 'missing.md#a', '--toc'], '--toc goes before a whole article.'],
  ])('article %j: %s', async (arguments_, message) => {
    const { exitCode, stdout, stderr } = await article(arguments_, { cwd: folder() });
    expect(exitCode).toBeGreaterThan(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});

describe('the fragment of an address', () => {
  const page = `<!doctype html><title>Tea</title><article><h1>Tea</h1><p>${'Words of tea. '.repeat(20)}</p>
    <h2>Early life</h2><p>${'Leaves grow. '.repeat(20)}</p><h2>Later</h2><p>${'Water boils. '.repeat(20)}</p></article>`;

  it('is the section that it names', async () => {
    const address = await serve((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
    for (const fragment of ['early-life', 'Early_life', 'Early%20life']) {
      const { stdout, stderr } = await article(['read', `${address}/#${fragment}`]);
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^Early life\n/);
      expect(stdout).not.toContain('Water boils');
    }
  });

  it('that names none is said to, and the page is shown', async () => {
    const address = await serve((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
    const { exitCode, stdout, stderr } = await article(['read', `${address}/#!/app`]);
    expect([exitCode, stderr]).toEqual([0, 'article: the page has no section “#!/app”: here is all of it.\n']);
    expect(stdout).toContain('Water boils');
  });
});
