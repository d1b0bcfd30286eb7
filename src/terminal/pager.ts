import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { World } from '../world.ts';
import { write } from './output.ts';

/** A program and its arguments. */
export type PagerCommand = readonly [program: string, ...arguments_: string[]];

/** ARTICLE_PAGER, then PAGER, else less; none when it is `cat` or set to nothing. */
export function pagerCommand(env: World['env']): PagerCommand | undefined {
  const [program, ...rest] = splitWords(env.ARTICLE_PAGER ?? env.PAGER ?? 'less');
  return program === undefined || program === 'cat' ? undefined : [program, ...rest];
}

/** Words as a shell parts them, quotes and backslashes understood; nothing is expanded, since no shell runs it. */
export function splitWords(line: string): string[] {
  const words = line.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
      (_, escaped, double, single) => escaped ?? single ?? double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
}

/**
 * Feeds pieces to the pager and waits until the reader leaves it; leaving early is success. False when the pager
 * cannot be started, with nothing shown yet.
 */
export async function page(
  pieces: Iterable<string>,
  command: PagerCommand,
  world: World,
  options: { readonly escapes: boolean },
): Promise<boolean> {
  const [program, ...arguments_] = command;
  const child = spawn(program, arguments_, {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...world.env, LESS: world.env.LESS ?? 'FRX' },
  });
  try {
    await once(child, 'spawn');
  } catch {
    return false;
  }
  // Ctrl-C belongs to the pager while it runs: less stops searching, and we must not leave it alone on the terminal.
  const ignore = () => {};
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.once('SIGTERM', terminate);
  const closed = once(child, 'close');
  try {
    await write(pieces, child.stdin, options);
    child.stdin.end();
    await closed;
  } finally {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', terminate);
  }
  return true;
}
