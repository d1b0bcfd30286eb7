import { spawn } from 'node:child_process';

/** What a program wrote, or why it failed. */
export type ProgramResult =
  | { readonly status: 'done'; readonly output: Uint8Array }
  | { readonly status: 'missing' | 'too-slow' | 'too-large' }
  | { readonly status: 'failed'; readonly message: string };

/** The options of running a program. */
export interface ProgramOptions {
  /** Its standard input. */
  readonly input: Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  readonly timeout: number;
  /** Bytes of output. */
  readonly maxOutput: number;
}

/**
 * Runs a program without a shell: its arguments are ours, its input is the text, and of the environment it gets PATH,
 * HOME and the locale. It is killed when it takes too long or writes too much.
 */
export function runProgram(program: string, argv: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const { PATH, HOME, LANG, LC_ALL, SystemRoot, USERPROFILE } = options.env;
  const env = Object.fromEntries(
    Object.entries({ PATH, HOME, LANG, LC_ALL, SystemRoot, USERPROFILE }).filter(([, value]) => value !== undefined),
  );
  return new Promise((resolve) => {
    const child = spawn(program, argv, { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const output: Uint8Array[] = [];
    let size = 0;
    let message = '';
    const stop = (status: 'too-slow' | 'too-large'): void => {
      resolve({ status });
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, options.timeout, 'too-slow');
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(error.code === 'ENOENT' ? { status: 'missing' } : { status: 'failed', message: error.message });
    });
    child.stdout.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > options.maxOutput) stop('too-large');
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Uint8Array) => {
      if (message.length < 2000) message += new TextDecoder().decode(chunk);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? { status: 'done', output: Buffer.concat(output) } : { status: 'failed', message });
    });
    // A program that ends before it has read all closes the pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input);
  });
}
