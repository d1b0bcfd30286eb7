import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  readvSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { isLocal, makeFolder as makeFolders } from '../src/source/input/file-system.ts';
import { cachePath } from '../src/source/input/folders.ts';

/** V8's compiled code, cached between runs by the name of a chunk. Compiling is half of a start. */
export interface CodeCache {
  read(name: string): CachedCode | undefined;
  /** Writes what `make` returns; where it cannot write, it does not call it. */
  write(name: string, make: () => CachedCode): void;
}

/** The compiled code of a chunk, and how often it has been written: from 1 to {@link mostWrites}. */
interface CachedCode {
  readonly code: Buffer;
  readonly writes: number;
}

/** Each of the first runs may use functions that those before it did not; later ones seldom do. */
export const mostWrites = 8;

/**
 * Opens the cache for one build of the program, below the user's cache folder; `undefined` without one, or where it is
 * on a network drive.
 *
 * V8 does not check what it is given: a damaged byte is a crash, and foreign code is run. So each file holds the code
 * twice, which must agree (Node takes longer to load a checksum than to start), behind the count of its writes, and only
 * files of the user's own that nobody else may read or write are accepted, out of such a folder.
 */
export function openCodeCache(build: string, env: NodeJS.ProcessEnv): CodeCache | undefined {
  const base = cachePath({ env, home: env.HOME ?? env.USERPROFILE ?? '' });
  // A call into a dead network drive never returns.
  if (base === undefined || !isLocal(base)) return undefined;
  // Without node:path's join, which takes a millisecond when it is first used.
  const builds = `${base}/code`;
  const folder = `${builds}/${build}-${process.version}-${process.arch}`;
  let isPrivate: boolean | undefined;

  return {
    read(name) {
      try {
        isPrivate ??= isOwn(lstatSync(folder), constants.S_IFDIR);
        return isPrivate ? readOwn(`${folder}/${name}`) : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, make) {
      // Not `writeWhole`, which waits: the program is ending.
      const draft = `${folder}/${name}.${process.pid}`;
      try {
        makeFolders(builds);
        if (makeFolder(folder)) dropOldBuilds(builds);
        if (!isOwn(lstatSync(folder), constants.S_IFDIR)) return;
        // To make code takes longer than all else here.
        const file = openSync(draft, 'wx', 0o600);
        try {
          const { code, writes } = make();
          writeFileSync(file, Buffer.concat([Buffer.of(writes), code, code]));
        } finally {
          closeSync(file);
        }
        renameSync(draft, `${folder}/${name}`);
      } catch {
        remove(draft);
      }
    },
  };
}

/** Reads one file's code; `undefined` where it is damaged, not ours or a link. */
function readOwn(path: string): CachedCode | undefined {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!isOwn(stats, constants.S_IFREG)) return undefined;
    const count = Buffer.alloc(1);
    const code = Buffer.allocUnsafe(stats.size >> 1);
    if (code.length === 0 || readvSync(file, [count, code]) !== 1 + code.length) return undefined;
    const [writes = 0] = count;
    // In parts: memory that is new to the process costs more than the calls.
    const part = Buffer.allocUnsafe(65_536);
    let at = 0;
    for (let length = 1; length > 0; at += length) {
      length = readSync(file, part);
      if (!part.subarray(0, length).equals(code.subarray(at, at + length))) return undefined;
    }
    return at === code.length && writes > 0 && writes <= mostWrites ? { code, writes } : undefined;
  } finally {
    closeSync(file);
  }
}

/** Reports whether a file or folder belongs to the user alone. Windows ensures that for %LOCALAPPDATA% itself. */
function isOwn({ mode, uid }: Stats, type: number): boolean {
  if ((mode & constants.S_IFMT) !== type) return false;
  return process.platform === 'win32' || ((mode & 0o077) === 0 && uid === process.geteuid?.());
}

/** Creates a folder in an existing one; false if it existed itself. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, 0o700);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a file, if possible: “force” ignores a missing one alone. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is missing.
  }
}

const month = 30 * 24 * 3600 * 1000;

/** Removes the caches of builds and Nodes of more than a month ago. */
function dropOldBuilds(builds: string): void {
  for (const name of readdirSync(builds)) {
    const path = `${builds}/${name}`;
    if (lstatSync(path).mtimeMs < Date.now() - month) rmSync(path, { recursive: true, force: true });
  }
}
