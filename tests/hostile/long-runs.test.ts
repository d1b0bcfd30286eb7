import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isThorough, sample } from '../support/effort.ts';
import { type Measured, measured } from '../support/measured.ts';
import { createTally } from '../support/tally.ts';
import { typed } from '../support/typed.ts';
import { commands, elementRuns, kinds, offenders, type Run, runs, textOf } from './long-runs.ts';

/** Seconds of CPU that 200 kB may take. */
const limit = 2;

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const tally = createTally('long runs');
let slowest = { name: '', seconds: 0 };
afterAll(() => {
  rmSync(folder, { recursive: true });
  tally.note = `slowest ${slowest.name}, ${slowest.seconds.toFixed(1)} s of CPU`;
});

/** All that has taken too long once; in a sample a sixth of it, another one for each command and kind of source. */
function offendersFor(kind: (typeof kinds)[number], command: string): readonly Run[] {
  const share = kinds.indexOf(kind) + Object.keys(commands).indexOf(command);
  return offenders.filter((_, at) => isThorough || at % 6 === share % 6);
}

function elementsFor(kind: string, command: string): readonly Run[] {
  if (kind === 'txt' || (command !== 'read' && !isThorough)) return [];
  return sample(elementRuns, 6);
}

/** A file with a run in it. */
function write(run: Run, kind: string, bytes: number): string {
  const name = `run.${kind}`;
  writeFileSync(join(folder, name), textOf(run, bytes));
  return name;
}

const nameOf = ({ before, unit, after = '' }: Run): string => JSON.stringify([before.slice(-30), unit, after]);

/** What a command takes for a run within this process, in seconds of CPU: the least of some tries where it is much. */
async function secondsOf(command: string, run: Run, kind: string, bytes: number): Promise<number> {
  const argv = [...(commands[command] ?? []), write(run, kind, bytes)];
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > limit / 2; tries++) {
    const before = process.cpuUsage();
    const { exitCode, errors } = await typed(argv, folder);
    const { user, system } = process.cpuUsage(before);
    expect([0, 1]).toContain(exitCode);
    expect(errors).not.toMatch(/went wrong inside/);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

describe.each(kinds)('a long run as %s', (kind) => {
  test.each(Object.keys(commands))(
    'costs %s what its length says',
    async (command) => {
      const faults: string[] = [];
      for (const run of [...offendersFor(kind, command), ...sample(runs, 2), ...elementsFor(kind, command)]) {
        const name = `${command} ${nameOf(run)} as ${kind}`;
        const seconds = await secondsOf(command, run, kind, 200_000);
        tally.attempts += 1;
        if (seconds > slowest.seconds) slowest = { name, seconds };
        const found: string[] = [];
        if (seconds > limit) found.push(`${name} takes ${seconds.toFixed(1)} s`);
        // What takes little has no growth that matters, and none that can be measured.
        if (seconds > limit / 4) {
          const [quarter, half] = [
            await secondsOf(command, run, kind, 50_000),
            await secondsOf(command, run, kind, 100_000),
          ];
          // Linear is four times; quadratic sixteen. Less than a fifth of a second is measured too coarsely.
          if (seconds > 8 * Math.max(quarter, 0.2))
            found.push(`${name} grows: ${[quarter, half, seconds].join(', ')} s`);
        }
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
      for (const [command, argv] of Object.entries(commands)) {
        const name = `${command} ${nameOf(run)} as ${kind}, a process`;
        const file = join(folder, write(run, kind, 200_000));
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
