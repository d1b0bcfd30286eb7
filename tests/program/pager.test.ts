import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, terminal } from '../support/program.ts';

describe('the pager', () => {
  const counting = `sh -c 'echo "[pager]"; cat'`;

  test('long output goes through it, with LESS set', async () => {
    const { stdout } = await terminal('$ARTICLE read', { env: { ARTICLE_PAGER: `sh -c 'echo "[$LESS]"; cat'` } });
    expect(stdout).toMatch(/^\[FRX\]/);
    expect(stdout).toContain('en penser');
  });

  test('LESS that is set stays', async () => {
    const { stdout } = await terminal('$ARTICLE read', { env: { PAGER: `sh -c 'echo "[$LESS]"; cat'`, LESS: '-R' } });
    expect(stdout).toMatch(/^\[-R\]/);
  });

  test.each([
    ['$ARTICLE read lead', { ARTICLE_PAGER: counting }],
    ['$ARTICLE read --no-pager', { ARTICLE_PAGER: counting }],
    ['$ARTICLE read', { ARTICLE_PAGER: '', PAGER: counting }],
    ['$ARTICLE read', { ARTICLE_PAGER: 'cat' }],
    ['$ARTICLE read', { ARTICLE_PAGER: 'no-such-pager-anywhere' }],
    ['$ARTICLE read', { ARTICLE_PAGER: '/dev/null/no-such-folder' }],
    ['$ARTICLE read', { ARTICLE_PAGER: '/' }],
    ['$ARTICLE read --plain', { ARTICLE_PAGER: counting }],
  ])('%s with %j prints straight', async (line, env) => {
    const { exitCode, stdout } = await terminal(line, { env });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('[pager]');
    expect(stdout).toContain('OpenAI');
  });

  test.each(['less', './less', 'less -S'])('%s, if it is BusyBox’s, prints straight', async (pager) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'busybox'), '#!/bin/sh\necho "[busybox]"; cat\n', { mode: 0o755 });
    symlinkSync('busybox', join(cwd, 'less'));
    const { stdout } = await terminal('PATH="$PWD:$PATH" $ARTICLE read', { cwd, env: { PAGER: pager } });
    expect(stdout).not.toContain('[busybox]');
    expect(stdout).toContain('en penser');
  });

  test('it is there without a folder for temporary files', async () => {
    const { stdout } = await terminal('$ARTICLE read', { env: { ARTICLE_PAGER: counting, TMPDIR: '/dev/null' } });
    expect(stdout).toMatch(/^\[pager\]/);
    expect(stdout.match(/en penser/g)).toHaveLength(1);
  });

  test('is started without a shell', async () => {
    const { stdout } = await terminal('$ARTICLE read', { env: { PAGER: 'printf %s; touch owned' } });
    expect(stdout).not.toContain('owned\r\n');
  });

  test.each([
    'false',
    "sh -c 'exit 3'",
    "sh -c 'kill -SEGV $$'",
    "sh -c 'head -1; kill -ABRT $$'",
    "sh -c 'dd bs=1 count=100; exit 1'",
    "sh -c 'dd bs=1 count=100; exec 0<&-; sleep 0.2; exit 1'",
    'sh -c no-such-command-anywhere',
    './less',
  ])('%s, which fails: the text is printed', async (pager) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'less'), '#!/bin/sh\necho "There is no R option" >&2\nexit 1\n', { mode: 0o755 });
    const { stdout } = await terminal('$ARTICLE read; echo "code $?"', { cwd, env: { ARTICLE_PAGER: pager } });
    expect(stdout).toContain('en penser');
    expect(stdout).toContain('code 0');
  });

  test.each([
    'cat',
    'sed -n p',
    "sh -c 'cat; kill -9 $$'",
    "sh -c 'cat; exit 3'",
    // The end of a text that is longer than what a pipe holds is read last.
    "sh -c 'sleep 0.2; cat; exit 1'",
  ])('%s shows the text once', async (pager) => {
    const { stdout } = await terminal('$ARTICLE read', { env: { ARTICLE_PAGER: pager } });
    expect(stdout.match(/en penser/g)).toHaveLength(1);
  });

  test('ending it with Ctrl-C is leaving it early', async () => {
    // The signal is for both, as the key is; the pager ends for it only when there was time to learn of it.
    const pager = `sh -c 'trap : INT; head -1; kill -INT 0; sleep 1; exit 2'`;
    const { stdout } = await terminal('$ARTICLE read; echo "code $?"', { env: { ARTICLE_PAGER: pager } });
    expect(stdout).toContain('code 0');
    expect(stdout).not.toContain('en penser');
  });

  test('leaving it early is success', async () => {
    const { exitCode, stdout } = await terminal('$ARTICLE read; echo "code $?"', { env: { PAGER: 'head -1' } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('code 0');
  });
});

const hasLess = spawnSync('less', ['--version']).status === 0;

describe.runIf(hasLess)('less', () => {
  const escaped = /ESC\[|\^\[\[/;

  test('--search finds what article search finds: case and accents do not count', async () => {
    const { stdout } = await terminal('$ARTICLE read --search equilibriste', { input: 'q' });
    expect(stdout).toContain('\u001b[7méquilibriste\u001b[27m');
  });

  test('--search opens at a hit that the end of a line breaks, by its longest word', async () => {
    const cwd = emptyFolder();
    const filler = 'Some words.\n\n'.repeat(40);
    writeFileSync(join(cwd, 'text.md'), `${filler}${'Broken at forty columns or so is the phrase.'}\n\n${filler}`);
    const line = '$ARTICLE read text.md --width 40 --search "or so is"';
    const { stdout } = await terminal(line, { cwd, input: 'q' });
    expect(stdout).toMatch(/Broken at forty columns .*\u001b\[7m/);
    expect(stdout).not.toContain('not found');
  });

  test('n goes from hit to hit', async () => {
    const cwd = emptyFolder();
    const filler = 'Some words.\n\n'.repeat(40);
    writeFileSync(join(cwd, 'text.md'), `${filler}First tea.\n\n${filler}Second tea.\n\n${filler}`);
    const first = await terminal('$ARTICLE read text.md --search tea', { cwd, input: 'q' });
    expect(first.stdout).toContain('First \u001b[7mtea');
    expect(first.stdout).not.toContain('Second');
    const second = await terminal('$ARTICLE read text.md --search tea', { cwd, input: 'nq' });
    expect(second.stdout).toContain('Second \u001b[7mtea');
  });

  test.each(['-iMFX', '-X', 'i', '', 'FRX', '-r', '-+R', '-x', '-P', '-Pmine', '-Pmine$-X', '-R --use-backslash'])(
    'with LESS=%j no escape sequence is seen as text',
    async (LESS) => {
      const { stdout } = await terminal('$ARTICLE read', { env: { LESS }, input: 'q' });
      expect(stdout).toContain('Amazon, futur banquier');
      expect(stdout).toContain('\u001b[');
      expect(stdout).not.toMatch(escaped);
    },
  );

  test('highlights what one looks for, and keeps it in the history', async () => {
    const cwd = emptyFolder();
    const env = { LESSHISTFILE: join(cwd, 'history') };
    const { stdout } = await terminal('$ARTICLE read', { cwd, env, input: '/valorisation\nq' });
    expect(stdout).toContain('\u001b[7mvalorisation\u001b[27m');
    expect(readFileSync(env.LESSHISTFILE, 'utf8')).toContain('valorisation');
  });

  test('SIGTERM ends it and article with 143, and leaves the terminal as it was', async () => {
    const cwd = emptyFolder();
    const less = spawnSync('sh', ['-c', 'command -v less'], { encoding: 'utf8' }).stdout.trim();
    writeFileSync(join(cwd, 'less'), `#!/bin/sh\ntouch started\nexec ${less} "$@"\n`, { mode: 0o755 });
    const kill = 'for i in $(seq 100); do [ -e started ] && break; sleep 0.1; done; sleep 0.5; kill -TERM $(cat pid)';
    const read = `sh -c 'echo $$ > pid; exec $ARTICLE read'`;
    const line = `PATH="$PWD:$PATH"; stty -a > before; (${kill}) & ${read}; echo "code $?"; stty -a > after`;
    const { stdout } = await terminal(line, { cwd });
    expect(stdout).toContain('code 143');
    expect(readFileSync(join(cwd, 'after'), 'utf8')).toBe(readFileSync(join(cwd, 'before'), 'utf8'));
  });
});
