import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { browserCommands, openBrowser } from '../../src/terminal/programs.ts';
import { emptyFolder } from '../support/program.ts';

const address = 'https://a.example/%s?b=%25c&c=$(d);%c';

describe('browserCommands', () => {
  test.each([
    ['firefox', [['firefox', address]]],
    ['lynx %s', [['lynx', address]]],
    ["lynx -accept_all_cookies '%s' -x", [['lynx', '-accept_all_cookies', address, '-x']]],
    ['open --url=%s', [['open', `--url=${address}`]]],
    ['a --port %c80 %%s 100%%', [['a', '--port', ':80', '%s', '100%', address]]],
    [
      'first %s::second -n',
      [
        ['first', address],
        ['second', '-n', address],
      ],
    ],
    ['%s', [['%s', address]]],
    [':', []],
  ])('of %j', (BROWSER, commands) => {
    expect(browserCommands(address, { BROWSER })).toEqual(commands);
  });

  test('without BROWSER it is the system’s own', () => {
    expect(browserCommands(address, {})).toEqual([[expect.stringMatching(/^(?:xdg-open|open|explorer)$/), address]]);
    expect(browserCommands(address, { BROWSER: '' })).toHaveLength(1);
  });
});

describe('openBrowser', () => {
  test('starts the first that there is, without a shell', async () => {
    const folder = emptyFolder();
    const browser = join(folder, 'browser');
    writeFileSync(
      browser,
      `#!/bin/sh\nprintf "%s|" "$@" > ${folder}/called.new; mv ${folder}/called.new ${folder}/called\n`,
      {
        mode: 0o755,
      },
    );
    const BROWSER = `/nowhere/browser %s:${browser} -a %s -b`;
    expect(await openBrowser(address, { ...process.env, BROWSER })).toBe(true);
    await vi.waitUntil(() => existsSync(join(folder, 'called')), { timeout: 20_000 });
    expect(readFileSync(join(folder, 'called'), 'utf8')).toBe(`-a|${address}|-b|`);
  });

  test('waits for a text browser, which has the terminal meanwhile', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'lynx'), `#!/bin/sh\nprintf "%s" "$1" > ${folder}/called\n`, { mode: 0o755 });
    const steps: string[] = [];
    const BROWSER = `/nowhere/w3m:${folder}/lynx`;
    const isOpen = await openBrowser(address, { ...process.env, BROWSER }, async (run) => {
      steps.push('lent');
      await run();
      steps.push(readFileSync(join(folder, 'called'), 'utf8'));
    });
    expect(isOpen).toBe(true);
    expect(steps).toEqual(['lent', 'lent', address]);
  });

  test('says so where there is none', async () => {
    expect(await openBrowser(address, { BROWSER: '/nowhere/a:/nowhere/b %s' })).toBe(false);
  });
});
