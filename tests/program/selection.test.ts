import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, emptyFolder, shell } from '../support/program.ts';

const book = `---
title: Book
---

Before all.

## 1. The sea

The sea is wide.

### Install

How to install.

#### Linux

How on Linux.

## § 4 Fees

What it costs.

## Chapter 12

The twelfth.
`;

const cwd = emptyFolder();
writeFileSync(join(cwd, 'book.md'), book);

describe('read', () => {
  test.each([
    [['Install > Linux'], 'Linux\n\nHow on Linux.\n'],
    [['1.'], '1. The sea\n\nThe sea is wide.\n\nInstall\n\nHow to install.\n\nLinux\n\nHow on Linux.\n'],
    [['§ 4'], '§ 4 Fees\n\nWhat it costs.\n'],
    [['1', '--depth', '0'], '1. The sea\n\nThe sea is wide.\n'],
    [['1', '--depth', '1', '--no-heading'], 'The sea is wide.\n\nInstall\n\nHow to install.\n'],
    [['!1', '!lead'], '§ 4 Fees\n\nWhat it costs.\n\nChapter 12\n\nThe twelfth.\n'],
    [['1', '--except', '1.1.1'], '1. The sea\n\nThe sea is wide.\n\nInstall\n\nHow to install.\n'],
    [['2,3'], '§ 4 Fees\n\nWhat it costs.\n\nChapter 12\n\nThe twelfth.\n'],
    [['--at-line', '18'], 'Linux\n\nHow on Linux.\n'],
    [['@21'], '§ 4 Fees\n\nWhat it costs.\n'],
    [['next:1'], '§ 4 Fees\n\nWhat it costs.\n'],
    [['parent:1.1.1', '--depth', '0'], 'Install\n\nHow to install.\n'],
    [['/^linux$/'], 'Linux\n\nHow on Linux.\n'],
  ])('book.md %j', async (arguments_, expected) => {
    const { exitCode, stdout, stderr } = await article(['read', 'book.md', ...arguments_, '--plain'], { cwd });
    expect({ exitCode, stderr, stdout }).toEqual({ exitCode: 0, stderr: '', stdout: expected });
  });

  test('an expression is no path where there is no such folder', async () => {
    const [expression, without] = await Promise.all([
      article(['read', '/^qu.en penser/'], { cwd }),
      shell('cat book.md | $ARTICLE "/^linux$/"', { cwd }),
    ]);
    expect(expression.stdout).toMatch(/^Qu’en penser/);
    expect(without).toMatchObject({ exitCode: 0, stderr: '', stdout: 'Linux\n\nHow on Linux.\n' });
    const { exitCode, stderr } = await article(['read', '/nowhere at all/'], { cwd });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Nor is there a folder of that name.')]);
  });

  test('what names nothing is said', async () => {
    const { exitCode, stderr } = await article(['read', 'book.md', 'Install > Plan 9'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('No section “Plan 9” in “Install”');
  });
});

describe('sections', () => {
  const rows = async (...arguments_: string[]) =>
    (await article(['sections', 'book.md', ...arguments_], { cwd })).stdout.trimEnd().split('\n');

  test('a part of the list', async () => {
    expect(await rows('1')).toEqual([
      '1\t1-the-sea\t2\t15\t1. The sea',
      '1.1\tinstall\t3\t8\tInstall',
      '1.1.1\tlinux\t4\t4\tLinux',
    ]);
    expect((await rows('--level', '1')).map((row) => row.split('\t')[0])).toEqual(['1', '2', '3']);
    expect((await rows('--except', '1')).map((row) => row.split('\t')[0])).toEqual(['2', '3']);
    // A list that is cut short still says how long each section is.
    const all = (await rows()).filter((row) => /^\d\t/.test(row));
    expect(await rows('--level', '1')).toEqual(all);
    expect(await rows('--depth', '0')).toEqual(all);
    const json = async (...more: string[]) =>
      JSON.parse((await article(['sections', 'book.md', '--json', ...more], { cwd })).stdout);
    const [whole, cut] = [await json(), await json('--level', '1')];
    expect([cut.words, cut.sections[0].words]).toEqual([whole.words, whole.sections[0].words]);
    expect(cut.sections[0].sections).toEqual([]);
  });

  test('--lines has the lines as the last columns, and on a terminal', async () => {
    const { stdout } = await article(['sections', 'book.md', '--lines'], { cwd });
    expect(stdout.split('\n')[0]).toBe('1\t1-the-sea\t2\t15\t1. The sea\t7\t18');
    const lines = book.split('\n');
    for (const row of stdout.trimEnd().split('\n')) {
      const [title = '', first, last] = row.split('\t').slice(-3);
      expect(lines[Number(first) - 1]).toContain(title);
      expect(Number(last)).toBeGreaterThanOrEqual(Number(first));
    }
    const rich = ['sections', 'book.md', '--lines', '--format', 'rich'];
    expect((await article(rich, { cwd })).stdout).toMatch(/Linux +15-18\n/);
    expect((await article([...rich, '--accessible'], { cwd })).stdout).toContain('Linux, lines 15-18\n');
  });

  test('the lines are those of the file', async () => {
    interface Entry {
      readonly level: number;
      readonly title: string;
      readonly line: number;
      readonly sections: readonly Entry[];
    }
    const { stdout } = await article(['sections', 'book.md', '--json'], { cwd });
    const lines = book.split('\n');
    const check = ({ level, title, line, sections }: Entry): void => {
      expect(lines[line - 1]).toBe(`${'#'.repeat(level)} ${title}`);
      sections.forEach(check);
    };
    (JSON.parse(stdout) as { sections: Entry[] }).sections.forEach(check);
  });

  test('a title that brings its number is not numbered twice', async () => {
    const { stdout } = await article(['sections', 'book.md', '-f', 'rich', '--color', 'never'], { cwd });
    expect(stdout).toMatch(/^\s+1\. The sea$/m);
    expect(stdout).toMatch(/^\s+3 {2}Chapter 12$|^\s+Chapter 12$/m);
  });
});

test('a summary of each section, a section a line', async () => {
  const { stdout } = await article(['summary', 'book.md', '--each'], { cwd });
  expect(stdout).toBe(
    [
      '0\tlead\t\tBefore all.',
      '1\t1-the-sea\t1. The sea\tThe sea is wide.',
      '1.1\tinstall\tInstall\tHow to install.',
      '1.1.1\tlinux\tLinux\tHow on Linux.',
      '2\t4-fees\t§ 4 Fees\tWhat it costs.',
      '3\tchapter-12\tChapter 12\tThe twelfth.',
      '',
    ].join('\n'),
  );
});
