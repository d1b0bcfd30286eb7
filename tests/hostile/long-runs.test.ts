import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isThorough, sample, turnOf } from '../support/effort.ts';
import { growthOf, mostRatio } from '../support/growth.ts';
import { type Measured, measured } from '../support/measured.ts';
import { finish, nodeBinary, program, start } from '../support/program.ts';
import { createTally } from '../support/tally.ts';
import { typed } from '../support/typed.ts';
import { writeAnew } from '../support/write-anew.ts';
import { characters, commands, kinds, offenders, others, type Run, textOf } from './long-runs.ts';

/** How long a run is: a sample is of shorter ones, since what grows shows by then. */
const size = isThorough ? 200_000 : 100_000;
/** Seconds of CPU that so much may take: far more than it does, for a slow machine decides it too. */
const limit = size / 20_000;
/** The runs of all tests in which each of the others has had its turn. */
const turns = 61;

type Kind = (typeof kinds)[number];

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const tally = createTally('long runs');
let slowest = { name: '', seconds: 0 };
const { items, turn } = turnOf(
  others.flatMap((run) => kinds.flatMap((kind) => Object.keys(commands).map((command) => ({ run, kind, command })))),
  turns,
);
afterAll(() => {
  rmSync(folder, { recursive: true });
  tally.note = `slowest ${slowest.name}, ${slowest.seconds.toFixed(1)} s of CPU`;
  if (isThorough) tally.note += `; this was ARTICLE_TURN=${turn} of ${turns}`;
});

/** Creates a file with a run in it. */
function write(run: Run, kind: Kind, bytes: number): string {
  const name = `run.${kind}`;
  writeAnew(join(folder, name), textOf(run, bytes));
  return name;
}

const nameOf = ({ before, unit, after = '' }: Run): string => JSON.stringify([before.slice(-30), unit, after]);

/** Runs a command on a run, within this process. */
async function give(command: string, run: Run, kind: Kind, bytes: number): Promise<void> {
  const { exitCode, errors } = await typed([...(commands[command] ?? []), write(run, kind, bytes)], folder);
  expect([0, 1]).toContain(exitCode);
  expect(errors).not.toMatch(/went wrong inside/);
}

/** Returns what is wrong with what a run takes: too much, or more than its length says. */
async function faultsOf(command: string, run: Run, kind: Kind): Promise<readonly string[]> {
  const name = `${command} ${nameOf(run)} as ${kind}`;
  const { seconds, ratio } = await growthOf(size, (bytes) => give(command, run, kind, bytes));
  tally.attempts += 1;
  if (seconds > slowest.seconds) slowest = { name, seconds };
  const faults: string[] = [];
  if (seconds > limit) faults.push(`${name} takes ${seconds.toFixed(1)} s`);
  if (ratio > mostRatio) faults.push(`${name} grows: ${ratio.toFixed(1)} times as long as a quarter of it`);
  if (faults.length > 0) tally.failures += 1;
  return faults;
}

describe.each(kinds)('a long run as %s', (kind) => {
  test.each(Object.keys(commands))(
    'costs %s what its length says',
    async (command) => {
      // In a sample a twelfth of what has taken too long once, another one for each command and kind of source.
      const share = kinds.indexOf(kind) * Object.keys(commands).length + Object.keys(commands).indexOf(command);
      const known = offenders.filter((_, at) => isThorough || at % 12 === share);
      const faults: string[] = [];
      for (const run of [...known, ...sample(characters, 1)]) faults.push(...(await faultsOf(command, run, kind)));
      expect(faults).toEqual([]);
    },
    600_000,
  );
});

test('each other run, in its turn, costs what its length says', async () => {
  const faults: string[] = [];
  for (const { command, run, kind } of sample(items, 12)) {
    faults.push(...(await faultsOf(command, run, kind)));
  }
  expect(faults).toEqual([]);
}, 600_000);

test('whole processes take no more', async () => {
  const all = kinds.flatMap((kind) => Object.values(commands).map((argv) => ({ kind, argv })));
  const faults: string[] = [];
  for (const [at, { kind, argv }] of sample(all, 2).entries()) {
    for (const run of offenders.filter((_, index) => index % all.length === at)) {
      const name = `${argv[0]} ${nameOf(run)} as ${kind}, a process`;
      const { exitCode, seconds }: Measured = await measured([...argv, join(folder, write(run, kind, size))]);
      tally.attempts += 1;
      if (seconds > slowest.seconds) slowest = { name, seconds };
      if ((exitCode !== 0 && exitCode !== 1) || seconds > limit) {
        tally.failures += 1;
        faults.push(`${name}: exit code ${exitCode}, ${seconds.toFixed(1)} s`);
      }
    }
  }
  expect(faults).toEqual([]);
}, 600_000);

// So V8 does once a process has compiled many expressions, and then tries each alternative at each character.
test('a long word comes to its end where V8 does not optimize expressions', async () => {
  const name = write({ before: '', unit: 'x' }, 'md', 500_000);
  const child = start(nodeBinary, [
    '--no-regexp-optimization',
    program,
    'read',
    join(folder, name),
    '--color',
    'always',
  ]);
  const timer = setTimeout(() => child.kill('SIGKILL'), 50_000);
  const { exitCode, stdout } = await finish(child);
  clearTimeout(timer);
  expect([exitCode, stdout.match(/x/g)?.length]).toEqual([0, 500_000]);
});
