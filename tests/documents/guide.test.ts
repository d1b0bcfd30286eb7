import { describe, expect, test } from 'vitest';
import { emptyFolder, fences, readDocument, shownCommands } from './commands.ts';

const guide = readDocument('articles/guide.md');

describe('the guide', () => {
  const { run } = emptyFolder();

  test.each(shownCommands(guide))('shows “$line”, and it runs', ({ line, exitCode }) => {
    const finished = run(line);
    expect(finished).toMatchObject({ exitCode });
    if (exitCode === 0) expect(finished.stderr).toBe('');
    else expect(finished.stderr).not.toBe('');
    if (exitCode === 0 && !/> \S+$/.test(line)) expect(finished.stdout).not.toBe('');
  });

  test('shows no command that is not run', () => {
    const run = new Set(shownCommands(guide).map(({ line }) => line));
    const unrun = fences(guide)
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /^(?:\$ )?article /.test(line) && !run.has(line));
    expect(unrun).toEqual([]);
    expect(run.size).toBeGreaterThan(30);
  });

  test.each(fences(guide).filter(({ language }) => language === 'json'))('shows JSON on line $line', ({ text }) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test('uses the library as it is', () => {
    const [program] = fences(guide).filter(({ text }) => text.includes("from 'article-reader'"));
    const code = `${program?.text}\nif (!water.source.includes('boil')) throw new Error('another section');`;
    const finished = run(`cat > library.mjs <<'END'\n${code}\nEND\nnode library.mjs`);
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('is 900 to 1500 words of prose', () => {
    const body = guide.replace(/^---\n.*?\n---\n/s, '').replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
    const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(body)].filter(
      (part) => part.isWordLike,
    );
    expect(words.length).toBeGreaterThanOrEqual(900);
    expect(words.length).toBeLessThanOrEqual(1500);
  });
});
