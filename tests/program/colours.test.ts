import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from '../render/rich/samples.ts';
import { isThorough } from '../support/effort.ts';
import { article, emptyFolder } from '../support/program.ts';

// Each is a process.
const runs = isThorough ? 200 : 12;

test(`${runs} runs at the same time have one output: colours do not depend on the machine's load`, async () => {
  const path = join(emptyFolder(), 'code.md');
  const blocks = Object.entries(samples).map(([language, code]) => `~~~${language}\n${`${code}\n`.repeat(8)}~~~\n`);
  writeFileSync(path, blocks.join('\n'));
  const outputs = await Promise.all(
    Array.from({ length: runs }, async () => {
      const { stdout, stderr, exitCode } = await article(['read', path, '--color', 'always']);
      return `${exitCode} ${stderr} ${createHash('sha256').update(stdout).digest('hex')} ${/\x1b\[[39]5m/.test(stdout)}`;
    }),
  );
  expect(new Set(outputs).size).toBe(1);
  expect(outputs[0]).toMatch(/^0 {2}[\da-f]{64} true$/);
}, 300_000);
