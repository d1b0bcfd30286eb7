import { expect } from 'vitest';

/** Measures the seconds of CPU, of user and system, that this process takes for some work. */
async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Seconds of CPU that the smaller work is at least taken for: less is measured too coarsely. */
const floor = 0.03;

/** The growth of work with its text. */
export interface Growth {
  /** Seconds of CPU for all of the text. */
  readonly seconds: number;
  /** How often as long as for a quarter of it: about four where it is linear, sixteen where it is quadratic. */
  readonly ratio: number;
}

/** Where linear ends. */
export const mostRatio = 10;

/**
 * Measures how work grows from a quarter of so many bytes to all of them. What looks like more than linear growth is
 * tried up to three times, since a busy machine may disturb one measurement.
 */
export async function growthOf(bytes: number, work: (bytes: number) => unknown): Promise<Growth> {
  let least: Growth = { seconds: Number.POSITIVE_INFINITY, ratio: Number.POSITIVE_INFINITY };
  for (let tries = 0; tries < 3 && least.ratio >= mostRatio; tries++) {
    const seconds = await cpuSeconds(() => work(bytes));
    // What takes little has no growth that matters: a quarter of it would count as the floor.
    const quarter = seconds < mostRatio * floor ? floor : await cpuSeconds(() => work(bytes / 4));
    const ratio = seconds / Math.max(quarter, floor);
    if (ratio < least.ratio) least = { seconds, ratio };
  }
  if (least.ratio < mostRatio) return least;
  // A step, as from one parser to another, is no growth: what is linear takes twice as long for the double, else four times.
  const double = (await cpuSeconds(() => work(bytes * 2))) / least.seconds;
  return double < 3 ? { ...least, ratio: 2 * double } : least;
}

/**
 * Expects that work grows as its text does. An absolute time would say as much of the machine as of the program:
 * `npm run bench -- --hostile` prints those.
 */
export async function expectLinear(bytes: number, work: (bytes: number) => unknown): Promise<void> {
  const { seconds, ratio } = await growthOf(bytes, work);
  expect(ratio, `${seconds} s of CPU, that many times as long as a quarter of it`).toBeLessThan(mostRatio);
}
