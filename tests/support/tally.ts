import { appendFileSync } from 'node:fs';
import { afterAll } from 'vitest';

/** The number of attempts of one kind on the program, and of those that failed. */
export interface Tally {
  attempts: number;
  failures: number;
  /** What is said beside the figures, such as the slowest of the attempts. */
  note: string;
}

/** Makes a tally for a test file, whose figures are printed when all tests have ended. */
export function createTally(name: string): Tally {
  const tally: Tally = { attempts: 0, failures: 0, note: '' };
  afterAll(() => {
    const file = process.env.ARTICLE_TALLIES;
    if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, ...tally })}\n`);
  });
  return tally;
}
