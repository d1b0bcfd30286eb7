import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** How the build has packed the program. */
export interface Packs {
  /** Names the build: code compiled for another one is not used. */
  readonly build: string;
  /** The chunk that the program begins with. */
  readonly start: string;
  /** The pack of each chunk. */
  readonly chunks: Readonly<Record<string, string>>;
}

/** A chunk, as CommonJS has it: a function that fills its module's exports. */
type Chunk = (exports: object, require: (id: string) => unknown, module: { exports: object }) => void;

/**
 * Gives a chunk's exports by its name. The chunks lie in a few packs in `folder`, each a file with an object of
 * functions: a start reads one file or two in place of twenty, and Node's loader, which looks at each path piece by
 * piece, is not asked. V8's compiled code is kept between runs in `cache`, since compiling is half of a start; where
 * that cannot be written to, everything works as it is.
 */
export function packLoader(
  folder: string,
  packs: Packs,
  nodeRequire: (id: string) => unknown,
  cache: string | undefined,
): (chunk: string) => unknown {
  const opened = new Map<string, Readonly<Record<string, Chunk>>>();
  const loaded = new Map<string, { exports: object }>();

  function load(name: string): unknown {
    const pack = packs.chunks[name];
    if (pack === undefined) return nodeRequire(name);
    let module = loaded.get(name);
    if (!module) {
      module = { exports: {} };
      loaded.set(name, module);
      const chunks = opened.get(pack) ?? openPack(join(folder, pack), cache && join(cache, `${pack}.cache`));
      opened.set(pack, chunks);
      chunks[name]?.(module.exports, load, module);
    }
    return module.exports;
  }
  return load;
}

function openPack(file: string, cacheFile: string | undefined): Readonly<Record<string, Chunk>> {
  const cachedData = cacheFile === undefined ? undefined : readIfThere(cacheFile);
  // The build writes packs in ASCII.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
  if (cacheFile !== undefined && (!cachedData || script.cachedDataRejected)) {
    // At the end, when the functions that this command uses have been compiled too.
    atExit(() => writeWhole(cacheFile, script.createCachedData()));
  }
  return script.runInThisContext();
}

const unwritten: (() => void)[] = [];

// One listener for all: Node warns on stderr from the eleventh on.
function atExit(write: () => void): void {
  if (unwritten.length === 0) {
    process.once('exit', () => {
      for (const each of unwritten) each();
    });
  }
  unwritten.push(write);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function writeWhole(file: string, bytes: Buffer): void {
  try {
    if (mkdirSync(dirname(file), { recursive: true, mode: 0o700 })) dropOtherBuilds(dirname(dirname(file)));
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // A cache that cannot be written is none.
  }
}

/** `kept` is a folder `build-node-processor`: what another build has left beside it serves nobody any more. */
function dropOtherBuilds(kept: string): void {
  const [build = ''] = basename(kept).split('-');
  for (const name of readdirSync(dirname(kept))) {
    if (!name.startsWith(`${build}-`)) rmSync(join(dirname(kept), name), { recursive: true, force: true });
  }
}

/**
 * Where compiled code is kept, apart for each build, each Node and each command, which uses functions of its own:
 * in XDG_CACHE_HOME, else in ~/.cache; undefined without a home.
 */
export function codeCacheFolder(
  build: string,
  command: string,
  { XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv,
): string | undefined {
  const base = [XDG_CACHE_HOME, HOME && `${HOME}/.cache`].find((path) => path && isAbsolute(path));
  const name = /^[a-z]+$/.test(command) ? command : 'other';
  return base && join(base, 'article', 'code', `${build}-${process.version}-${process.arch}`, name);
}
