import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasTmux, Terminal } from './tmux.ts';

const texts = resolve('tests/reader/texts');
const open: Terminal[] = [];

function terminal(columns = 80, rows = 24, env: Readonly<Record<string, string>> = {}): Terminal {
  const made = new Terminal(columns, rows, env);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** A text of many sections, so that there is somewhere to be. */
const long = Array.from(
  { length: 60 },
  (_, section) =>
    `## Topic ${section + 1}\n\n${`Words of section ${section + 1}, one after the other. `.repeat(12)}\n\n`,
).join('');

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Creates a program that does something as soon as there is a file named `now` in the terminal's home. */
function onceThere(at: Terminal, what: string): string {
  const isThere = `require('node:fs').existsSync(${JSON.stringify(join(at.home, 'now'))})`;
  return `const timer = setInterval(() => { if (${isThere}) { clearInterval(timer); ${what} } }, 50);\n`;
}

describe.skipIf(!hasTmux)('the full screen on a real terminal', () => {
  it('reads, scrolls and leaves, and goes on where it was left', async () => {
    const at = terminal();
    const path = written(at.home, 'long.md', `# Long\n\n${long}`);
    at.run(`$ARTICLE open ${path}`);
    await at.shows('Words of section 1');
    expect(at.modes()).toMatchObject({ alternate: '1', mouse: '0', cursor: '0' });
    at.press('2', '0', 'Enter');
    await at.shows('20  Topic 20');
    at.press('j', 'j', 'j');
    await at.until((screen) => screen.startsWith('  Words of section 20'), 'three lines less');
    const before = at.screen().split('\n')[0];
    at.press('q');
    await at.isUsable();
    at.run(`clear; $ARTICLE open ${path}`);
    const screen = await at.shows('continued at ');
    expect(screen.split('\n')[0]).toBe(before);
    expect(screen).toMatch(/continued at \d+\u00a0%, just now; g starts over/);
    await at.until((now) => !now.includes('continued'), 'the message gone');
    at.press('g');
    await at.shows('Words of section 1');
    at.press('Z', 'Z');
    await at.isUsable();
    at.run(`clear; $ARTICLE open --private ${path} 3`);
    await at.shows('3  Topic 3');
    at.press('q');
    await at.isUsable();
    at.run(`clear; $ARTICLE forget ${path}`);
    await at.shows('1 text forgotten.');
  });

  it('follows the size of the terminal, with the words at the top kept', async () => {
    const at = terminal(120, 30);
    at.run(`$ARTICLE open ${join(texts, 'tea.md')}`);
    await at.shows('1.1 Hardness');
    at.press('1', 'Enter', 'j', 'j', 'j');
    await at.until((screen) => /^[^\n]*Fresh water/.test(screen), 'the water at the top');
    for (const [columns, rows] of [
      [60, 12],
      [30, 40],
      [100, 10],
    ] as const) {
      at.resize(columns, rows);
      await at.until(
        (screen) => /^[^\n]*Fresh water/.test(screen) && /\s%/.test(screen.trimEnd().split('\n').at(-1) ?? ''),
        `the water at ${columns}`,
      );
    }
    at.resize(15, 4);
    await at.shows('too small');
    at.resize(80, 24);
    await at.shows('Fresh water');
    at.press('q');
    await at.isUsable();
  });

  it('takes keys from the terminal where the text came from standard input', async () => {
    const at = terminal();
    at.run(`cat ${join(texts, 'tea.md')} | $ARTICLE open -`);
    await at.shows('On tea');
    at.press('G');
    await at.shows('Pour it.');
    at.press('C-c');
    await at.isUsable();
  });

  it('stops with Ctrl-Z and goes on with fg, as often as one likes', async () => {
    const at = terminal();
    at.run(`$ARTICLE open ${join(texts, 'tea.md')}`);
    await at.shows('On tea');
    at.press('M');
    await at.until(() => at.modes().mouse === '1', 'the mouse');
    for (let turn = 0; turn < 2; turn++) {
      at.press('C-z');
      await at.isUsable();
      at.run('fg');
      await at.until(() => at.modes().alternate === '1' && at.modes().mouse === '1', 'the screen back');
      await at.shows('On tea');
      at.press('j');
    }
    at.press('q');
    await at.isUsable();
  });

  it('is whole again after a stop from outside', async () => {
    const at = terminal();
    at.run(`sh -c 'echo $$ > pid; exec $ARTICLE open ${join(texts, 'tea.md')}'`.replace('> pid', `> ${at.home}/pid`));
    await at.shows('On tea');
    const pid = readFileSync(join(at.home, 'pid'), 'utf8').trim();
    at.resize(90, 20);
    // A SIGSTOP gives nobody a chance to tidy up; the shell takes the terminal back all the same.
    const other = terminal();
    other.run(`kill -STOP ${pid}`);
    await at.until(() => at.command() === 'bash', 'the shell in front');
    at.run('fg');
    await at.until(() => at.command() !== 'bash', 'the reader in front');
    at.press('G');
    await at.shows('Pour it.');
    at.press('q');
    await at.isUsable();
  });

  it.each(['TERM', 'HUP', 'INT'])('gives the terminal back at SIG%s, and keeps the place', async (signal) => {
    const at = terminal();
    const path = written(at.home, 'long.md', `# Long\n\n${long}`);
    at.run(`sh -c 'echo $$ > ${at.home}/pid; exec $ARTICLE open ${path}'`);
    await at.shows('Words of section 1');
    at.press('M', '3', '0', 'Enter');
    await at.shows('30  Topic 30');
    at.resize(81, 24);
    const other = terminal();
    other.run(`kill -${signal} $(cat ${at.home}/pid)`);
    await at.until(() => at.command() === 'bash', 'the shell in front');
    at.run('echo ended $?');
    await at.shows(`ended ${{ TERM: 143, HUP: 129, INT: 130 }[signal]}`);
    await at.isUsable();
    at.run(`clear; $ARTICLE open ${path}`);
    await at.shows('30  Topic 30');
    at.press('q');
    await at.isUsable();
  });

  it('gives the terminal back when something fails inside, and says what', async () => {
    const at = terminal();
    // What a bug would do, done from outside: it throws where nobody catches, at a moment when a frame is shown.
    const bug = written(at.home, 'bug.cjs', onceThere(at, "throw new Error('a bug');"));
    at.run(`NODE_OPTIONS='--require ${bug}' $ARTICLE open ${join(texts, 'tea.md')}; echo ended $?`);
    await at.shows('On tea');
    written(at.home, 'now', '');
    await at.shows('ended 1');
    expect(at.screen()).toContain('a bug');
    await at.isUsable();
  });

  it('says what failed in it, in one line, and keeps the place', async () => {
    const at = terminal();
    const path = written(at.home, 'long.md', `# Long\n\n${long}`);
    // What no terminal sends: the reader's own code fails on it.
    const bug = written(at.home, 'bug.cjs', onceThere(at, "process.stdin.emit('data', {});"));
    at.run(`NODE_OPTIONS='--require ${bug}' $ARTICLE open ${path}; echo ended $?`);
    await at.shows('? shows the keys, q leaves');
    at.press('1', '2', 'Enter');
    await at.shows('12  Topic 12');
    written(at.home, 'now', '');
    await at.shows('ended 1');
    expect(at.screen()).toMatch(/article: Something went wrong inside: [^\n]+/);
    await at.isUsable();
    at.run(`clear; $ARTICLE open ${path}`);
    await at.shows('12  Topic 12');
    at.press('q');
    await at.isUsable();
  });

  it('reads a file anew as it changes, and keeps the place', async () => {
    const at = terminal();
    const path = written(at.home, 'long.md', `# Long\n\n${long}`);
    at.run(`$ARTICLE open ${path}`);
    await at.shows('Words of section 1');
    at.press('2', '0', 'Enter');
    await at.shows('20  Topic 20');
    writeFileSync(
      path,
      `# Long\n\nA new beginning.\n\n${long.replace('Words of section 20,', 'NEW words of section 20,')}`,
    );
    const screen = await at.shows('NEW words of section 20');
    expect(screen.split('\n')[0]).toContain('20  Topic 20');
    expect(screen).toContain('▎');
    at.press('q');
    await at.isUsable();
  });

  it('opens the editor at the line, and reads what it has done', async () => {
    const at = terminal(80, 24, { EDITOR: 'vi' });
    mkdirSync(join(at.home, 'bin'));
    const editor = written(at.home, 'bin/vi', '#!/bin/sh\necho "$@" > "$HOME/asked"\nsed -i s/Words/WORDS/ "$2"\n');
    at.run(`chmod +x ${editor}; export PATH=$HOME/bin:$PATH`);
    const path = written(at.home, 'long.md', `---\nauthor: A. Reader\n---\n# Long\n\n${long}`);
    at.run(`$ARTICLE open ${path} 2`);
    await at.shows('2  Topic 2');
    at.press('e');
    await at.shows('WORDS of section 2');
    expect(readFileSync(join(at.home, 'asked'), 'utf8')).toBe(`+10 ${path}\n`);
    expect(readFileSync(path, 'utf8').split('\n')[9]).toBe('## Topic 2');
    at.press('q');
    await at.isUsable();
  });

  it('copies by way of the terminal, and says so', async () => {
    const at = terminal();
    at.run(`$ARTICLE open ${join(texts, 'tea.md')} 2`);
    await at.shows('2  Leaves');
    at.press('y');
    await at.shows('copied: “Leaves”');
    expect(at.clipboard()).toContain('- one spoon for each cup\n');
    at.press('q');
    await at.isUsable();
  });

  it('lists what was read last', async () => {
    const at = terminal();
    at.run(`$ARTICLE open ${join(texts, 'tea.md')} 2`);
    await at.shows('2  Leaves');
    at.press('q');
    await at.isUsable();
    at.run('clear; $ARTICLE open');
    const screen = await at.shows('On tea');
    expect(screen).toMatch(/On tea +\d+\u00a0% · just now/);
    expect(screen).toContain('guide');
    at.press('Enter');
    await at.shows('2  Leaves');
    at.press('q');
    await at.isUsable();
    at.run('clear; $ARTICLE open');
    await at.shows('On tea');
    at.press('Escape');
    await at.isUsable();
  });

  it('clicks with the mouse, once it is captured', async () => {
    const at = terminal(110, 24);
    at.run(`$ARTICLE open ${join(texts, 'tea.md')}`);
    await at.shows('1.1 Hardness');
    at.press('M');
    await at.until(() => at.modes().mouse === '1', 'the mouse');
    at.type('\u001b[<0;4;4M\u001b[<0;4;4m');
    await at.until((screen) => /^ [^\n]*2 {2}Leaves/.test(screen), 'Leaves at the top');
    at.press('M');
    await at.until(() => at.modes().mouse === '0', 'no mouse');
    at.press('q');
    await at.isUsable();
  });

  it('is the pager of read where it is requested, and where there is no less', async () => {
    const at = terminal();
    const path = written(at.home, 'long.md', `# Long\n\n${long}`);
    at.run(`ARTICLE_PAGER=builtin $ARTICLE read ${path}`);
    await at.until(() => at.modes().alternate === '1', 'the full screen');
    await at.shows('Words of section 1');
    at.press('q');
    await at.isUsable();
    at.run(`clear; PATH=/nowhere $ARTICLE read ${path}`);
    await at.until(() => at.modes().alternate === '1', 'the full screen');
    at.press('3', '0', 'Enter');
    await at.shows('30  Topic 30');
    at.press('q');
    await at.isUsable();
    at.run(`clear; $ARTICLE read --continue --plain --no-pager ${path} | head -n 3`);
    await at.until((screen) => screen.startsWith('Topic 30'), 'section 30 and what follows');
    at.run(`clear; $ARTICLE read --full ${path}`);
    await at.shows('continued at');
    at.press('q');
    await at.isUsable();
    // A text that fits is printed.
    at.run(`clear; PATH=/nowhere ARTICLE_PAGER=builtin $ARTICLE read ${join(texts, 'coffee.md')}`);
    await at.shows('Dark or light.');
    expect(at.modes().alternate).toBe('0');
  });

  it.each([
    ['--accessible', {}, 'an accessible page is linear'],
    ['', { TERM: 'dumb' }, 'TERM is dumb'],
  ])('prints instead with %s %o, and says why', async (flag, env, reason) => {
    const at = terminal(80, 40, env);
    at.run(`$ARTICLE open ${flag} --no-pager ${join(texts, 'coffee.md')}`);
    await at.shows(`article: no full screen, for ${reason}: printed instead.`);
    await at.shows('Dark or light.');
  });
});
