#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { main } from '../src/main.ts';
import { openCodeCache } from './code-cache.ts';

/** Names the build; set by scripts/build.mjs. */
declare const BUILD: string;

const cache = openCodeCache(BUILD, process.env);
const loaded = new Map<string, { exports: unknown }>();
const unsaved: (() => void)[] = [];

/** Loads a chunk of the program, with its compiled code where that is kept, or what Node brings. */
function load(id: string): unknown {
  if (!id.startsWith('./')) return require(id);
  const known = loaded.get(id);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(id, module);
  const filename = `${__dirname}/${id.slice(2)}`;
  const name = `${id.slice(2)}.code`;
  const cachedData = cache?.read(name);
  const source = `(function(exports,require,module){${readFileSync(filename, 'utf8')}\n})`;
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) });
  if (!cachedData || script.cachedDataRejected) unsaved.push(() => cache?.write(name, script.createCachedData()));
  script.runInThisContext()(module.exports, load, module);
  return module.exports;
}

// At exit, when the functions that a command uses have been compiled: what Node itself can keep is made at load and lacks them.
process.once('exit', () => {
  for (const save of unsaved) save();
});

const program = load('./main.js') as { main: typeof main };
program.main(process.argv.slice(2), `${__dirname}/../articles`).then((exitCode) => {
  process.exitCode = exitCode;
});
