import { readFileSync } from 'node:fs';
import type { Article } from '../article/article-tree.ts';
import { deserializeArticle } from '../article/serialize.ts';
import type { System } from '../system.ts';
import { isSpelledSource } from './arguments.ts';
import { bundledNames, isBundledName } from './input/bundled.ts';
import { dataFolder } from './input/folders.ts';
import { receive } from './input/receive.ts';
import { type LoadOptions, parseReceived } from './parse-received.ts';
import { canBeName } from './shelf/shelf-names.ts';

/**
 * Loads the article of a source: undefined is the bundled article, `-` standard input; else an address, a name on the
 * shelf, a path.
 *
 * @throws UserError when it cannot be read, is empty or is not text.
 */
export async function loadArticle(
  source: string | undefined,
  system: System,
  options: LoadOptions = {},
): Promise<Article> {
  const requested = source ?? bundledNames[0];
  if (isBundledName(requested)) return bundledArticle(requested, system);
  return (
    (await savedArticle(requested, system)) ?? parseReceived(await receive(requested, system, options), options, system)
  );
}

/** Reads a bundled article, which the build has parsed. */
async function bundledArticle(name: string, system: System): Promise<Article> {
  // Not fs/promises, which takes longer to load than this file to read.
  return deserializeArticle(readFileSync(`${system.articles}/${name}.json`, 'utf8'));
}

/** Reports whether an article of that name is on the shelf, bundled or saved. */
export async function isShelfName(name: string, system: System): Promise<boolean> {
  if (isBundledName(name)) return true;
  if (!canBeName(name)) return false;
  const folder = await dataFolder(system);
  if (folder === undefined) return false;
  const { shelfNames } = await import('./shelf/saved-articles.ts');
  return (await shelfNames(folder)).includes(name);
}

async function savedArticle(name: string, system: System): Promise<Article | undefined> {
  if (isBundledName(name) || isSpelledSource(name) || !canBeName(name)) return undefined;
  const folder = await dataFolder(system);
  if (folder === undefined) return undefined;
  const { readSaved } = await import('./shelf/saved-articles.ts');
  return readSaved(folder, name);
}
