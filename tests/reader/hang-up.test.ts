import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasTmux, Terminal } from './tmux.ts';

// A window that is closed takes its terminal with it: what was in it ends as by a SIGHUP, with nobody left to tell.

const open: Terminal[] = [];

function terminal(env: Readonly<Record<string, string>> = {}): Terminal {
  const made = new Terminal(80, 24, env);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const long = `# Long\n\n${Array.from({ length: 40 }, (_, at) => `## Topic ${at + 1}\n\n${'Some words. '.repeat(60)}\n\n`).join('')}`;

/** Waits until a file has a line, and gives it. */
async function lineOf(path: string): Promise<string> {
  const end = Date.now() + 20_000;
  while (!existsSync(path) || !readFileSync(path, 'utf8').includes('\n')) {
    if (Date.now() > end) throw new Error(`${path} has never had a line.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return readFileSync(path, 'utf8').trim();
}

/** Types a line of shell that outlives its terminal, to note how its program ends and what that says. */
function runPastTheEnd(at: Terminal, line: string): void {
  at.run(`trap : HUP; ${line} 2> $HOME/errors; echo $? > $HOME/status`);
}

/** Closes the terminal, and gives what was noted then. */
async function noted(at: Terminal): Promise<{ readonly exitCode: string; readonly errors: string }> {
  at.close();
  const exitCode = await lineOf(join(at.home, 'status'));
  return { exitCode, errors: readFileSync(join(at.home, 'errors'), 'utf8') };
}

/** How a program ends by SIGHUP: a shell adds 128 to its number. */
const quietly = { exitCode: '129', errors: '' };

describe.skipIf(!hasTmux)('when the terminal is closed, the full screen', () => {
  it.each([
    ['a file', (path: string) => `$ARTICLE open ${path}`],
    ['standard input', (path: string) => `cat ${path} | $ARTICLE open -`],
  ])('ends quietly, on %s, and keeps the place', async (_, line) => {
    const at = terminal();
    const path = join(at.home, 'long.md');
    writeFileSync(path, long);
    runPastTheEnd(at, line(path));
    await at.shows('40 sections');
    at.press('2', '0', 'Enter');
    await at.shows('20  Topic 20');
    expect(await noted(at)).toEqual(quietly);
    const later = terminal({ HOME: at.home });
    later.run(line(path));
    await later.shows('20  Topic 20');
  });

  it('ends quietly on the list of what was read', async () => {
    const at = terminal();
    runPastTheEnd(at, '$ARTICLE open');
    await at.shows('on the shelf');
    expect(await noted(at)).toEqual(quietly);
  });

  it('ends quietly while an editor has the terminal', async () => {
    const at = terminal({ EDITOR: '/bin/sh -c "echo edited; cat 2> /dev/null"' });
    const path = join(at.home, 'long.md');
    writeFileSync(path, long);
    runPastTheEnd(at, `$ARTICLE open ${path}`);
    await at.shows('40 sections');
    at.press('e');
    await at.shows('edited');
    expect(await noted(at)).toEqual(quietly);
  });
});
