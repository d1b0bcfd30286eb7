import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { input } from '../../scripts/bundle.mjs';

/** Bundles modules of the program as the build does, and returns all that they export. */
export async function importBundled(...modules) {
  const dir = mkdtempSync(join('node_modules', '.bench-'));
  // Not before: what is imported when it is needed is there as well.
  process.once('exit', () => rmSync(dir, { recursive: true }));
  const bundle = await rolldown({ ...input, input: modules });
  const { output } = await bundle.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
  });
  await bundle.close();
  const exports = {};
  for (const { isEntry, fileName } of output) {
    if (isEntry) Object.assign(exports, await import(pathToFileURL(join(dir, fileName)).href));
  }
  return exports;
}
