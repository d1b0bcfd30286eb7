import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sample } from '../support/effort.ts';
import { nodeBinary, program, scrubbed } from '../support/program.ts';
import { createTally } from '../support/tally.ts';
import { shapes } from './shapes.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const tally = createTally('pathological shapes');
let slowest = { name: '', seconds: 0 };
let largest = { name: '', megabytes: 0 };
afterAll(() => {
  rmSync(folder, { recursive: true });
  tally.note = `slowest ${slowest.name}, ${slowest.seconds.toFixed(1)} s of CPU; largest ${largest.name}, ${largest.megabytes} MB`;
});

interface Ended {
  readonly exitCode: number | null;
  readonly bytes: number;
  readonly errors: string;
}

// What a child used is written by itself: wait4 is out of Node's reach.
const reporter = join(folder, 'report.mjs');
writeFileSync(
  reporter,
  `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\n@' + JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS >> 10 })); });`,
);

function read(path: string): Promise<Ended> {
  const child = spawn(
    nodeBinary,
    ['--max-old-space-size=1000', '--import', reporter, program, 'read', path, '--color', 'always', '--width', '80'],
    { env: scrubbed({ LANG: 'C.UTF-8' }), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let bytes = 0;
  let errors = '';
  child.stdout.on('data', (piece: Buffer) => {
    bytes += piece.length;
  });
  child.stderr.on('data', (piece: Buffer) => {
    errors += piece;
  });
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, bytes, errors })));
}

// No time is asserted, since a busy machine would decide it: a hang ends with the test's own limit, a minute and a half.
test.each(sample(Object.keys(shapes), 16))(
  '%s',
  async (name) => {
    const path = join(folder, 'shape.md');
    writeFileSync(path, shapes[name]?.() ?? '');
    tally.attempts += 1;
    tally.failures += 1;
    const { exitCode, bytes, errors } = await read(path);
    const [message = '', used = ''] = errors.split('\n@');
    if (used) {
      const { seconds, megabytes } = JSON.parse(used) as { seconds: number; megabytes: number };
      if (seconds > slowest.seconds) slowest = { name, seconds };
      if (megabytes > largest.megabytes) largest = { name, megabytes };
      expect(megabytes).toBeLessThan(1_000);
    }
    if (exitCode === 0) {
      expect(message).toBe('');
      expect(bytes).toBeGreaterThan(0);
    } else {
      expect(exitCode).toBe(1);
      expect(message).toMatch(/^article: [^\n]+\n$/);
      expect(message).not.toMatch(/went wrong inside/);
    }
    tally.failures -= 1;
  },
  90_000,
);
