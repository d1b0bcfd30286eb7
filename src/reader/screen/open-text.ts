import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Article } from '../../article/article-tree.ts';
import { UserError } from '../../errors.ts';
import { isSpelledSource } from '../../source/arguments.ts';
import { bundledNames } from '../../source/input/bundled.ts';
import { isShelfName, loadArticle } from '../../source/load.ts';
import type { LoadOptions } from '../../source/parse-received.ts';
import type { System } from '../../system.ts';
import { isAddress } from '../../text/parse-url.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { keyOf, readKept } from '../places/store.ts';
import type { OpenText } from '../state/model.ts';

/** The loading of a text, and the folder of places, if any. */
export interface TextOptions extends LoadOptions {
  readonly folder: string | undefined;
}

/** Loads a source, with the bookmarks stored of it. */
export async function openText(
  source: string | undefined,
  system: System,
  { folder, ...options }: TextOptions,
): Promise<OpenText> {
  return openedText(await loadArticle(source, system, options), source, folder, system);
}

/** Returns an article with its origin, and the bookmarks stored of it. */
export async function openedText(
  article: Article,
  source: string | undefined,
  folder: string | undefined,
  system: System,
): Promise<OpenText> {
  const text = { article, ...(await origin(source, article.metadata.address, system)) };
  return { ...text, marks: readKept(folder, keyOf(text))?.marks ?? {} };
}

/** Returns where a text came from, as it would be opened again from any folder. */
export async function origin(
  source: string | undefined,
  address: string | undefined,
  system: System,
): Promise<Pick<OpenText, 'source' | 'path' | 'address' | 'name'>> {
  if (source === '-') return {};
  if (source === undefined) return { source: bundledNames[0] };
  if (isAddress(source)) return { source, address: address ?? source };
  if (!isSpelledSource(source) && (await isShelfName(source, system))) return { source };
  const path = resolve(system.cwd, source);
  return { source: path, path, name: basename(path) };
}

/**
 * Loads the target of a text's link: an address, or a file beside the text's own. Only a regular file is opened, for
 * the link's author has chosen it.
 *
 * @throws UserError for what cannot be opened.
 */
export async function openLinked(
  source: string,
  from: OpenText,
  system: System,
  options: TextOptions,
): Promise<OpenText> {
  // The kind given for the first text holds for no other.
  const { from: _, ...rest } = options;
  if (isAddress(source)) return openText(source, system, rest);
  const path = resolve(from.path === undefined ? system.cwd : dirname(from.path), source);
  let isFile = false;
  try {
    isFile = statSync(path).isFile();
  } catch {
    throw new UserError(`“${cleanLine(source)}” does not exist.`);
  }
  if (!isFile) throw new UserError(`“${cleanLine(source)}” is no file.`);
  return openText(path, system, rest);
}
