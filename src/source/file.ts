import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { readBytes } from './read-bytes.ts';

/**
 * The bytes of a file, a fifo or `<(…)`; `path` is relative to `cwd`.
 *
 * @throws UserError for what cannot be read, each reason in its own words.
 */
export async function readFile(path: string, cwd: string, maxSize: number): Promise<Uint8Array> {
  try {
    return await readBytes(createReadStream(resolve(cwd, path)), `“${path}”`, maxSize);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const [reason, hint] = reasons[code] ?? [`cannot be read (${code || String(error)}).`, undefined];
    throw new UserError(`“${path}” ${reason}`, { cause: error, ...(hint && { hint }) });
  }
}

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
