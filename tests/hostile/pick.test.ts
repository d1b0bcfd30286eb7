import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, terminal } from '../support/program.ts';
import { createTally } from '../support/tally.ts';

const tally = createTally('sources that could reach fzf');

/** A stand-in for fzf: it says what it was started with, runs the preview as fzf does, and chooses the last section. */
const fzf = `#!/bin/sh
for one; do printf "%s\\0" "$one"; case $one in --preview=*) preview=\${one#--preview=};; esac; done > argv
env -0 > environment
cat > lines
FZF_PREVIEW_COLUMNS=40 sh -c "$(printf %s "$preview" | sed "s/{1}/'1.1'/")" > shown
tail -n 1 lines
`;

/** Returns what fzf was started with for a file, what it was given and what the preview showed. */
async function picked(name: string, line: string) {
  const cwd = emptyFolder();
  const temporary = emptyFolder();
  mkdirSync(join(cwd, 'bin'));
  writeFileSync(join(cwd, 'bin/fzf'), fzf, { mode: 0o755 });
  writeFileSync(
    join(cwd, name),
    `## Tea for ${name.replaceAll('`', '')}\n\nWords.\n\n### Below\n\nWhat is below.\n\n## Tea\n\nGreen.\n`,
  );
  writeFileSync(join(cwd, 'name'), name);
  const env = { PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, TMPDIR: temporary, HOME: '/nonexistent' };
  const { stdout } = await terminal(line, { cwd, env });
  const fixed = (file: string) =>
    readFileSync(join(cwd, file), 'utf8')
      .replaceAll(cwd, '')
      .replaceAll(temporary, '')
      .replace(/article-\w{6}/g, '');
  return {
    stdout,
    argv: fixed('argv'),
    environment: fixed('environment')
      .split('\0')
      // It has the number of nested shells.
      .filter((one) => !one.startsWith('SHLVL='))
      .sort(),
    lines: readFileSync(join(cwd, 'lines'), 'utf8'),
    shown: readFileSync(join(cwd, 'shown'), 'utf8'),
    left: readdirSync(temporary),
  };
}

const harmless = picked('tea.md', '$ARTICLE pick "$(cat name)" --plain');

test.each([
  ['$(touch owned);`touch owned`.md', '$ARTICLE pick "./$(cat name)" --plain'],
  ['--preview=touch owned.md', '$ARTICLE pick "./$(cat name)" --plain'],
  ['"\' {1} {+f} $ARTICLE_NODE.md', '$ARTICLE pick "./$(cat name)" --plain'],
  ['piped.md', 'cat "$(cat name)" | $ARTICLE pick - --plain'],
])('nothing of %j is in the arguments or the environment of fzf', async (name, line) => {
  tally.attempts += 1;
  tally.failures += 1;
  const { argv, environment, shown, lines, left, stdout } = await picked(name, line);
  expect({ argv, environment }).toEqual({ argv: (await harmless).argv, environment: (await harmless).environment });
  expect(lines).toContain(`1\t1  Tea for ${name.replaceAll('`', '')}`);
  expect(shown).toContain('What is below.');
  expect(shown).not.toContain('Green.');
  expect(stdout).toContain('Green.');
  // Nothing has run, and nothing is left.
  expect(left).toEqual([]);
  tally.failures -= 1;
});
