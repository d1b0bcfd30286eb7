import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { readBytes, tooLarge } from './read-bytes.ts';

/**
 * Reads a file, a fifo or `<(…)`; `path` is relative to `cwd`.
 *
 * @throws UserError where it cannot be read, with the reason.
 */
export async function readFile(path: string, cwd: string, maxSize: number): Promise<Uint8Array> {
  try {
    const file = resolve(cwd, path);
    const found = statSync(file);
    return found.isFile()
      ? readRegular(file, found.size, `“${path}”`, maxSize)
      : await readBytes(createReadStream(file), `“${path}”`, maxSize);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const [reason, hint] = reasons[code] ?? [`cannot be read (${code || String(error)}).`, undefined];
    throw new UserError(`“${path}” ${reason}`, { cause: error, ...(hint && { hint }) });
  }
}

/** Reports whether a path, relative to `cwd`, is a folder. */
export function isFolder(path: string, cwd: string): boolean {
  try {
    return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** Reads a regular file at once: loading Node's streams takes longer. `size` is what the system reports. */
function readRegular(file: string, size: number, name: string, maxSize: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    // A byte more than expected shows the end without another buffer; files in /proc report no size at all.
    let bytes = new Uint8Array(Math.min(size, maxSize) + 1);
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += read;
      if (length > maxSize) throw tooLarge(name, maxSize);
      if (read === 0) return bytes.subarray(0, length);
      if (length === bytes.length) {
        const larger = new Uint8Array(Math.min(length * 2 + smallest, maxSize + 1));
        larger.set(bytes);
        bytes = larger;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The least bytes that a buffer grows by. */
const smallest = 65_536;

const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOENT: ['does not exist.', 'Check the path, or see what is at hand by name: article shelf.'],
  ENOTDIR: ['does not exist.', 'A part of its path is a file, not a folder.'],
  EISDIR: ['is a folder.', 'Name a file in it.'],
  EACCES: ['may not be read by you.', 'Its permissions forbid it: see ls -l.'],
  EPERM: ['may not be read by you.', 'The system forbids it.'],
  ELOOP: ['is a symbolic link that leads back to itself.', 'See where it points: ls -l.'],
  ENAMETOOLONG: ['is too long for a file’s name.', 'To read text itself, pipe it: article read -.'],
  ENXIO: ['is a socket or a device without a reader.', 'Name a file, or pipe its text: article read -.'],
  ERR_INVALID_ARG_VALUE: ['is no path.', 'A path cannot hold a null character.'],
};
