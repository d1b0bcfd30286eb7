import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { System } from '../system.ts';

/** A line to choose, and the value that it selects. */
export interface LineChoice {
  readonly value: string;
  readonly text: string;
}

/**
 * Lets a person choose lines with fzf; undefined where it is not installed. `shown` is the Markdown of an article:
 * fzf's preview is this program, printing the section that a choice's value names. Nothing of the article, nor of its
 * origin, is in fzf's arguments or environment: the article is in a file of ours.
 */
export async function chooseWithFzf(
  choices: readonly LineChoice[],
  shown: string,
  { env }: Pick<System, 'env'>,
): Promise<readonly string[] | undefined> {
  const file = writePrivate(shown);
  try {
    return await runFzf(choices, file, env);
  } finally {
    if (file !== undefined) rmSync(dirname(file), { recursive: true, force: true });
  }
}

/** Writes a text to a file for its owner alone, the only one in its folder; undefined where that fails. */
function writePrivate(text: string): string | undefined {
  try {
    const file = join(mkdtempSync(join(tmpdir(), 'article-')), 'article.md');
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return file;
  } catch {
    return undefined;
  }
}

/** The exit code that a shell gives for a program that there is not. */
const noProgram = 127;

async function runFzf(
  choices: readonly LineChoice[],
  file: string | undefined,
  env: System['env'],
): Promise<readonly string[] | undefined> {
  const options = ['--multi', '--reverse', '--delimiter=\t', '--with-nth=2..', '--tiebreak=index'];
  // fzf quotes what replaces {1}; all else comes in variables, so that the shell has nothing to expand.
  const show = '"$ARTICLE_NODE" "$ARTICLE_PROGRAM" read -a "$ARTICLE_PICK" -s {1} --no-pager --color always';
  if (file !== undefined) {
    options.push(`--preview=${show} --width "$(( FZF_PREVIEW_COLUMNS > 20 ? FZF_PREVIEW_COLUMNS : 20 ))"`);
  }
  const [node, program] = process.argv;
  const variables = { ARTICLE_NODE: node, ARTICLE_PROGRAM: program, ARTICLE_PICK: file, SHELL: '/bin/sh' };
  const child = spawn('fzf', options, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...env, ...variables } });
  let chosen = '';
  child.stdout.on('data', (data: Buffer) => {
    chosen += data.toString();
  });
  child.stdin.on('error', () => {});
  const exitCode = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(noProgram));
    child.on('close', resolve);
  });
  child.stdin.end(choices.map(({ value, text }) => `${value}\t${text}\n`).join(''));
  if ((await exitCode) === noProgram) return undefined;
  return chosen
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t', 1)[0] ?? '');
}

/** Asks for a line on the terminal; undefined when nothing is typed. */
export async function ask(
  question: string,
  input: NodeJS.ReadableStream,
  { stderr }: Pick<System, 'stderr'>,
): Promise<string | undefined> {
  stderr.write(question);
  const lines = createInterface({ input });
  try {
    for await (const line of lines) return line.trim() || undefined;
    stderr.write('\n');
    return undefined;
  } finally {
    lines.close();
  }
}
