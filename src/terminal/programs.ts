import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { System } from '../system.ts';
import { splitWords } from './pager-command.ts';

/** The command that opens a file at a line in the person's editor: VISUAL, EDITOR, else vi. */
export function editorCommand(env: System['env'], path: string, line: number): readonly [string, ...string[]] {
  const [program = 'vi', ...options] = splitWords(env.VISUAL || env.EDITOR || 'vi');
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, '');
  // A path that begins with a dash would be an option; paths here are absolute.
  if (/^(?:code|codium|code-insiders|cursor|windsurf)$/.test(name)) {
    return [program, ...options, '--wait', '--goto', `${path}:${line}`];
  }
  if (/^(?:hx|helix|subl|zed|micro)$/.test(name)) return [program, ...options, `${path}:${line}`];
  if (/^(?:vi|vim|nvim|view|nano|pico|emacs|emacsclient|kak|joe|jed|ne|mg|nvi|ex|less|more)$/.test(name)) {
    return [program, ...options, `+${line}`, path];
  }
  return [program, ...options, path];
}

/** Runs a program on the terminal until it ends. The error of one that cannot be started is thrown. */
export function runProgram(
  [program, ...arguments_]: readonly [string, ...string[]],
  env: System['env'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, arguments_, { stdio: 'inherit', env: { ...env } });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

/** Hands an address to the person's browser, without a shell, and does not wait for it. False where none can be started. */
export function openBrowser(address: string, env: System['env']): Promise<boolean> {
  const [program, ...options] = env.BROWSER
    ? splitWords(env.BROWSER.split(':')[0] ?? '')
    : process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['explorer']
        : ['xdg-open'];
  if (program === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program, [...options, address], { stdio: 'ignore', detached: true, env: { ...env } });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
