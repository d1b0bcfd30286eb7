import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sample } from '../support/effort.ts';
import { measured } from '../support/measured.ts';
import { createTally } from '../support/tally.ts';
import { typed } from '../support/typed.ts';
import { shapes } from './shapes.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const tally = createTally('pathological shapes');
let slowest = { name: '', seconds: 0 };
let largest = { name: '', megabytes: 0 };
afterAll(() => {
  rmSync(folder, { recursive: true });
  tally.note = `slowest ${slowest.name}, ${slowest.seconds.toFixed(1)} s of CPU; largest ${largest.name}, ${largest.megabytes} MB`;
});

function expectFault(errors: string): void {
  expect(errors).toMatch(/^article: [^\n]+\n$/);
  expect(errors).not.toMatch(/went wrong inside/);
}

// Thousands, which is what overflows a stack, or a twentieth.
const smaller = (count: number) => Math.max(Math.min(count / 2, 3_000), Math.ceil(count / 20));

test.each(Object.entries(shapes))('%s, or fewer of them, within this process', async (_, shape) => {
  writeFileSync(join(folder, 'smaller.md'), shape(smaller));
  tally.attempts += 1;
  tally.failures += 1;
  const { exitCode, out, errors } = await typed(['read', 'smaller.md', '--color', 'always', '--no-pager'], folder);
  if (exitCode === 0) {
    expect(errors).toBe('');
    expect(out).not.toBe('');
  } else {
    expect(exitCode).toBe(1);
    expectFault(errors);
  }
  tally.failures -= 1;
});

// No time is asserted, since a busy machine would decide it: a hang ends with the test's own limit, a minute and a half.
test.each(sample(Object.keys(shapes), 3))(
  '%s',
  async (name) => {
    const path = join(folder, 'shape.md');
    writeFileSync(path, shapes[name]?.((count) => count) ?? '');
    tally.attempts += 1;
    tally.failures += 1;
    const { exitCode, bytes, errors, seconds, megabytes } = await measured(['read', path, '--color', 'always']);
    if (seconds > slowest.seconds) slowest = { name, seconds };
    if (megabytes > largest.megabytes) largest = { name, megabytes };
    expect(megabytes).toBeLessThan(1_000);
    if (exitCode === 0) {
      expect(errors).toBe('');
      expect(bytes).toBeGreaterThan(0);
    } else {
      expect(exitCode).toBe(1);
      expectFault(errors);
    }
    tally.failures -= 1;
  },
  90_000,
);
