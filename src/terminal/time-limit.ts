import { Script } from 'node:vm';
import type { TimeLimit } from '../render/tools.ts';

/** Where the script with the time limit finds its job; a context of its own would take a millisecond. */
const jobKey = Symbol.for('article.job');

/** How often a job may be interrupted and restarted before it is given up: each time it has twice as long. */
const mostTries = 8;

/**
 * Limits jobs to some milliseconds of processor time each. V8 interrupts whatever a script with a time limit has
 * called, which is the only way to stop a regular expression that backtracks without end. That clock measures wall
 * time, and on a busy machine it strikes early: a job that has not used its share is restarted from where it was.
 */
export function timeLimit(milliseconds: number): TimeLimit {
  let script: Script | undefined;
  return (job) => {
    script ??= new Script("globalThis[Symbol.for('article.job')]()");
    const holder = globalThis as { [jobKey]?: () => void };
    holder[jobKey] = job;
    try {
      for (let tries = 0; tries < mostTries; tries++) {
        const before = process.cpuUsage();
        try {
          script.runInThisContext({ timeout: milliseconds * 2 ** tries });
          return true;
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT' || usedSince(before) >= milliseconds) return false;
        }
      }
      return false;
    } finally {
      delete holder[jobKey];
    }
  };
}

/** Returns the milliseconds of processor time used since `before`. */
function usedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
