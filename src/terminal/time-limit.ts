import { createContext, Script } from 'node:vm';
import type { TimeLimit } from '../render/rich/highlighter.ts';

/**
 * Runs things for so many milliseconds at most each. It is the only way to stop a regular expression that has run
 * away: V8 ends whatever a script with a time limit has called.
 */
export function timeLimit(milliseconds: number): TimeLimit {
  const job = { run: () => {} };
  let script: Script | undefined;
  let context: object = {};
  return (run) => {
    // A context takes a millisecond, which most views need not spend.
    if (!script) {
      context = createContext(job);
      script = new Script('run()');
    }
    job.run = run;
    try {
      script.runInContext(context, { timeout: milliseconds });
      return true;
    } catch {
      return false;
    }
  };
}
