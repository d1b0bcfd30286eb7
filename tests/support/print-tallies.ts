import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tally } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-tallies-'));
const file = join(folder, 'tallies');

/** Names the file that the tallies of all test files are written to. */
export function setup(): void {
  process.env.ARTICLE_TALLIES = file;
}

/** Prints the tallies, and their sum. */
export function teardown(): void {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  rmSync(folder, { recursive: true });
  if (lines.length === 0) return;
  const tallies = lines.map((line) => JSON.parse(line) as Tally & { readonly name: string });
  tallies.sort((one, other) => (one.name < other.name ? -1 : 1));
  const attempts = tallies.reduce((sum, tally) => sum + tally.attempts, 0);
  const failures = tallies.reduce((sum, tally) => sum + tally.failures, 0);
  for (const tally of [...tallies, { name: 'all', attempts, failures, note: '' }]) {
    const note = tally.note && `; ${tally.note}`;
    process.stdout.write(`${tally.name}: ${tally.attempts} attempts, failures: ${tally.failures}${note}\n`);
  }
}
