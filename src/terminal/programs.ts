import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { System } from '../system.ts';
import { shellWords } from '../text/shell-words.ts';

/** Editors and pagers that take `+N`. micro takes `file:N` only where it is configured to. */
const plusLine =
  /^(?:vi|g?vim|mvim|vim\.\w+|vimx|nvim|view|nano|pico|emacs|emacs-\w+|emacsclient|kak|micro|joe|jmacs|jed|ne|mg|nvi|ex|gedit|gnome-text-editor|xed|pluma|geany|less|more)$/;

/** Returns the command that opens a file at a line in the person's editor: VISUAL, EDITOR, else vi. */
export function editorCommand(env: System['env'], path: string, line: number): readonly [string, ...string[]] {
  const [program = 'vi', ...options] = shellWords(env.VISUAL || env.EDITOR || 'vi');
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, '');
  // A path that begins with a dash would be an option; paths here are absolute.
  if (/^(?:code|codium|code-insiders|cursor|windsurf)$/.test(name)) {
    return [program, ...options, '--wait', '--goto', `${path}:${line}`];
  }
  if (/^(?:hx|helix|subl|sublime_text|zed|zeditor)$/.test(name)) return [program, ...options, `${path}:${line}`];
  if (/^(?:kate|kwrite|mate|idea|pycharm|webstorm|goland)$/.test(name)) {
    return [program, ...options, /^[km]/.test(name) ? '-l' : '--line', `${line}`, path];
  }
  if (plusLine.test(name)) return [program, ...options, `+${line}`, path];
  return [program, ...options, path];
}

/**
 * Runs a program on the terminal, and gives its exit code or the signal that has ended it. Rejects where it cannot be
 * started.
 */
export function runOnTerminal(
  [program, ...arguments_]: readonly [string, ...string[]],
  env: System['env'],
): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, arguments_, { stdio: 'inherit', env: { ...env } });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
}

/**
 * Opens an address in the user's browser, without a shell, and does not wait, unless it is a text browser: `lend` then
 * lends it the terminal. The commands of BROWSER are tried in order. False where none can be started.
 */
export async function openBrowser(
  address: string,
  env: System['env'],
  lend: (run: () => Promise<unknown>) => Promise<unknown> = (run) => run(),
): Promise<boolean> {
  for (const command of browserCommands(address, env)) {
    const [program, ...arguments_] = command;
    const isOpen = textBrowser.test(basename(program))
      ? await lend(() => runOnTerminal(command, env)).then(
          () => true,
          () => false,
        )
      : await startApart(program, arguments_, env);
    if (isOpen) return true;
  }
  return false;
}

const textBrowser = /^(?:lynx|w3m|links2?|elinks|browsh|www-browser)$/;

/**
 * Returns the commands that open an address: those of BROWSER, separated by colons, in which `%s` is the address, `%c`
 * a colon and `%%` a percent sign (xdg-open(1)); the address comes last where there is no `%s`. Without BROWSER the
 * system's own.
 */
export function browserCommands(address: string, env: System['env']): readonly (readonly [string, ...string[]])[] {
  const own = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const commands: [string, ...string[]][] = [];
  for (const line of (env.BROWSER || own).split(':')) {
    const [program, ...options] = shellWords(line);
    if (program === undefined) continue;
    const arguments_ = options.map((word) =>
      word.replace(/%[sc%]/g, (sequence) => ({ '%s': address, '%c': ':', '%%': '%' })[sequence] ?? sequence),
    );
    commands.push([program, ...arguments_, ...(options.some((word) => /(?<!%)(?:%%)*%s/.test(word)) ? [] : [address])]);
  }
  return commands;
}

/** Starts a program that outlives this one; false where it cannot be started. */
function startApart(program: string, arguments_: readonly string[], env: System['env']): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, arguments_, { stdio: 'ignore', detached: true, env: { ...env } });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
