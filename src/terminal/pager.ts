import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { TerminatedError } from '../errors.ts';
import type { System } from '../system.ts';
import { lessArguments, lessDefaults } from './less.ts';
import { write } from './output.ts';
import type { PagerCommand } from './pager-command.ts';

export interface PagerOptions {
  /** Whether colours and links may pass. */
  readonly escapes: boolean;
  /** Text to open at, from which `n` and `N` go on and back; less alone knows how. */
  readonly search?: string;
}

/**
 * Runs the pager on a text and waits until the reader leaves it; leaving early is success. False when the pager cannot
 * be started, or ends with an error of its own: then the reader may have seen nothing.
 *
 * No character of the text, its title, its file or its address is in the pager's arguments or environment.
 *
 * @throws TerminatedError when SIGTERM has ended the pager, and is to end this program.
 */
export async function runPager(
  text: Iterable<string>,
  command: PagerCommand,
  system: System,
  options: PagerOptions,
): Promise<boolean> {
  const child = spawnPager(command, system.env, options.search);
  // Ctrl-C belongs to the pager while it runs: less stops searching, and we must not leave it alone on the terminal.
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  let terminated = false;
  const terminate = () => {
    terminated = true;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', interrupt);
  process.once('SIGTERM', terminate);
  try {
    if (!(await isStarted(child))) return false;
    const closed = once(child, 'close');
    try {
      await write(basename(command[0]) === 'most' ? forMost(text) : text, child.stdin, options);
    } finally {
      child.stdin.end();
      await closed;
    }
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', terminate);
  }
  if (terminated) throw new TerminatedError();
  // A signal that ends it leaves null.
  return child.exitCode === 0 || child.exitCode === null || interrupted;
}

async function isStarted(child: ChildProcess): Promise<boolean> {
  try {
    await once(child, 'spawn');
    return true;
  } catch {
    return false;
  }
}

function spawnPager([program, ...typed]: PagerCommand, env: System['env'], search: string | undefined) {
  const isLess = basename(program) === 'less';
  return spawn(program, isLess ? [...lessArguments(search, env), ...typed] : typed, {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: pagerEnvironment(env),
  });
}

/** Adds what makes pagers show a page as it is, where the person has not said otherwise. */
function pagerEnvironment(env: System['env']): System['env'] {
  return {
    ...env,
    LESS: env.LESS ?? lessDefaults,
    // With LESS_IS_MORE less would run the value of `-p` as commands.
    LESS_IS_MORE: undefined,
    // bat's frame would take eight columns of every line.
    BAT_STYLE: env.BAT_STYLE ?? 'plain',
  };
}

/** Resets all styles where a colour ends: most shows the sequence for the terminal's own colour as text. */
function* forMost(text: Iterable<string>): Iterable<string> {
  for (const chunk of text) yield chunk.replaceAll('\u001b[39m', '\u001b[m');
}
