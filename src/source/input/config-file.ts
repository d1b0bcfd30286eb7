import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { withoutByteOrderMark } from '../../text/byte-order-mark.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { configFolder } from './folders.ts';

/** Returns the path of the config file; undefined where there is no home. */
export async function configFile(system: Pick<System, 'env' | 'home'>): Promise<string | undefined> {
  const folder = await configFolder(system);
  return folder === undefined ? undefined : `${folder}/config`;
}

/**
 * Reads the lines of the config file, without comments; none where there is no such file.
 *
 * @throws UserError when it cannot be read.
 */
export function configLines(file: string): readonly string[] {
  try {
    // Most users have none, and creating an error takes longer than all the rest.
    if (!statSync(file, { throwIfNoEntry: false })) return [];
    return withoutByteOrderMark(readFileSync(file, 'utf8')).split(/\r?\n/).map(withoutComment);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new UserError(`The config file ${cleanLine(file)} cannot be read (${code}).`, {
      hint: 'It can be left aside with --no-config.',
    });
  }
}

/** Leaves out what follows a `#` at the beginning of a word, outside quotes. */
function withoutComment(line: string): string {
  return /^(?:[^\s"'\\#]|\\.|"(?:[^"\\]|\\.)*"?|'[^']*'?|\s+(?!#)|(?<=\S)#)*/s.exec(line)?.[0] ?? '';
}
