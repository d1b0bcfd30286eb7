import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import type zlib from 'node:zlib';

/** How the build has packed the program. */
export interface Packs {
  /** Names the build: code compiled for another one is not used. */
  readonly build: string;
  /** The chunk that the program begins with. */
  readonly start: string;
}

/** A pack, as CommonJS has it: a function that fills its module's exports, which are those of its chunks by name. */
type Pack = (module: { exports: Readonly<Record<string, unknown>> }, require: (id: string) => unknown) => void;

/**
 * Gives a chunk's exports by its name, `pack/chunk`. The chunks lie in a few packs in `folder`: a start reads one file
 * or two in place of twenty, and Node's loader, which looks at each path piece by piece, is not asked. V8's compiled
 * code is kept between runs in `cache`, since compiling is half of a start; where that cannot be written to, everything
 * works as it is.
 */
export function packLoader(
  folder: string,
  nodeRequire: (id: string) => unknown,
  cache: string | undefined,
): (chunk: string) => unknown {
  const loaded = new Map<string, { exports: Readonly<Record<string, unknown>> }>();

  function load(name: string): unknown {
    // `late:` is opened when something of it is first used, not when it is imported.
    if (name.startsWith('late:')) {
      return new Proxy({}, { get: (_, key) => Reflect.get(load(name.slice(5)) as object, key) });
    }
    const [pack = '', chunk] = name.split('/');
    if (chunk === undefined || !/\.pack\.js(?:\.br)?$/.test(pack)) return nodeRequire(name);
    let module = loaded.get(pack);
    if (!module) {
      module = { exports: {} };
      loaded.set(pack, module);
      openPack(`${folder}/${pack}`, cache && `${cache}/${pack}.cache`, nodeRequire)(module, load);
    }
    return module.exports[chunk];
  }
  return load;
}

function openPack(file: string, cacheFile: string | undefined, nodeRequire: (id: string) => unknown): Pack {
  const cachedData = cacheFile === undefined ? undefined : readIfThere(cacheFile);
  // Packs that lie open are in ASCII, which is read as UTF-8 soonest.
  const text = file.endsWith('.br') ? readCompressed(file, nodeRequire) : readFileSync(file, 'utf8');
  const script = new Script(text, { filename: file, ...(cachedData && { cachedData }) });
  if (cacheFile !== undefined && (!cachedData || script.cachedDataRejected || isRefresher())) {
    // At the end, when the functions that this command uses have been compiled too.
    atExit(() => writeWhole(cacheFile, script.createCachedData()));
  }
  return script.runInThisContext();
}

/**
 * One run in sixteen keeps the code anew: what is kept then is what was and what this run has compiled besides, so that
 * in time it is what all runs of its kind use, not the first alone.
 */
function isRefresher(): boolean {
  return process.pid % 16 === 0;
}

/** zlib takes 3 ms to load: only what is seldom used lies compressed. */
function readCompressed(file: string, nodeRequire: (id: string) => unknown): string {
  const { brotliDecompressSync } = nodeRequire('node:zlib') as typeof zlib;
  return brotliDecompressSync(readFileSync(file)).toString();
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
    if (mkdirSync(dirname(file), { recursive: true, mode: 0o700 })) dropOldCode(dirname(dirname(dirname(file))));
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // A cache that cannot be written is none.
  }
}

/** Kinds of command lines, over all builds, that code is kept for at a time: each keeps some 300 kB. */
const mostKinds = 24;

/** Drops the oldest of what is kept. Another build's is not dropped at once: two that are used by turns would drop each other's. */
function dropOldCode(code: string): void {
  const foldersIn = (folder: string) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
      each.isDirectory() ? [join(folder, each.name)] : [],
    );
  const kinds = foldersIn(code)
    .flatMap(foldersIn)
    .map((folder) => ({ folder, time: statSync(folder).mtimeMs }))
    .sort((one, other) => other.time - one.time);
  for (const { folder } of kinds.slice(mostKinds)) {
    rmSync(folder, { recursive: true, force: true });
    if (readdirSync(dirname(folder)).length === 0) rmSync(dirname(folder), { recursive: true, force: true });
  }
}

/**
 * Where compiled code is kept, apart for each build, each Node and each kind of command line: in XDG_CACHE_HOME, else in
 * ~/.cache; undefined without a home.
 */
export function codeCacheFolder(
  build: string,
  argv: readonly string[],
  { XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv,
): string | undefined {
  const base =
    XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : HOME && isAbsolute(HOME) && `${HOME}/.cache`;
  return base ? `${base}/article/code/${build}-${process.version}-${process.arch}/${kindOf(argv)}` : undefined;
}

/**
 * What tells which functions a command line uses: its command, the names of its options and the extension of what it
 * reads. What no run of the kind has used when its code is kept will be compiled in each that does.
 */
function kindOf(argv: readonly string[]): string {
  const [command = '', ...words] = argv;
  if (!/^[a-z]{1,20}$/.test(command)) return 'other';
  let kind = command;
  for (const word of words) {
    const told = word.startsWith('-') ? word : /\.[a-z]{1,8}$/.exec(word)?.[0];
    if (told !== undefined && /^[a-z.-]{1,30}$/.test(told) && !kind.includes(told)) kind += told;
  }
  return kind.slice(0, 100);
}
