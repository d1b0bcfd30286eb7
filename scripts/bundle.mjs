// How the program is bundled, whole by build.mjs and in parts for what runs parts of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const unused = here('stand-ins/unused.cjs');

/** Modules that replace what one package alone imports. */
const standIns = [
  { importer: /[\\/]commander[\\/]/, id: /^node:child_process$/, path: here('stand-ins/child-process.cjs') },
  // It depends on an older chalk of its own.
  { importer: /[\\/]cli-highlight[\\/]/, id: /^chalk$/, path: here('../node_modules/chalk/source/index.js') },
  { importer: /[\\/]cli-highlight[\\/]/, id: /^parse5/, path: here('stand-ins/highlighted-html.mjs') },
  // All of marked-terminal but its highlighting.
  {
    importer: /[\\/]marked-terminal[\\/]/,
    id: /^(?:ansi-escapes|cli-table3|node-emoji|supports-hyperlinks)$/,
    path: unused,
  },
  // chalk is given its level and need not detect one.
  { importer: /[\\/]chalk[\\/]/, id: /^#supports-color$/, path: unused },
];

/** Options of every bundle. */
const input = {
  // The library imports at once what the program imports on demand.
  checks: { ineffectiveDynamicImport: false },
  platform: 'node',
  transform: { target: 'node20.19' },
  // A module that is required on demand is not to be compiled before.
  optimization: { pifeForModuleWrappers: false },
  resolve: {
    alias: {
      // All languages at once; ours are registered one by one.
      'highlight.js$': here('../node_modules/highlight.js/lib/core.js'),
    },
  },
  plugins: [
    {
      name: 'stand-ins',
      resolveId(id, importer = '') {
        return standIns.find((each) => each.importer.test(importer) && each.id.test(id))?.path;
      },
    },
  ],
};

/** Writes a bundle and returns its files. Options are added to {@link input}. */
export async function bundle(options, output) {
  const bundled = await rolldown({ ...input, ...options, transform: { ...input.transform, ...options.transform } });
  const { output: files } = await bundled.write(output);
  await bundled.close();
  return files;
}

/** Bundles modules of the program and returns all that they export. */
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
