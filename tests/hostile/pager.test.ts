import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessPattern } from '../../src/terminal/less.ts';
import { isThorough, sample } from '../support/effort.ts';
import { emptyFolder, terminal } from '../support/program.ts';
import { serve } from '../support/server.ts';
import { createTally } from '../support/tally.ts';

const tally = createTally('text that could reach a pager');

/** Counts what fails as well. */
async function attempt(check: () => Promise<void>): Promise<void> {
  tally.attempts += 1;
  try {
    await check();
  } catch (error) {
    tally.failures += 1;
    throw error;
  }
}

/** Titles and patterns that a program could take for its own options and commands. */
const all = [
  'Tea $+!touch owned;#',
  'Meta to spend $oowned 65B on AI',
  'The $1 trillion question: 100 % \\%lt ?e "is" \'it\'',
  '!touch owned',
  '+!touch owned',
  '-oowned',
  '--log-file=owned',
  '$(touch owned) `touch owned` | touch owned; touch owned &',
  '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  '~}|{`_^]\\[@?>=<;:/.-,+*)(\'&%$#"!',
];

// Each is a process on a terminal of its own.
const hostile = sample(all, 4);

/**
 * Creates a folder with an article of this title, longer than a screen, in which `found` is a line of code on a later
 * screen.
 */
function folderWith(
  title: string,
  { name = 'text.md', found = title }: { name?: string; found?: string } = {},
): string {
  const folder = emptyFolder();
  const words = Array.from({ length: 40 }, (_, at) => `Body ${at + 1} has words.`);
  const code = `\`\`\`\`\`\n${found.replace(/\s+/g, ' ')}\n\`\`\`\`\``;
  const body = [...words, code, ...words.map((one) => one.replace('Body', 'More'))].join('\n\n');
  writeFileSync(join(folder, name), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`);
  return folder;
}

/**
 * Returns what a stand-in for a pager was started with by a line of shell: its arguments, its environment and the text.
 */
async function recorded(pager: string, cwd: string, line: string) {
  mkdirSync(join(cwd, 'bin'));
  const script = '#!/bin/sh\nfor one; do printf "%s\\0" "$one"; done > argv\nenv -0 > environment\ncat > input\n';
  writeFileSync(join(cwd, 'bin', pager), script, { mode: 0o755 });
  const env = { PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, ARTICLE_PAGER: pager, HOME: '/nonexistent' };
  const { stdout } = await terminal(line, { cwd, env });
  expect(existsSync(join(cwd, 'argv')), stdout).toBe(true);
  const split = (file: string) => readFileSync(join(cwd, file), 'utf8').split('\0').slice(0, -1);
  return {
    arguments: split('argv'),
    environment: split('environment')
      .map((one) => one.replaceAll(cwd, ''))
      .sort(),
    input: readFileSync(join(cwd, 'input'), 'utf8'),
  };
}

describe.each(['less', 'other'])('nothing of a text is in the arguments or the environment of %s', (pager) => {
  const harmless = recorded(pager, folderWith('Tea'), '$ARTICLE read text.md');
  const isLess = pager === 'less';

  test('titles and names of files', async () => {
    expect((await harmless).arguments).toHaveLength(isLess ? 4 : 0);
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...all.join('')), minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    );
    const check = (title: string) =>
      attempt(async () => {
        const name = title
          .replace(/[/\0\p{Cs}]/gu, '')
          .replace(/^\.+/, '')
          .slice(0, 60);
        const found = await recorded(
          pager,
          folderWith(title, { name: `${name || 'text'}.md` }),
          '$ARTICLE read ./*.md',
        );
        expect({ ...found, input: '' }).toEqual({ ...(await harmless), input: '' });
        expect(found.input).toContain('Body 1 has words.');
      });
    const numRuns = hostile.length + (isThorough ? 30 : 3);
    await fc.assert(fc.asyncProperty(text, check), { numRuns, examples: hostile.map((title) => [title]) });
  });

  test.each(hostile)('a page called %j at an address called so', async (title) => {
    const body = Array.from({ length: 60 }, (_, at) => `<p>Body ${at + 1} has words enough here, and more.</p>`).join(
      '',
    );
    const name = title.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`);
    const address = await serve((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<title>${name}</title><article><h1>${name}</h1>${body}</article>`),
    );
    await attempt(async () => {
      const cwd = emptyFolder();
      // From a file, so that the shell's own environment does not hold it.
      writeFileSync(join(cwd, 'address'), `${address}/${encodeURI(title)}`);
      const found = await recorded(pager, cwd, '$ARTICLE read "$(cat address)"');
      expect({ ...found, input: '' }).toEqual({ ...(await harmless), input: '' });
      expect(found.input).toContain('Body 1 has words');
    });
  });

  test.each([...hostile, 'équilibriste 東京 ☕'])('searching for %j', async (pattern) => {
    await attempt(async () => {
      const cwd = folderWith('Tea', { found: pattern });
      writeFileSync(join(cwd, 'pattern'), pattern);
      const found = await recorded(pager, cwd, '$ARTICLE read text.md --search="$(cat pattern)"');
      const { arguments: fixed, environment } = await harmless;
      expect(found.arguments).toEqual(isLess ? [...fixed, '-p', lessPattern(pattern)] : fixed);
      expect(found.environment).toEqual(environment);
    });
  });
});

const hasLess = spawnSync('less', ['--version']).status === 0;

describe.runIf(hasLess)('a real less', () => {
  test.each(hostile)('shows an article called %j, and nothing else happens', async (title) => {
    await attempt(async () => {
      const cwd = folderWith(title);
      const { exitCode, stdout } = await terminal('$ARTICLE read text.md', { cwd, input: 'q' });
      expect(stdout).toContain('Body 1 has words.');
      expect(stdout).toContain('h help, q quit');
      expect(stdout).not.toMatch(/no .* option|not found|cannot|error/i);
      expect(readdirSync(cwd)).toEqual(['text.md']);
      expect(exitCode).toBe(0);
    });
  });

  test.each([...hostile, 'équilibriste', '東京 ☕'])('--search %j opens at it, highlighted', async (pattern) => {
    await attempt(async () => {
      const cwd = folderWith('Tea', { found: pattern });
      writeFileSync(join(cwd, 'pattern'), pattern);
      const { stdout } = await terminal('$ARTICLE read text.md --search="$(cat pattern)"', { cwd, input: 'q' });
      expect(stdout).toContain(`\u001b[7m${pattern}\u001b[27m`);
      expect(stdout).not.toContain('Body 1 has words.');
      expect(readdirSync(cwd)).toEqual(['pattern', 'text.md']);
    });
  });
});
