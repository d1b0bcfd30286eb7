import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Article } from '../article/types.ts';
import { isAddress, type Request, splitArguments } from '../source/arguments.ts';
import { isShelfName, type LoadOptions, loadArticle } from '../source/load.ts';
import type { Input, System } from '../system.ts';
import type { SourceOptions } from './options.ts';

/** Loads the article of a command: that of its source, else that of standard input, else the bundled one. */
export async function load(source: string | undefined, asked: LoadOptions, system: System): Promise<Article> {
  const options = { ...asked, onLongText };
  if (source === undefined) {
    const stdin = await pipedInput(system);
    return stdin ? loadArticle('-', system, { ...options, stdin }) : loadArticle(undefined, system, options);
  }
  if (!isAddress(source)) return loadArticle(source, system, options);
  const { progressLine } = await import('../terminal/progress.ts');
  const progress = progressLine(source, system);
  try {
    return await loadArticle(source, system, { ...options, onProgress: progress.report });
  } finally {
    progress.done();
  }
}

async function onLongText(): Promise<void> {
  (await import('../terminal/optimize-later.ts')).optimizeLater();
}

/** Standard input, where a command that names no source reads it; see `source/input/stdin.ts`. */
export async function pipedInput(system: System): Promise<Input | undefined> {
  if (system.stdinType === 'other') return undefined;
  return (await import('../source/input/stdin.ts')).pipedInput(system);
}

/** Returns what a source is called on the page where its article has no title: the name of a file. */
export function sourceName(source: string | undefined): { readonly name?: string } {
  if (source === undefined || source === '-' || isAddress(source)) return {};
  return { name: source.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '') };
}

/** Splits the arguments of a command that takes a source and sections. */
export function split(
  arguments_: readonly string[],
  options: SourceOptions & { readonly section?: readonly string[] },
  system: System,
): Promise<Request> {
  return splitArguments(arguments_, options, {
    isName: (name) => isShelfName(name, system),
    isFile: (path) => isThere(path, system),
  });
}

function isThere(path: string, { cwd }: System): boolean {
  try {
    return statSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
