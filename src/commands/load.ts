import type { Article } from '../article/types.ts';
import { isShelfName, loadArticle } from '../source/load.ts';
import { type Asked, isAddress, partArguments } from '../source/spelling.ts';
import type { System } from '../system.ts';
import type { SourceOptions } from './options.ts';

/** The left half of the pipeline, the same for every command: the article that the source stands for. */
export async function load(source: string | undefined, options: SourceOptions, system: System): Promise<Article> {
  if (source === undefined || !isAddress(source)) return loadArticle(source, system, options);
  const { progressLine } = await import('../terminal/progress.ts');
  const progress = progressLine(source, system);
  try {
    return await loadArticle(source, system, { ...options, onProgress: progress.report });
  } finally {
    progress.done();
  }
}

/** Returns what a source is called on the page where its article has no title: the name of a file. */
export function sourceName(source: string | undefined): { readonly name?: string } {
  if (source === undefined || source === '-' || isAddress(source)) return {};
  return { name: source.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '') };
}

/** What the arguments of a command that takes a source and sections ask for. */
export function part(
  arguments_: readonly string[],
  options: SourceOptions & { readonly section?: readonly string[] },
  system: System,
): Promise<Asked> {
  return partArguments(arguments_, options, (name) => isShelfName(name, system));
}
