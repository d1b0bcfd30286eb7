import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, fences, readDocument, servePages, shownCommands } from './commands.ts';

const guide = readDocument('articles/guide.md');

const teaPage = `<!doctype html><html lang="en"><head><title>Tea</title></head><body><nav>Home</nav><article><h1>Tea</h1>
<h2>Water</h2><p>Bring it to the boil, and wait for a minute before you pour it. Water that has boiled twice tastes of little.</p>
<h2>Leaves</h2><p>One spoon for each cup, and one for the pot. Black leaves want four minutes, and green ones not even two.</p>
</article></body></html>`;

describe('the guide', () => {
  const { run } = emptyFolder();
  let web = { address: '', close: () => {} };
  beforeAll(async () => {
    web = await servePages({ '/tea.html': teaPage });
  });
  afterAll(() => web.close());

  test.each(shownCommands(guide))('shows “$line”, and it runs', ({ line, exitCode }) => {
    const finished = run(line.replaceAll('https://example.org', web.address));
    expect(finished).toMatchObject({ exitCode });
    const isQuiet = /(?:>|-o) \S+$|^article (?:save|remove) /.test(line);
    if (exitCode !== 0 || /^article (?:save|remove) /.test(line)) expect(finished.stderr).toMatch(/^[^\n]+\n/);
    else expect(finished.stderr).toBe('');
    if (exitCode === 0 && !isQuiet) expect(finished.stdout).not.toBe('');
  });

  test('shows no command that is not run', () => {
    const run = new Set(shownCommands(guide).map(({ line }) => line));
    // What needs a whole terminal is run by the tests of the full screen.
    const unrun = fences(guide)
      .filter(({ words }) => !words.includes('by-hand'))
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /^(?:\$ )?article /.test(line) && !run.has(line));
    expect(unrun).toEqual([]);
    expect(run.size).toBeGreaterThan(30);
  });

  test('shows JSON as it is printed', () => {
    const [shown] = fences(guide).filter(({ language }) => language === 'json');
    expect(run(`printf '# Tea\\n\\nBoil it.\\n' | article sections - --json`).stdout).toBe(shown?.text);
  });

  test('uses the library as it is', () => {
    const [program] = fences(guide).filter(({ text }) => text.includes("from 'article-reader'"));
    const code = `${program?.text}\nprocess.stdout.write(text);`;
    const finished = run(`cat > library.mjs <<'END'\n${code}\nEND\nnode library.mjs`);
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
    expect(finished.stdout).toContain('Boil it.');
  });

  test('shows no code that is wider than its page', () => {
    const lines = fences(guide).flatMap(({ text }) => text.split('\n'));
    expect(lines.filter((line) => line.length > 76)).toEqual([]);
  });

  test('is 900 to 2500 words of prose', () => {
    const body = guide.replace(/^---\n.*?\n---\n/s, '').replaceAll(/^( *)```[\s\S]*?^\1```$|^\|.*$/gm, '');
    const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(body)].filter(
      (part) => part.isWordLike,
    );
    expect(words.length).toBeGreaterThanOrEqual(900);
    expect(words.length).toBeLessThanOrEqual(2500);
  });
});
