import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasKnownExtension } from '../source/extensions.ts';

/** The most files that are listed, and the most folders that are looked into. */
const most = 1000;

/**
 * Lists the files below a folder whose extension says that they can be read, folder by folder, by their paths below it.
 * Leaves out hidden files and `node_modules`; follows no link to a folder. `more` when there are too many.
 */
export function listFiles(folder: string): { readonly files: readonly string[]; readonly more: boolean } {
  const files: string[] = [];
  const folders = [''];
  for (let looked = 0; looked < folders.length; looked++) {
    if (looked === most) return { files, more: true };
    const below = folders[looked] ?? '';
    for (const entry of entriesOf(join(folder, below))) {
      const path = join(below, entry.name);
      // A name with a line end would read as two.
      if (/^\.|^node_modules$|\p{Cc}/u.test(entry.name)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (hasKnownExtension(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
        if (files.length === most) return { files, more: true };
        files.push(path);
      }
    }
  }
  return { files, more: false };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
