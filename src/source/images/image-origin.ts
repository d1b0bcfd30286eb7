import { dirname, resolve } from 'node:path';
import type { System } from '../../system.ts';
import { isAddress } from '../../text/parse-url.ts';
import { isSpelledSource } from '../arguments.ts';
import { isFolder } from '../input/file.ts';
import { isShelfName } from '../load.ts';
import type { ImageOrigin } from './locate-image.ts';

/** Finds out where an article comes from. What came through a pipe has no folder, and so no files beside it. */
export async function imageOrigin(
  source: string | undefined,
  address: string | undefined,
  system: System,
): Promise<ImageOrigin> {
  const known = address === undefined ? {} : { address };
  if (source === undefined || source === '-') return known;
  if (isAddress(source)) return { address: source, ...known, typed: source };
  if (!isSpelledSource(source) && (await isShelfName(source, system))) return known;
  const path = resolve(system.cwd, source);
  return { folder: isFolder(path, system.cwd) ? path : dirname(path) };
}
