import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasKnownExtension, textExtensions } from '../extensions.ts';

/** Finds the README in a folder; undefined when it has none. */
export function findReadme(folder: string): string | undefined {
  const names = fileNames(folder);
  for (const readme of readmes()) {
    const name = names.find((each) => each.toLowerCase() === readme);
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}

/** Lists the names of a README, in lower case, the best to read first. */
function readmes(): readonly string[] {
  const texts = textExtensions.filter(([kind]) => kind !== 'csv' && kind !== 'text');
  return [...texts.flatMap(([, extensions]) => extensions.split(' ').map((one) => `readme.${one}`)), 'readme'];
}

/** Lists the files in a folder whose extensions can be read. */
export function readableFiles(folder: string): readonly string[] {
  return fileNames(folder).filter((name) => hasKnownExtension(name) && !name.startsWith('.'));
}

/** Lists the names of the files in a folder, sorted; none when it cannot be read. */
export function fileNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** Reports whether there is a file or a folder at a path, relative to `cwd`. */
export function isThere(path: string, cwd: string): boolean {
  try {
    return statSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
