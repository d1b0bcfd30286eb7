import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { cleanLine } from '../text/sanitize.ts';
import { isSpelledSource } from './arguments.ts';
import { findReadme } from './input/folder-files.ts';
import { dataFolder } from './input/folders.ts';

/**
 * Returns the file of a source: of an article that is saved, else the one at that path, of a folder its README;
 * undefined where there is none.
 *
 * @throws UserError for what is no file, such as a device.
 */
export async function sourceFile(source: string, system: System): Promise<string | undefined> {
  const folder = isSpelledSource(source) ? undefined : await dataFolder(system);
  const { savedPath } = await import('./shelf/saved-articles.ts');
  const saved = folder === undefined ? undefined : await savedPath(folder, source);
  if (saved !== undefined) return saved;
  const path = resolve(system.cwd, source);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isFile()) return path;
  const readme = found.isDirectory() ? findReadme(path) : undefined;
  if (readme !== undefined) return readme;
  throw new UserError(`“${cleanLine(source)}” is no file.`, { hint: 'Only files can be edited.' });
}
