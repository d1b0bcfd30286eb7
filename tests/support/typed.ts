import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { run } from '../../src/main.ts';
import type { Output, System } from '../../src/system.ts';

/** An output that keeps what it is given. */
class KeptOutput extends EventEmitter implements Output {
  readonly isTTY = true;
  readonly columns = 60;
  readonly rows = 100_000;
  text = '';
  write(text: string, done?: (error?: Error | null) => void): boolean {
    this.text += text;
    done?.();
    return true;
  }
}

/** Runs a command line in this process as if it was typed on a terminal, kitty, in a folder that is the home as well. */
export async function typed(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly exitCode: number; readonly out: string; readonly errors: string }> {
  const stdout = new KeptOutput();
  const stderr = new KeptOutput();
  const system: System = {
    stdinType: 'other',
    stdin: Object.assign((async function* () {})(), { isTTY: false }),
    stdout,
    stderr,
    env: { TERM: 'xterm-kitty', LANG: 'C.UTF-8', PAGER: 'cat', HOME: cwd, ...env },
    cwd,
    home: cwd,
    articles: resolve('dist/articles'),
  };
  const exitCode = await run(argv, system);
  return { exitCode, out: stdout.text, errors: stderr.text };
}
