import type { Input, Output, System } from '../system.ts';
import { openStdin, stdinType } from './stdin.ts';
import { openStdout } from './stdout.ts';

/** The system of this process. */
interface ProcessSystem {
  readonly system: System;
  /** Resolves when what was written on standard error has gone out: a pipe that is full keeps it waiting. */
  drain(): Promise<void>;
}

/** Returns the system of this process. `articles` is the folder of the bundled articles. */
export function processSystem(articles: string, onEngineFlags?: System['onEngineFlags']): ProcessSystem {
  let type: System['stdinType'] | undefined;
  let stdin: Input | undefined;
  let stdout: Output | undefined;
  let stderr: typeof process.stderr | undefined;
  const system: System = {
    // Getters: Node creates each stream on first access, which takes a millisecond or two.
    get stdin() {
      stdin ??= openStdin(system.stdinType);
      return stdin;
    },
    get stdinType() {
      type ??= stdinType();
      return type;
    },
    get stdout() {
      stdout ??= openStdout();
      return stdout;
    },
    get stderr() {
      stderr ??= process.stderr;
      return stderr;
    },
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    home: process.env.HOME ?? process.env.USERPROFILE ?? '',
    articles,
    ...(onEngineFlags && { onEngineFlags }),
  };
  return {
    system,
    async drain() {
      if (stderr && stderr.writableLength > 0) await new Promise((written) => stderr?.write('', written));
    },
  };
}
