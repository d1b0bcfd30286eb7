import { spawnSync } from 'node:child_process';

/**
 * Runs shell command lines in turn, so that other load on the machine affects them all, and returns for each the medians over the
 * runs. CPU is user and system time of the process and its children in seconds, as bash's `time` reports it.
 *
 * The first `warmUp` rounds, which fill the caches, are not counted.
 * With `mayFail`, a command that ends with another status than 0 is not run again: its one run is returned with its `status`.
 *
 * @param {Record<string, string>} commands by name
 * @param {{ runs?: number, env?: Record<string, string>, cwd?: string, mayFail?: boolean, warmUp?: number }} options
 * @returns {Record<string, { cpu: number, wall: number, status?: number, samples?: { cpu: number, wall: number }[] }>}
 */
export function measure(commands, { runs = 20, env = {}, cwd, mayFail = false, warmUp = 1 } = {}) {
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  const failed = {};
  for (let run = 1 - warmUp; run <= runs; run += 1) {
    for (const [name, command] of Object.entries(commands)) {
      if (failed[name]) continue;
      const sample = runOnce(command, env, cwd);
      if (sample.status !== 0) {
        if (!mayFail) throw new Error(`${command} ended with ${sample.status}`);
        failed[name] = sample;
      } else if (run > 0) samples[name].push(sample);
    }
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, taken]) => [
      name,
      failed[name] ?? {
        cpu: median(taken.map(({ cpu }) => cpu)),
        wall: median(taken.map(({ wall }) => wall)),
        samples: taken,
      },
    ]),
  );
}

function runOnce(command, env, cwd) {
  const timed = `TIMEFORMAT='%3U %3S %3R'; time { ${command}; } >/dev/null 2>/dev/null`;
  const { stderr, status } = spawnSync('bash', ['-c', timed], {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', ...env },
  });
  const [user, system, wall] = stderr.trim().split(/\s+/).slice(-3).map(Number);
  return { cpu: user + system, wall, status };
}

/**
 * Returns the median, over the rounds, of one command's time over another's in the same round, in which other load on the
 * machine affects both alike.
 */
export function pairRatio({ samples }, { samples: base }, time) {
  return median(samples.map((sample, round) => sample[time] / base[round][time]));
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
