import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasTmux, Terminal } from '../reader/tmux.ts';
import { article, emptyFolder, shell, terminal } from '../support/program.ts';

const notes = '---\ntitle: Notes\n---\n\nLead.\n\n## Install\n\nHow.\n\n### Linux\n\nSo.\n\n## Use\n\nThus.\n';

/** Creates a folder with a text, and programs that say how they are called. */
function folder(): string {
  const path = emptyFolder();
  writeFileSync(join(path, 'notes.md'), notes);
  writeFileSync(join(path, 'windows.md'), `\ufeff${notes}`, 'utf16le');
  writeFileSync(join(path, 'letter.txt'), 'A LETTER\n\nDear all,\n\nINSTALL\n\nGood bye.\n');
  mkdirSync(join(path, 'bin'));
  const program = (name: string, lines: string) => {
    writeFileSync(join(path, 'bin', name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(path, 'bin', name), 0o755);
  };
  for (const editor of ['vim', 'code', 'hx', 'kate', 'micro', 'editor-of-mine'])
    program(editor, 'echo "$(basename "$0") $*"');
  program('fzf', 'printf "%s\\n" "$@" > args; cat > lines; printf "1.1\\t    1.1  Linux\\n2\\t  2  Use\\n"');
  return path;
}

describe('article edit', () => {
  test.each([
    ['vim', ['notes.md', 'use'], 'vim +15 PATH/notes.md'],
    ['vim', ['notes.md#linux'], 'vim +11 PATH/notes.md'],
    ['vim', ['windows.md', 'use'], 'vim +15 PATH/windows.md'],
    ['vim -R', ['notes.md'], 'vim -R +1 PATH/notes.md'],
    ['code', ['notes.md', '1.1'], 'code --wait --goto PATH/notes.md:11'],
    ['hx', ['./notes.md', '1'], 'hx PATH/notes.md:7'],
    ['micro', ['notes.md', '1'], 'micro +7 PATH/notes.md'],
    ['kate', ['notes.md', '1'], 'kate -l 7 PATH/notes.md'],
    ['editor-of-mine', ['notes.md', '1'], 'editor-of-mine PATH/notes.md'],
  ])('with %s: %j', async (editor, arguments_, called) => {
    const cwd = folder();
    const env = { PATH: `${cwd}/bin:${process.env.PATH}`, EDITOR: editor };
    const { exitCode, stdout, stderr } = await article(['edit', ...arguments_], { cwd, env });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`${called.replace('PATH', cwd)}\n`);
  });

  test('VISUAL goes over EDITOR, and an article on the shelf has a file', async () => {
    const cwd = folder();
    const home = emptyFolder();
    const env = { PATH: `${cwd}/bin:${process.env.PATH}`, EDITOR: 'code', VISUAL: 'vim', HOME: home };
    const { stdout } = await shell('$ARTICLE save notes.md 2>&1; $ARTICLE edit notes use', { cwd, env });
    expect(stdout).toMatch(new RegExp(`vim \\+\\d+ ${home}/.local/share/article/notes.md\n$`));
    expect(stdout).not.toContain('+1 ');
  });

  test.each([
    [['guide'], 2, '“guide” is no file that can be edited.'],
    [['https://example.org/'], 2, 'Keep it first: article save'],
    [['-'], 2, 'no file that can be edited'],
    [['note.md'], 1, '“note.md” does not exist. Did you mean “notes.md”?'],
    [['notes.md', 'zebra'], 1, 'No section “zebra”'],
  ])('%j is refused', async (arguments_, exitCode, message) => {
    const finished = await article(['edit', ...arguments_], { cwd: folder(), env: { EDITOR: 'true' } });
    expect(finished).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(message) });
  });

  test('an editor that is nowhere is one clear line', async () => {
    const { exitCode, stderr } = await article(['edit', 'notes.md'], { cwd: folder(), env: { EDITOR: 'nowhere' } });
    expect([exitCode, stderr]).toEqual([
      1,
      'article: The editor nowhere cannot be started. Name one in VISUAL or EDITOR.\n',
    ]);
  });

  test('an editor that fails makes the command fail', async () => {
    const { exitCode, stderr } = await article(['edit', 'notes.md'], { cwd: folder(), env: { EDITOR: 'false' } });
    expect([exitCode, stderr]).toEqual([1, 'article: The editor false has ended with 1.\n']);
  });

  // The real ones, where they are installed: their arguments must bring them to the line.
  describe.each([
    ['micro', /\(7,1\)/],
    ['nvim', /\b7,1\b/],
    ['vi', /\b7,1\b/],
    ['kak', /\b7:1\b/],
    ['emacs -nw', /\bL7\b/],
  ])('the real %s', (editor, shown) => {
    const [name = ''] = editor.split(' ');
    const isThere = spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
    test.skipIf(!hasTmux || !isThere)('is at the line', async () => {
      const terminal = new Terminal(80, 10, { EDITOR: editor });
      try {
        terminal.run(`cd '${folder()}'; $ARTICLE edit notes.md install`);
        await terminal.until((screen) => shown.test(screen), `${name} at line 7`);
      } finally {
        terminal.close();
      }
    });
  });
});

describe('article pick', () => {
  test('starts fzf, and reads what was chosen', async () => {
    const cwd = folder();
    const env = { PATH: `${cwd}/bin:${process.env.PATH}` };
    const line = '$ARTICLE pick notes.md --plain; tr "\\n" "|" < lines; cat args';
    const { stdout } = await terminal(line, { cwd, env });
    expect(stdout).toContain('Linux\r\n\r\nSo.\r\n\r\nUse\r\n\r\nThus.');
    expect(stdout).toContain('1\t1  Install|1.1\t  1.1  Linux|2\t2  Use|'.replaceAll('\t', '\t'));
    expect(stdout).toContain('--with-nth=2..');
    expect(stdout).not.toContain('notes.md"');
  });

  test('has a list of its own where there is no fzf', async () => {
    const cwd = folder();
    const tools = emptyFolder();
    for (const tool of ['sh', 'bash', 'script', 'sleep']) {
      const path = ['/bin', '/usr/bin'].map((bin) => join(bin, tool)).find((file) => existsSync(file));
      if (path) symlinkSync(path, join(tools, tool));
    }
    const line = '(sleep 2; echo use) | script -qec "$ARTICLE pick notes.md --plain" /dev/null';
    const { stdout } = await shell(line, { cwd, env: { TERM: 'xterm', PATH: tools, SHELL: '/bin/sh' } });
    expect(stdout).toContain('1.1  Linux');
    expect(stdout).toMatch(/Section: [\s\S]*Thus\./);
  });

  test('takes keys from the terminal where the text comes on standard input', async () => {
    const tools = emptyFolder();
    for (const tool of ['sh', 'bash', 'script', 'sleep', 'cat']) {
      const path = ['/bin', '/usr/bin'].map((bin) => join(bin, tool)).find((file) => existsSync(file));
      if (path) symlinkSync(path, join(tools, tool));
    }
    const line = '(sleep 2; echo use) | script -qec "cat notes.md | $ARTICLE pick --plain" /dev/null';
    const { stdout } = await shell(line, { cwd: folder(), env: { TERM: 'xterm', PATH: tools, SHELL: '/bin/sh' } });
    expect(stdout).toMatch(/Section: [\s\S]*Thus\./);
  });

  test('without a terminal it says so', async () => {
    const { exitCode, stderr } = await article(['pick', 'notes.md'], { cwd: folder() });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('There is no terminal to choose on.')]);
  });
});
