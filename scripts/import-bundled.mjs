// Bundles modules of the program for what runs parts of it: the build itself, benchmarks, pictures.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/** Bundles modules and returns all that they export. */
export async function importBundled(...modules) {
  const dir = mkdtempSync(join('node_modules', '.bundled-'));
  // Not before: a part of it may be imported on demand.
  process.once('exit', () => rmSync(dir, { recursive: true }));
  const names = { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' };
  const files = await bundle({ input: modules }, { dir, format: 'esm', ...names });
  const exports = {};
  for (const { isEntry, fileName } of files) {
    if (isEntry) Object.assign(exports, await import(pathToFileURL(join(dir, fileName)).href));
  }
  return exports;
}
