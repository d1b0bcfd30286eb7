import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lineWords } from '../../src/completion/line-words.ts';
import { hasTmux, Terminal } from '../reader/tmux.ts';
import { article, emptyFolder, nodeBinary, program, shell } from '../support/program.ts';

const notes = '# Notes\n\n## Install\n\nHow.\n\n### On: Linux\n\nSo.\n\n## Use\n\nThus.\n';

/** Creates a folder with a text in it, and `article` among the programs of `bin`. */
function folder(): string {
  const path = emptyFolder();
  writeFileSync(join(path, 'notes.md'), notes);
  writeFileSync(join(path, 'a note.md'), notes);
  writeFileSync(join(path, 'a:b.md'), notes);
  mkdirSync(join(path, 'bin'));
  writeFileSync(join(path, 'bin/article'), `#!/bin/sh\nexec '${nodeBinary}' '${program}' "$@"\n`);
  chmodSync(join(path, 'bin/article'), 0o755);
  return path;
}

async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const { exitCode, stdout, stderr } = await article(['complete', 'zsh', '--', ...words], { cwd: folder() });
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout.split('\n').slice(0, -1);
}

describe('the words of a line of bash', () => {
  test.each<[string, readonly string[]]>([
    ['article', ['article']],
    ['article ', ['article', '']],
    ['a  b\tc', ['a', 'b', 'c']],
    ['a "b c" d', ['a', 'b c', 'd']],
    ['a "b c', ['a', 'b c']],
    ["a 'b \\' c", ['a', 'b \\', 'c']],
    ['a \'b "c', ['a', 'b "c']],
    ['a b\\ c', ['a', 'b c']],
    ['a b\\ ', ['a', 'b ']],
    ['a b\\', ['a', 'b\\']],
    ['a "b\\"c\\$" ', ['a', 'b"c$', '']],
    ['a x="y z":w', ['a', 'x=y z:w']],
    ['a $(b) `c` ~', ['a', '$(b)', '`c`', '~']],
    ['a ""', ['a', '']],
    ['', ['']],
  ])('%j', (line, words) => expect(lineWords(line)).toEqual(words));
});

describe('the words that may come next', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a command', ['sec'], ['sections\tthe list of sections', ':files']],
    ['a name on the shelf, in place of a command', ['gui'], ['guide\ton the shelf', ':files']],
    ['a source', ['read', 'gui'], ['guide\ton the shelf', ':files']],
    ['an option', ['summary', '--sent'], ['--sentences\thow many sentences (default: one a section, 3 to 7)']],
    ['a value', ['read', '--format', 'js'], ['json']],
    ['a value behind =', ['read', '--format=js'], ['--format=json']],
    ['a value of a short option', ['read', '-f', 'ht'], ['html']],
    ['a section by its number', ['read', 'notes.md', '1'], ['1\tInstall', '1.1\tOn: Linux']],
    ['a section by its id', ['read', 'notes.md', 'u'], ['use\tUse', ':files']],
    ['a section by its id with #', ['read', 'notes.md', '#u'], ['#use\tUse', ':files']],
    ['a section without a command', ['notes.md', '2'], ['2\tUse']],
    ['a section of -a', ['read', '-a', 'notes.md', '2'], ['2\tUse']],
    ['a section for -s', ['read', 'notes.md', '-s', 'us'], ['use\tUse']],
    ['a section for --except', ['read', 'notes.md', '--except', 'us'], ['use\tUse']],
    ['a section behind a pattern', ['search', 'x', 'notes.md', '2'], ['2\tUse']],
    ['a shell', ['completion', 'z'], ['zsh']],
    ['a command to be helped with', ['help', 'sea'], ['search\tevery place where a pattern is found']],
    ['nothing of what is not there', ['read', 'missing.md', ''], []],
    ['nothing of a page that is not kept', ['read', 'http://127.0.0.1:9/x', ''], []],
    ['nothing of standard input', ['read', '-', ''], []],
    ['nothing for a pattern', ['search', ''], []],
    ['nothing after an unknown option', ['read', '--constructor=x'], []],
  ])('%s', async (_, words, expected) => {
    expect(await complete(...words)).toEqual(expected);
  });

  test('the protocol of @bomb.sh/tab, in which package managers ask', async () => {
    const ask = async (...words: readonly string[]) =>
      (await article(['complete', '--', ...words], { cwd: folder() })).stdout.split('\n').slice(0, -1);
    expect(await ask('sec')).toEqual(['sections\tthe list of sections', ':0']);
    expect(await ask('read', '--format=js')).toEqual(['--format=json', ':4']);
    expect(await ask('read', 'notes.md', '2')).toEqual(['2\tUse', ':4']);
    expect((await ask('')).length).toBeGreaterThan(15);
  });

  test('a section of a text in the home', async () => {
    const home = folder();
    const lines = ['complete zsh -- read "~/a note.md" us', 'complete bash -- \'article read ~/"a note.md" us\''];
    for (const line of lines) {
      expect((await shell(`$ARTICLE ${line}`, { env: { HOME: home } })).stdout).toBe('use\tUse\n:files\n');
    }
  });

  test('as PowerShell asks: a space for a word that is not begun, and each line as its script takes it apart', async () => {
    const ask = async (...words: readonly string[]) =>
      (await article(['complete', 'powershell', '--', ...words], { cwd: folder() })).stdout.split('\n').slice(0, -1);
    expect(await ask('read', 'a note.md', ' ')).toEqual(['1\tInstall', '1.1\tOn: Linux', '2\tUse']);
    expect(await ask('read', 'notes.md', 'us')).toEqual(['use\tUse', ':files']);
    expect(await ask('read', '--format=js')).toEqual(['--format=json']);
    expect(await ask('read', '--', 'notes.md', '2')).toEqual(['2\tUse']);
    const all = await ask(' ');
    expect(all.at(-1)).toBe(':files');
    for (const line of all.slice(0, -1)) expect(line).toMatch(/^[\w./:=-]+\t\S/);
    // The script block's parameters are those that Register-ArgumentCompleter -Native hands over, by their places.
    const { stdout } = await article(['completion', 'powershell']);
    expect(stdout).toMatch(
      /-Native -CommandName article -ScriptBlock \{\n {2}param\(\$wordToComplete, \$commandAst, \$cursorPosition\)\n/,
    );
  });

  test('on any fault there is silence', async () => {
    const cwd = folder();
    const lines = [
      '$ARTICLE complete',
      '$ARTICLE complete zsh -- read --width wide guide ""',
      'mkfifo f.md; $ARTICLE complete zsh -- read f.md ""',
      'head -c 4000 /dev/urandom > r.md; $ARTICLE complete zsh -- read r.md ""',
      'ARTICLE_OPTIONS=--nonsense $ARTICLE complete zsh -- read r.md ""',
      '$ARTICLE complete zsh -- read guide "" > /dev/full',
    ];
    for (const line of lines) {
      const { stdout, stderr } = await shell(`timeout 20 sh -c '${line}'`, { cwd });
      expect([line, stdout.replace(/^[\d.]+\t.*\n/gm, ''), stderr]).toEqual([line, '', '']);
    }
  });
});

const open: Terminal[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const has = (name: string) => spawnSync(name, ['-c', 'true']).status === 0;

const setUp: Readonly<Record<string, string>> = {
  bash: 'bind "set enable-bracketed-paste off"; eval "$(article completion bash)"',
  zsh: 'exec zsh -f -i',
  fish: 'exec fish --private',
};

const inside: Readonly<Record<string, string>> = {
  zsh: 'PS1="$ "; autoload -Uz compinit; compinit -u -D; eval "$(article completion zsh)"; echo re"ad"y',
  fish: 'function fish_prompt; echo "\\$ "; end; article completion fish | source; echo re"ad"y',
};

describe.each(['bash', 'zsh', 'fish'])('%s, on a terminal', (name) => {
  test.skipIf(!hasTmux || !has(name))('completes commands, options, values, sections and files', async () => {
    const cwd = folder();
    const terminal = new Terminal(100, 30, { PATH: `${join(cwd, 'bin')}:${process.env.PATH}` });
    open.push(terminal);
    terminal.run(`cd '${cwd}'; ${setUp[name]}`);
    if (inside[name]) {
      await terminal.until((screen) => /[%#>$]$/.test(screen.trimEnd()), 'a prompt');
      terminal.run(inside[name]);
      await terminal.shows('\nready');
    }
    const completed = async (typed: string, ...shown: readonly string[]) => {
      await terminal.until((screen) => /(?:^|\n)\$$/.test(screen.trimEnd()), 'an empty prompt');
      terminal.press('C-l');
      await terminal.until((screen) => screen.trim() === '$', 'a clear screen');
      terminal.type(typed);
      terminal.press('Tab');
      // bash lists at the second time.
      if (name === 'bash' && shown.length > 1) terminal.press('Tab');
      for (const text of shown) await terminal.shows(text);
      terminal.press('C-c');
    };
    await completed('article sectio', 'article sections');
    await completed('article summary --sente', 'article summary --sentences');
    await completed('article read --format js', 'article read --format json');
    await completed('article read --format=js', 'article read --format=json');
    await completed('article read no', 'article read notes.md');
    await completed('article read notes.md in', 'article read notes.md install');
    await completed('article read notes.md 1', '1.1', 'On: Linux', 'Install');
    await completed('article read "a note.md" us', 'article read "a note.md" use');
    await completed('article read a\\ note.md us', 'article read a\\ note.md use');
    await completed('article read "a no', 'article read "a note.md"');
    await completed('article read a:b.md us', 'article read a:b.md use');
    await completed('article read notes.md "us', 'article read notes.md "use"');
    await completed('true | article sections notes.md us', 'article sections notes.md use');
    await completed('article read a', 'amazon-openai', 'note.md');
  });
});

test.skipIf(!has('zsh'))('zsh and bash find no fault in the scripts', async () => {
  for (const name of ['bash', 'zsh']) {
    const { exitCode, stderr } = await shell(`$ARTICLE completion ${name} | ${name} -n`);
    expect([exitCode, stderr]).toEqual([0, '']);
  }
});
