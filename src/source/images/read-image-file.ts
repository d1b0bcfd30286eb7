import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isLocal } from '../input/file-system.ts';

/**
 * Reads a file by its path from the article's folder. It must be below that folder or, where the article itself is,
 * below the working folder, symbolic links followed; a regular file, since opening a device or a fifo can act or block;
 * and on a local disk where the article is. Undefined for all others.
 */
export function readImageFile(path: string, folder: string, cwd: string, maxSize: number): Uint8Array | undefined {
  if (isAbsolute(path)) return undefined;
  const roots = isBelow(folder, cwd) ? [folder, cwd] : [folder];
  const file = resolve(folder, path);
  if (!roots.some((root) => isBelow(file, root)) || (isLocal(folder) && !isLocal(file))) return undefined;
  try {
    const real = realpathSync(file);
    if (!roots.some((root) => isBelow(real, realpathSync(root))) || !lstatSync(real).isFile()) return undefined;
    return readWhole(real, maxSize);
  } catch {
    return undefined;
  }
}

/** Reports whether a path is a folder or below it. */
function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Reads a regular file of limited size, checked once more after opening, as it may have been replaced. */
function readWhole(file: string, maxSize: number): Uint8Array | undefined {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile() || found.size > maxSize) return undefined;
    const bytes = new Uint8Array(found.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
