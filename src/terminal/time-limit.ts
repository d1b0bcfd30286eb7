import { Script } from 'node:vm';
import type { TimeLimit } from '../render/rich/highlighter.ts';

/** Where the script with the time limit finds what it is to run; a context of its own would take a millisecond. */
const job = Symbol.for('article.job');

/**
 * Runs things for so many milliseconds at most each. It is the only way to stop a regular expression that has run
 * away: V8 ends whatever a script with a time limit has called.
 */
export function timeLimit(milliseconds: number): TimeLimit {
  let script: Script | undefined;
  return (run) => {
    script ??= new Script("globalThis[Symbol.for('article.job')]()");
    const world = globalThis as { [job]?: () => void };
    world[job] = run;
    try {
      script.runInThisContext({ timeout: milliseconds });
      return true;
    } catch {
      return false;
    } finally {
      delete world[job];
    }
  };
}
