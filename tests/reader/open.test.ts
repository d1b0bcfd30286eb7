import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, emptyFolder } from '../support/program.ts';
import { hasTmux, Terminal } from './tmux.ts';

const tea = resolve('tests/reader/texts/tea.md');

describe('article open', () => {
  it('prints what read prints where there is no terminal, and says so in one line', async () => {
    for (const rest of [[tea], [tea, '2'], []]) {
      const [opened, read] = await Promise.all([article(['open', ...rest]), article(['read', ...rest])]);
      expect(opened.stdout).toBe(read.stdout);
      expect([opened.exitCode, opened.stderr]).toEqual([
        0,
        'article: no full screen, for there is no terminal: printed instead.\n',
      ]);
    }
    const piped = await article(['open', '-'], { input: '# From a pipe\n' });
    expect(piped.stdout).toContain('From a pipe');
  });

  it('says what is wrong as read does', async () => {
    const [missing, section] = await Promise.all([article(['open', './missing.md']), article(['open', tea, '9'])]);
    expect([missing.exitCode, missing.stdout, section.exitCode, section.stdout]).toEqual([1, '', 1, '']);
    expect(missing.stderr).toContain('does not exist');
    expect(section.stderr).toContain('No section “9”');
  });
});

describe('article forget', () => {
  it('reports what it has forgotten', async () => {
    const HOME = emptyFolder();
    const folder = join(HOME, '.local/state/article/places');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [index, title] of ['On tea', 'On coffee', 'Wide'].entries()) {
      const place = { section: 'lead', offset: 1, words: 'a', fraction: 0.1 };
      const kept = {
        key: `/texts/${index}.md\n${title}`,
        source: `/texts/${index}.md`,
        title,
        place,
        marks: {},
        time: index,
      };
      writeFileSync(join(folder, `${String(index).repeat(32)}.json`), JSON.stringify(kept));
    }
    const forget = async (...rest: string[]) => {
      const { exitCode, stderr } = await article(['forget', ...rest], { env: { HOME } });
      return [exitCode, stderr];
    };
    expect(await forget('/texts/2.md')).toEqual([0, '1 text forgotten.\n']);
    expect(await forget('/texts/2.md')).toEqual([
      1,
      'article: Nothing is kept of “/texts/2.md”. See what is: article open\n',
    ]);
    expect(await forget('coffee')).toEqual([0, '1 text forgotten.\n']);
    expect(await forget()).toEqual([0, '1 text forgotten.\n']);
    expect(await forget()).toEqual([0, '0 texts forgotten.\n']);
  });
});

describe.skipIf(!hasTmux)('a text of ten megabytes', () => {
  it('is shown before it is parsed, and is whole soon after', async () => {
    const at = new Terminal(100, 24);
    try {
      const path = join(at.home, 'long.md');
      const part = (index: number) =>
        `## Topic ${index}\n\n${'Some words, *emphasis* and `code`. '.repeat(140)}\n\n- an item\n- another\n\n`;
      writeFileSync(path, `# Long\n\n${Array.from({ length: 2_000 }, (_, index) => part(index + 1)).join('')}`);
      at.run(`$ARTICLE open ${path}`);
      // What is reported once the whole text is there is not there at first.
      expect(await at.shows('1 Topic 1')).not.toContain('2000 sections');
      await at.until((screen) => screen.includes('2000 sections'), 'the whole text', 60_000);
      at.press('G');
      await at.shows('2000 Topic 2000');
      at.press('q');
      await at.isUsable();
    } finally {
      at.close();
    }
  });
});
