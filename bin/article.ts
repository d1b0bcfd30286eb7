#!/usr/bin/env node
import type { start } from '../src/start.ts';
import { codeCacheFolder, type Packs, packLoader } from '../src/terminal/packs.ts';

/** Written by the build. */
declare const packs: Packs;

const argv = process.argv.slice(2);
const load = packLoader(__dirname, packs, require, codeCacheFolder(packs.build, argv[0] ?? '', process.env));
const program = load(packs.start) as { start: typeof start };
program.start(argv, __dirname).then((exitCode) => {
  // Never process.exit(): it would cut off what a pipe has not taken yet.
  process.exitCode = exitCode;
});
