import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The built program. */
export const program = resolve('dist/bin/article.js');

/** The Node that runs it: the one that runs the tests, or the one that ARTICLE_NODE names. */
export const nodeBinary = process.env.ARTICLE_NODE ?? process.execPath;

export interface Finished {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to standard input, which is then closed. */
  readonly input?: string | Uint8Array;
}

/** Returns the environment that every child starts from: PATH and HOME alone. */
export function scrubbed(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: env.HOME ?? freshHome(), ...env };
}

const compiledCode = emptyFolder();

/** Makes a home with nothing in it but the compiled code that earlier children have kept: a third of each start is saved. */
function freshHome(): string {
  const home = emptyFolder();
  mkdirSync(join(home, '.cache', 'article'), { recursive: true, mode: 0o700 });
  symlinkSync(compiledCode, join(home, '.cache', 'article', 'code'));
  return home;
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'article-'));
}

/** Runs the built program as a real process. */
export function article(arguments_: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return finish(start(nodeBinary, [program, ...arguments_], options), options.input);
}

/** Runs a line of shell in which `$ARTICLE` is the program. */
export function shell(line: string, options: RunOptions = {}): Promise<Finished> {
  const env = { ARTICLE: `${nodeBinary} ${program}`, ...options.env };
  return finish(start('bash', ['-c', line], { ...options, env }), options.input);
}

export function start(
  command: string,
  arguments_: readonly string[],
  { env = {}, cwd }: RunOptions = {},
): ChildProcess {
  return spawn(command, arguments_, { env: scrubbed(env), cwd: cwd ?? emptyFolder() });
}

export function finish(child: ChildProcess, input: string | Uint8Array = ''): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk) => out.push(chunk));
    child.stderr?.on('data', (chunk) => err.push(chunk));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (exitCode, signal) =>
      resolve({ exitCode, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** Runs a line of shell on a real terminal of so many columns and 24 rows, made by `script`, and gives what it showed. */
export function terminal(
  line: string,
  { columns = 80, env = {}, ...options }: RunOptions & { readonly columns?: number } = {},
): Promise<Finished> {
  const inside = `stty cols ${columns} rows 24; ${line}`;
  const variables = {
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    SHELL: '/bin/bash',
    ARTICLE: `${nodeBinary} ${program}`,
    ...env,
  };
  return finish(start('script', ['-qec', inside, '/dev/null'], { ...options, env: variables }), options.input);
}
