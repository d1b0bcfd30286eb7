import type { Article } from '../article/article-tree.ts';
import { loadArticle } from '../source/load.ts';
import type { LoadOptions } from '../source/parse-received.ts';
import type { Input, System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { isAddress } from '../text/parse-url.ts';

/** Loads the article of a command: of its source, else of standard input, else the bundled one. */
export async function loadSource(source: string | undefined, requested: LoadOptions, system: System): Promise<Article> {
  const { onEngineFlags } = system;
  const onLongText =
    onEngineFlags &&
    (async (length: number) => (await import('../terminal/engine-flags.ts')).setEngineFlags(length, onEngineFlags));
  const options = { ...requested, ...(onLongText && { onLongText }) };
  if (source === undefined) {
    const stdin = await stdinSource(system);
    return stdin ? loadArticle('-', system, { ...options, stdin }) : loadArticle(undefined, system, options);
  }
  if (source === '-' && !options.stdin && system.stdin.isTTY) {
    printDiagnostic('waiting for text on standard input; Ctrl-D ends it.', system);
  }
  if (!isAddress(source)) return loadArticle(source, system, options);
  const { progressLine } = await import('../terminal/progress.ts');
  const progress = progressLine(source, system);
  return loadArticle(source, system, { ...options, onProgress: progress.report }).finally(progress.done);
}

/**
 * Returns standard input as the source of a command that names none: a file or a pipe with something in it. Undefined
 * for anything else, so that the program does the same from a terminal, a scheduler or an editor.
 */
export async function stdinSource(system: System): Promise<Input | undefined> {
  if (system.stdinType === 'other') return undefined;
  const { pipedInput } = await import('../source/input/piped-input.ts');
  return pipedInput(system.stdin, () =>
    printDiagnostic(
      'nothing came on standard input for 2 seconds, so it is not read. With - as the source it is waited for.',
      system,
    ),
  );
}

/** Returns the name to show where an article has no title: that of its file. */
export function sourceName(source: string | undefined): { readonly name?: string } {
  if (source === undefined || source === '-' || isAddress(source)) return {};
  return { name: source.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '') };
}
