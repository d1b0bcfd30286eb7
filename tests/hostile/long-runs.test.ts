import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inTurn, isThorough, sample } from '../support/effort.ts';
import { growthOf, mostRatio } from '../support/growth.ts';
import { type Measured, measured } from '../support/measured.ts';
import { createTally } from '../support/tally.ts';
import { typed } from '../support/typed.ts';
import { commands, elementRuns, kinds, offenders, type Run, runs, textOf } from './long-runs.ts';

/** How long a run is: a sample is of shorter ones, since what grows shows by then. */
const size = isThorough ? 200_000 : 100_000;
/** Seconds of CPU that so much may take: far more than it does, for a slow machine decides it too. */
const limit = size / 20_000;

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const tally = createTally('long runs');
let slowest = { name: '', seconds: 0 };
afterAll(() => {
  rmSync(folder, { recursive: true });
  tally.note = `slowest ${slowest.name}, ${slowest.seconds.toFixed(1)} s of CPU`;
});

/** All that has taken too long once; in a sample each of it with one command and one kind of source. */
function offendersFor(kind: (typeof kinds)[number], command: string): readonly Run[] {
  const names = Object.keys(commands);
  return inTurn(offenders, kinds.length * names.length, kinds.indexOf(kind) * names.length + names.indexOf(command));
}

function elementsFor(kind: string, command: string): readonly Run[] {
  if (kind === 'txt' || (command !== 'read' && !isThorough)) return [];
  return sample(elementRuns, 4);
}

/** A file with a run in it. */
function write(run: Run, kind: string, bytes: number): string {
  const name = `run.${kind}`;
  writeFileSync(join(folder, name), textOf(run, bytes));
  return name;
}

const nameOf = ({ before, unit, after = '' }: Run): string => JSON.stringify([before.slice(-30), unit, after]);

/** Runs a command on a run, within this process. */
async function give(command: string, run: Run, kind: string, bytes: number): Promise<void> {
  const { exitCode, errors } = await typed([...(commands[command] ?? []), write(run, kind, bytes)], folder);
  expect([0, 1]).toContain(exitCode);
  expect(errors).not.toMatch(/went wrong inside/);
}

describe.each(kinds)('a long run as %s', (kind) => {
  test.each(Object.keys(commands))(
    'costs %s what its length says',
    async (command) => {
      const faults: string[] = [];
      for (const run of [...offendersFor(kind, command), ...sample(runs, 2), ...elementsFor(kind, command)]) {
        const name = `${command} ${nameOf(run)} as ${kind}`;
        const { seconds, ratio } = await growthOf(size, (bytes) => give(command, run, kind, bytes));
        tally.attempts += 1;
        if (seconds > slowest.seconds) slowest = { name, seconds };
        const found: string[] = [];
        if (seconds > limit) found.push(`${name} takes ${seconds.toFixed(1)} s`);
        if (ratio > mostRatio) found.push(`${name} grows: ${ratio.toFixed(1)} times as long as a quarter of it`);
        if (found.length > 0) tally.failures += 1;
        faults.push(...found);
      }
      expect(faults).toEqual([]);
    },
    600_000,
  );
});

test('whole processes take no more', async () => {
  const faults: string[] = [];
  for (const run of [...offenders.slice(0, 2), ...runs.filter((_, at) => isThorough && at % 8 === 0)]) {
    for (const kind of kinds) {
      for (const [command, argv] of inTurn(Object.entries(commands), 4, kinds.indexOf(kind))) {
        const name = `${command} ${nameOf(run)} as ${kind}, a process`;
        const file = join(folder, write(run, kind, size));
        const { exitCode, seconds }: Measured = await measured([...argv, file]);
        tally.attempts += 1;
        if (seconds > slowest.seconds) slowest = { name, seconds };
        if ((exitCode !== 0 && exitCode !== 1) || seconds > limit) {
          tally.failures += 1;
          faults.push(`${name}: exit code ${exitCode}, ${seconds.toFixed(1)} s`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
}, 600_000);
