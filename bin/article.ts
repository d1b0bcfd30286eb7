#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { main } from '../src/main.ts';
import { mostWrites, openCodeCache } from './code-cache.ts';

/** Names the build; set by scripts/build.mjs. */
declare const BUILD: string;

const cache = openCodeCache(BUILD, process.env);
const loaded = new Map<string, { exports: unknown }>();
/** The chunks that have been loaded, and how often their code has been written. */
const scripts = new Map<string, { readonly script: Script; readonly writes: number }>();
/** A name for V8's current flags: it rejects code that was compiled under others. */
let flags = '';
/** Whether code was missing for the current flags, or new, and whether it was missing even in part. */
let isIncomplete = false;
let isMissing = false;

/** Names code that was stored before all that a run uses was compiled. */
const PARTIAL = '.partial';

const opening = Buffer.from('(function(exports,require,module){');
const closing = Buffer.from('\n})');

/** Loads a chunk of the program, with its compiled code where that is cached; a list of it, or a module of Node's. */
function load(id: string): unknown {
  if (!id.startsWith('./') || id.endsWith('.json')) return require(id);
  const known = loaded.get(id);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(id, module);
  const name = id.slice(2) + flags;
  const filename = `${__dirname}/${id.slice(2)}`;
  const whole = cache?.read(name);
  const cached = whole ?? cache?.read(name + PARTIAL);
  // Joined as bytes: a joined string would be copied once more, in the young heap.
  const source = Buffer.concat([opening, readFileSync(filename), closing]);
  // In ASCII, as the bundler writes it: UTF-8 would be decoded into a buffer and copied.
  const script = new Script(source.toString('latin1'), { filename, ...(cached && { cachedData: cached.code }) });
  const isRejected = !cached || script.cachedDataRejected === true;
  const writes = (!isRejected && whole?.writes) || 0;
  scripts.set(name, { script, writes });
  isMissing ||= isRejected;
  isIncomplete ||= writes < mostWrites;
  script.runInThisContext()(module.exports, load, module);
  return module.exports;
}

// At exit, when the functions in use have been compiled: Node's own cache is created at load and lacks them. A new
// chunk uses others' functions as well, so all are written again.
process.once('exit', () => {
  if (isIncomplete) writeAll('');
});

function writeAll(suffix: string): void {
  for (const [name, { script, writes }] of scripts) {
    cache?.write(name + suffix, () => ({
      code: script.createCachedData(),
      writes: Math.min(writes + 1, mostWrites),
    }));
  }
}

/**
 * Keeps the code compiled so far, before V8's flags change: at exit it could no longer be stored as it was looked up. It
 * lacks the functions that are called from now on, so a run whose flags stay replaces it.
 */
function changeFlags(name: string): void {
  if (flags === `.${name}`) return;
  if (isMissing) writeAll(PARTIAL);
  flags = `.${name}`;
  scripts.clear();
  isIncomplete = false;
  isMissing = false;
}

const program = load('./main.js') as { main: typeof main };
// All is written by then. Node would free its heap first, which takes a tenth of a start.
program.main(process.argv.slice(2), `${__dirname}/../articles`, changeFlags).then((exitCode) => process.exit(exitCode));
