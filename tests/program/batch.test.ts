import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, emptyFolder, shell } from '../support/program.ts';

const count = 60;
const names = Array.from({ length: count }, (_, index) => `${index}.md`);

/** Creates a folder of many texts, of very different lengths. */
function folder(): string {
  const path = emptyFolder();
  for (const [index, name] of names.entries()) {
    const words = 'Words and more words, and tea. '.repeat(index % 7 === 0 ? 5000 : 3);
    writeFileSync(join(path, name), `# Text ${index}\n\n${words}\n\n## Part\n\n\`\`\`js\ncode(${index})\n\`\`\`\n`);
  }
  writeFileSync(join(path, 'empty.md'), '');
  writeFileSync(join(path, 'two\nlines.md'), '# Two lines\n\nWords.\n');
  return path;
}

// biome-ignore lint/suspicious/noExplicitAny: records of any shape are looked into.
function records(out: string): any[] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe('--batch', () => {
  test.each([1, 3])('gives a record for each source, in order, on %i threads', async (jobs) => {
    const input = names.map((name) => `${name}\n`).join('');
    const { exitCode, stdout, stderr } = await article(['read', '--batch', '--jobs', `${jobs}`], {
      cwd: folder(),
      input,
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(records(stdout).map(({ source, title }) => [source, title])).toEqual(
      names.map((name, index) => [name, `Text ${index}`]),
    );
  });

  test('a record is what --json gives, with its source', async () => {
    const cwd = folder();
    const one = JSON.parse((await article(['read', '1.md', '--json'], { cwd })).stdout);
    const [record] = records((await article(['read', '--batch'], { cwd, input: '1.md' })).stdout);
    expect(record).toEqual({ source: '1.md', ...one });
  });

  test.each([
    [['sections'], 'outline', 'sections'],
    [['summary', '-n', '1'], 'summary', 'sentences'],
    [['search', 'tea'], 'matches', 'matches'],
    [['search', 'tea', '-c'], 'counts', 'counts'],
    [['links'], 'links', 'links'],
    [['code'], 'code', 'blocks'],
    [['code', '--lang', 'py'], 'code', 'blocks'],
    [['tables'], 'tables', 'tables'],
    [['read', 'part'], 'sections', 'sections'],
    [['read', '-s', '1'], 'sections', 'sections'],
  ])('article %j --batch', async (arguments_, kind, key) => {
    const finished = await article([...arguments_, '--batch', '--jobs', '2'], { cwd: folder(), input: '1.md\n2.md\n' });
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
    expect(records(finished.stdout)).toEqual([
      expect.objectContaining({ source: '1.md', kind, [key]: expect.any(Array) }),
      expect.objectContaining({ source: '2.md', kind }),
    ]);
  });

  test.each([1, 2])('a bad one is a record too, and ends with 1, on %i threads', async (jobs) => {
    const { exitCode, stdout, stderr } = await article(['read', 'part', '--batch', '--jobs', `${jobs}`], {
      cwd: folder(),
      input: '1.md\r\n\nempty.md\nguide\n-\n2.md',
    });
    expect([exitCode, stderr]).toEqual([1, 'article: 3 of 5 failed. The reasons are in their records.\n']);
    expect(records(stdout)).toEqual([
      expect.objectContaining({ source: '1.md', kind: 'sections' }),
      { source: 'empty.md', error: '“empty.md” is empty.', hint: 'There is nothing to read in it.' },
      expect.objectContaining({ source: 'guide', error: expect.stringContaining('No section “part”') }),
      { source: '-', error: 'Standard input brings the names of the sources.' },
      expect.objectContaining({ source: '2.md', kind: 'sections' }),
    ]);
  });

  test('a source may name a section, unless a file is called so', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, '3.md#part'), '# Of a strange name\n\nWords.\n');
    const { stdout } = await article(['read', '--batch'], { cwd, input: '2.md#part\n3.md#part\n2.md#no\n' });
    expect(records(stdout)).toEqual([
      expect.objectContaining({ source: '2.md#part', kind: 'sections', title: 'Text 2' }),
      expect.objectContaining({ source: '3.md#part', kind: 'article', title: 'Of a strange name' }),
      expect.objectContaining({ source: '2.md#no', error: expect.stringContaining('No section “#no”') }),
    ]);
  });

  test.each([
    [['read', '--batch', '--plain'], '--batch prints JSON, an object a line. Leave out the other format.'],
    [['read', '--batch', '-f', 'ndjson'], '--batch prints JSON'],
    [['search', 'tea', '--batch', '--max-tokens', '50'], '--batch prints JSON'],
    [['read', '-0'], '-0 is how --batch takes its sources. Add --batch.'],
    [['search', 'tea', '-0'], '-0 is how --batch takes its sources. Add --batch.'],
    [['links', '--jobs', '2'], '--jobs is for --batch. Add --batch.'],
    [['links', '--batch', '--open', '1'], "option '--open <number>' cannot be used with option '--batch'."],
    [['read', '--batch', '--toc'], "option '--toc' cannot be used with option '--batch'."],
    [['read', '--batch', '--search', 'tea'], "option '--search <text>' cannot be used with option '--batch'."],
    [['sections', '--batch', '--lines'], "option '--lines' cannot be used with option '--batch'."],
    [['search', 'tea', '--batch', '-l'], "option '-l, --files-with-matches' cannot be used with option '--batch'."],
    [['tables', '--batch', '--csv'], "option '--csv' cannot be used with option '--batch'."],
  ])('nothing is typed for nothing: article %j', async (arguments_, message) => {
    const { exitCode, stdout, stderr } = await article(arguments_, { cwd: folder(), input: '1.md\n' });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('a format that is set for every run is no reason to stop', async () => {
    const env = { ARTICLE_OPTIONS: '--plain --jobs 2' };
    expect((await article(['read', '--batch'], { cwd: folder(), env, input: '1.md' })).exitCode).toBe(0);
    expect((await article(['read', '--batch', '--json'], { cwd: folder(), input: '1.md' })).exitCode).toBe(0);
  });

  test('-0 takes names that hold line ends', async () => {
    const { exitCode, stdout } = await shell('find . -name "*lines.md" -print0 | $ARTICLE read --batch -0', {
      cwd: folder(),
    });
    expect([exitCode, records(stdout)[0]?.title]).toEqual([0, 'Two lines']);
  });

  test('reads no more than it must: who stops reading ends it', async () => {
    const line = 'set -o pipefail; (yes 1.md || true) | timeout 50 $ARTICLE read --batch --jobs 2 | head -n 3 | wc -l';
    expect(await shell(line, { cwd: folder() })).toMatchObject({ exitCode: 0, stdout: '3\n', stderr: '' });
  });

  test.each([1, 3])('prints as it goes, on %i threads', async (jobs) => {
    // Killing what still holds its input open says that it was there when the record came.
    const line = `mkfifo in; (echo 1.md; exec sleep 60) > in & open=$!
      $ARTICLE read --batch --jobs ${jobs} < in > out & until [ -s out ]; do sleep 0.1; done
      kill $open && cut -c1-16 out; wait`;
    expect((await shell(line, { cwd: folder() })).stdout).toBe('{"source":"1.md"\n');
  });
});
