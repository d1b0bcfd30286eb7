#!/usr/bin/env node
import { run } from '../src/main.ts';
import { systemWorld } from '../src/terminal/system-world.ts';

run(process.argv.slice(2), systemWorld(new URL('../../articles/', import.meta.url))).then((exitCode) => {
  // Never process.exit(): it would cut off what a pipe has not taken yet.
  process.exitCode = exitCode;
});
