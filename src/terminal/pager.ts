import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { basename } from 'node:path';
import { TerminatedError } from '../errors.ts';
import type { System } from '../system.ts';
import { lessArguments, lessDefaults } from './less.ts';
import { write } from './output.ts';
import type { PagerCommand } from './pager-command.ts';
import { isAllRead, openWatchedPipe, type WatchedPipe } from './watched-pipe.ts';

export interface PagerOptions {
  /** Whether colours and links may pass. */
  readonly escapes: boolean;
  /** Text to open at, from which `n` and `N` continue; only less supports it. */
  readonly search?: string;
}

/**
 * Runs the pager on a text and waits until the reader quits it; quitting early is success. False when the pager cannot
 * be started, crashes, or ends with an error before it has read the whole text: then the reader may have seen nothing.
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
  const pipe = await openWatchedPipe();
  try {
    return await runWith(pipe, text, command, system, options);
  } finally {
    pipe?.input.destroy();
    pipe?.output.destroy();
  }
}

async function runWith(
  pipe: WatchedPipe | undefined,
  text: Iterable<string>,
  command: PagerCommand,
  system: System,
  options: PagerOptions,
): Promise<boolean> {
  const child = await startPager(command, system.env, options.search, pipe?.output);
  const input = pipe?.input ?? child?.stdin;
  if (!child || !input) return false;
  let interrupted = false;
  let terminated = false;
  // Ctrl-C belongs to the pager while it runs: less stops searching, and we must not leave it alone on the terminal.
  const interrupt = () => {
    interrupted = true;
  };
  const terminate = () => {
    terminated = true;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', interrupt);
  process.once('SIGTERM', terminate);
  const closed = once(child, 'close').then(() => {
    // Pending writes would wait for ever.
    if (!input.writableEnded) pipe?.output.destroy();
  });
  try {
    await write(isNamed(command, 'most') ? forMost(text) : text, input, options);
  } finally {
    input.end();
    await closed;
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', terminate);
  }
  if (terminated) throw new TerminatedError();
  if (interrupted) return true;
  if (child.signalCode !== null) return !crashes.has(child.signalCode);
  return child.exitCode === 0 || (pipe !== undefined && (await isAllRead(pipe)));
}

/** The signals by which a program ends for a fault of its own; all others come from outside. */
const crashes: ReadonlySet<NodeJS.Signals> = new Set([
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
  'SIGSEGV',
  'SIGSYS',
  'SIGTRAP',
]);

async function startPager(
  command: PagerCommand,
  env: System['env'],
  search: string | undefined,
  stdin: Socket | undefined,
) {
  const [program, ...typed] = command;
  try {
    const child = spawn(program, isNamed(command, 'less') ? [...lessArguments(search, env), ...typed] : typed, {
      stdio: [stdin ?? 'pipe', 'inherit', 'inherit'],
      env: pagerEnvironment(env),
    });
    await once(child, 'spawn');
    return child;
  } catch {
    return undefined;
  }
}

function isNamed([program]: PagerCommand, name: string): boolean {
  return basename(program) === name;
}

/** Sets what makes pagers show a page unchanged, where the user has not set it otherwise. */
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

/** Resets all styles where a colour ends: most shows the sequence for the default colour as text. */
function* forMost(text: Iterable<string>): Iterable<string> {
  for (const chunk of text) yield chunk.replaceAll('\u001b[39m', '\u001b[m');
}
