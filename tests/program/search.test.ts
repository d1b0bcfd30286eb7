import { describe, expect, test } from 'vitest';
import { article, shell } from '../support/program.ts';

describe('article search', () => {
  test('prints a hit a line: section number, id, sentence', async () => {
    const { exitCode, stdout } = await article(['search', 'milliards']);
    expect(exitCode).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([number]) => number)).toEqual(['0', '3', '4']);
    expect(rows.every((row) => row.length === 3 && row[2]?.includes('milliards'))).toBe(true);
  });

  test('on a terminal the lead has a name, and the places are counted', async () => {
    const { stdout } = await article(['search', 'milliards', '--format', 'rich']);
    expect(stdout).toMatch(/^ {2}lead\n\n {5}\S/);
    expect(stdout).toMatch(/\n\n {2}\d+ endroits dans 3 sections\n$/);
    expect((await article(['search', 'equilibriste', '--format', 'rich'])).stdout).not.toContain('endroits');
  });

  test('ends with 1 when nothing is found, as grep does', async () => {
    const finished = await article(['search', 'zebra']);
    expect(finished).toMatchObject({ exitCode: 1, stdout: '' });
    expect(finished.stderr).toBe('article: “zebra” is not found. Try fewer words.\n');
  });

  test.each([
    [['search', 'amazon', '-c'], /^0\tlead\t\d+\t\n1\t/],
    [['search', 'sam altman', '-w', '-s', '4'], /^4\t.*Sam Altman/],
    [['search', 'zebra', '-p', 'altman'], /Altman/],
    [['search', '-e', 'milli(ards|ons)'], /milliards/],
    [['search', 'altman', '-C', '1', '--plain'], /\. .*Altman.*\. .*\.\n/],
    [['search', 'equilibriste'], /^3\tamazon-en-équilibriste\tAmazon en équilibriste\n/],
  ])('%j', async (arguments_, expected) => {
    const { exitCode, stdout } = await article(arguments_);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(expected);
  });

  test.each([
    [['search', 'equilibriste', '--exact'], 1],
    [['search', 'AMAZON', '--case'], 1],
    [['search', 'milliard', '-w'], 1],
    [['search', '-e', '('], 2],
    [['search', ''], 2],
    [['search', 'amazon', '-C', 'many'], 2],
  ])('%j ends with %i', async (arguments_, exitCode) => {
    expect(await article(arguments_)).toMatchObject({ exitCode, stdout: '' });
  });

  test('a hostile pattern cannot hang it', async () => {
    const { exitCode } = await article(['search', '-e', '(a+)+c$', '-'], { input: `${'a'.repeat(50_000)}!\n` });
    expect(exitCode).toBe(1);
  });

  test('a hit leads back into the article', async () => {
    const { stdout } = await shell('$ARTICLE search "record" | head -1 | cut -f1 | xargs $ARTICLE read');
    expect(stdout).toMatch(/^OpenAI vers une valorisation record\n/);
  });
});

describe('article summary', () => {
  test.each([
    [['summary', '--each', '--json'], 6],
    [['summary', '-n', '1', '--json'], 1],
  ])('%j has %i sentences', async (arguments_, count) => {
    const { stdout } = await article(arguments_);
    expect(JSON.parse(stdout).sentences).toHaveLength(count);
  });

  test('--words and --percent bound it', async () => {
    const words = async (...options: string[]) =>
      (await article(['summary', 'guide', ...options])).stdout.trim().split(/\s+/).length;
    expect(await words('--words', '30')).toBeLessThanOrEqual(30);
    expect(await words('--percent', '5')).toBeLessThan(await words('--percent', '20'));
  });

  test('its sentences are in the article', async () => {
    const [summary, text] = await Promise.all([article(['summary', '-n', '3', '--json']), article(['read'])]);
    for (const { text: sentence } of JSON.parse(summary.stdout).sentences) expect(text.stdout).toContain(sentence);
  });
});

describe('the list of sections in front', () => {
  test('--toc', async () => {
    const { stdout } = await article(['read', '--toc']);
    expect(stdout.split('\n\n')[1]).toMatch(/^1 Un investissement.*\n2 .*\n3 .*\n4 .*\n5 Qu’en penser/);
    expect(await article(['read', '2', '--toc'])).toMatchObject({ exitCode: 2 });
  });
});
