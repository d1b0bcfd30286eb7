import { type UserError, usageError } from '../errors.ts';
import { fileNames } from '../source/input/folder-files.ts';
import { dataFolder } from '../source/input/folders.ts';
import type { System } from '../system.ts';

/** Creates the error for a word that the program does not know, with suggestions. */
export async function unknownWord(word: string, commands: readonly string[], system: System): Promise<UserError> {
  const [{ shelfNames }, { suggest }] = await Promise.all([
    import('../source/shelf/saved-articles.ts'),
    import('../text/suggest.ts'),
  ]);
  const articles = await shelfNames(await dataFolder(system)).catch((): readonly string[] => []);
  const candidates = { command: commands, article: articles, file: fileNames(system.cwd) };
  const near = Object.entries(candidates).flatMap(([kind, names]) =>
    suggest(word, names)
      .slice(0, 1)
      .map((name) => `the ${kind} “${name}”`),
  );
  return usageError(
    `“${word}” is no command, no article on the shelf and no file here.`,
    near.length === 0 ? 'See article --help.' : `Did you mean ${near.join(' or ')}?`,
  );
}
