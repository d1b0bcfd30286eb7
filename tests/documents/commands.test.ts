import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder } from './commands.ts';

test.each(['fzf', 'bat', 'pandoc', 'espeak-ng', 'llm'])('%s is a stand-in, though the machine has one', (name) => {
  const installed = mkdtempSync(join(tmpdir(), 'article-installed-'));
  writeFileSync(join(installed, name), '#!/bin/sh\necho the installed one\nexit 3\n');
  chmodSync(join(installed, name), 0o755);
  const { PATH = '' } = process.env;
  process.env.PATH = [installed, PATH].join(delimiter);
  onTestFinished(() => {
    process.env.PATH = PATH;
  });
  expect(emptyFolder().run(`seq 3 | ${name}`)).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/3\n$/) });
});
