import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kill, pid } from 'node:process';

/** A draft is named after the process that writes it, so that others can detect an abandoned one. */
const draftFile = /^\.(?:(\d{1,10})-)?[0-9a-f]{16}\.draft$/;

/** The options of writing a file. */
export interface WriteOptions {
  /** Replace a file of that name, where it is an error else. */
  readonly replace: boolean;
  /** Wait until it is on the disk, so that it outlasts a power cut. */
  readonly sync: boolean;
}

/**
 * Writes a file whole or not at all: writes a draft beside it, then gives the finished draft its name, by a link, which
 * fails where there is a file of that name, or, to replace it, by renaming.
 */
export async function writeWhole(
  folder: string,
  name: string,
  content: string | Uint8Array,
  { replace, sync }: WriteOptions,
): Promise<void> {
  const target = join(folder, name);
  const draft = join(folder, `.${pid}-${randomBytes(8).toString('hex')}.draft`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      if (sync) await file.sync();
    } finally {
      await file.close();
    }
    if (replace) await rename(draft, target);
    else await link(draft, target).catch((error: unknown) => withoutLinks(error, draft, target));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Writes on a file system without links: creates an empty file of that name, and replaces it by renaming. */
async function withoutLinks(error: unknown, draft: string, target: string): Promise<void> {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(code)) throw error;
  await (await open(target, 'wx', 0o600)).close();
  await rename(draft, target);
}

/** No file takes longer to write: ids of processes are used again, in containers soon. */
const longestWrite = 3_600_000;

/** Removes the drafts in a folder whose processes have ended: killed, or crashed. */
export async function removeOldDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [isDraft, writer] = draftFile.exec(name) ?? [];
    if (!isDraft) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
    const isInUse = writer !== undefined && isRunning(Number(writer)) && mtimeMs > Date.now() - longestWrite;
    if (!isInUse) await rm(path, { force: true });
  }
}

function isRunning(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
