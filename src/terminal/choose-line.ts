import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { System } from '../system.ts';

/** A line to choose, and what stands for it. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/**
 * Lets a person choose lines with fzf; undefined where there is none. `preview` are the arguments with which this program
 * shows what is to be chosen, `{1}` being its value.
 */
export async function chooseWithFzf(
  choices: readonly Choice[],
  preview: readonly string[] | undefined,
  system: Pick<System, 'env'>,
): Promise<readonly string[] | undefined> {
  const options = ['--multi', '--reverse', '--delimiter=\t', '--with-nth=2..', '--tiebreak=index'];
  // fzf quotes what it puts in for {1}; all else comes in variables, so that the shell has nothing to expand.
  const words = preview?.map((_, index) => `"$ARTICLE_PICK_${index}"`) ?? [];
  const show = `"$ARTICLE_NODE" "$ARTICLE_PROGRAM" ${words.join(' ')} -s {1} --no-pager --color always`;
  if (preview) options.push(`--preview=${show} --width "$(( FZF_PREVIEW_COLUMNS > 20 ? FZF_PREVIEW_COLUMNS : 20 ))"`);
  const variables = Object.fromEntries(preview?.map((word, index) => [`ARTICLE_PICK_${index}`, word]) ?? []);
  const [, program = ''] = process.argv;
  const child = spawn('fzf', options, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...system.env, ...variables, ARTICLE_NODE: process.execPath, ARTICLE_PROGRAM: program, SHELL: '/bin/sh' },
  });
  let chosen = '';
  child.stdout.on('data', (data: Buffer) => {
    chosen += data.toString();
  });
  child.stdin.on('error', () => {});
  const exitCode = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdin.end(choices.map(({ value, text }) => `${value}\t${text}\n`).join(''));
  try {
    const code = await exitCode;
    // 127: what is called fzf is none.
    if (code === 127) return undefined;
  } catch {
    return undefined;
  }
  return chosen
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t', 1)[0] ?? '');
}

/** Asks for a line on the terminal; undefined when nothing is typed. */
export async function ask(
  question: string,
  { stdin, stderr }: Pick<System, 'stdin' | 'stderr'>,
): Promise<string | undefined> {
  stderr.write(question);
  const lines = createInterface({ input: stdin as NodeJS.ReadStream });
  try {
    for await (const line of lines) return line.trim() || undefined;
    return undefined;
  } finally {
    lines.close();
  }
}
