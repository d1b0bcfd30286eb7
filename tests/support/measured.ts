import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBinary, program, scrubbed } from './program.ts';

/** The end of a whole process of the program, and what it took. */
export interface Measured {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** How many bytes of standard output there were. */
  readonly bytes: number;
  readonly errors: string;
  /** Of CPU, of user and system; 0 where the process was ended. */
  readonly seconds: number;
  /** The most memory that it had at once. */
  readonly megabytes: number;
}

// What a child used is written by itself: wait4 is out of Node's reach.
const reporter = join(mkdtempSync(join(tmpdir(), 'article-')), 'report.mjs');
writeFileSync(
  reporter,
  `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\n@' + JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS >> 10 })); });`,
);

/** Runs the built program with at most 1,000 MB of heap, and measures it. */
export function measured(arguments_: readonly string[]): Promise<Measured> {
  const child = spawn(nodeBinary, ['--max-old-space-size=1000', '--import', reporter, program, ...arguments_], {
    env: scrubbed({ LANG: 'C.UTF-8' }),
    timeout: 80_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let bytes = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  return new Promise((resolve) =>
    child.on('close', (exitCode) => {
      const [errors = '', used = '{"seconds":0,"megabytes":0}'] = said.split('\n@');
      resolve({ exitCode, bytes, errors, ...(JSON.parse(used) as { seconds: number; megabytes: number }) });
    }),
  );
}
