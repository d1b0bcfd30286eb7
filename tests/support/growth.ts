import { expect } from 'vitest';

/** Seconds of CPU that a smaller piece of work is at least taken for: less is measured too coarsely. */
const floor = 0.02;

/** The seconds of CPU, of user and system, that this process takes for some work. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * Expects that work on a text of so many bytes takes less than ten times as long as on a quarter of it: linear is four,
 * quadratic sixteen. It is tried three times, since a busy machine may disturb any one measurement, and an absolute time
 * would say as much of the machine as of the program: `npm run bench -- --hostile` prints those.
 */
export async function expectLinear(bytes: number, work: (bytes: number) => unknown): Promise<void> {
  const tries: { readonly quarter: number; readonly whole: number }[] = [];
  do {
    const quarter = await cpuSeconds(() => work(bytes / 4));
    const whole = await cpuSeconds(() => work(bytes));
    if (whole < 10 * Math.max(quarter, floor)) return;
    tries.push({ quarter, whole });
  } while (tries.length < 3);
  expect.fail(`four times the text takes ten times as long: ${JSON.stringify(tries)}`);
}
