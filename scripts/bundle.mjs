// The bundler's configuration: what is replaced, what is loaded together, and how the program and parts of it are written.
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
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

const command = (name) => `src/commands/${name}.ts`;
const grammar = (language) => `node_modules/highlight.js/lib/languages/${language}.js`;

/**
 * The chunks of what is loaded together: these modules with all that they import, except what an earlier chunk has. The
 * rest is split at each dynamic import. `main` prints plain text of the bundled articles alone: in one chunk, its source
 * is a string so long that V8 does not put it into its young heap, and most starts end before that is full.
 */
const chunks = {
  main: [
    'src/main.ts',
    ...['read', 'sections', 'summary', 'search'].map(command),
    'src/source/input/file.ts',
    'src/source/input/piped-input.ts',
    'src/view/select.ts',
    'src/render/plain/render-plain.ts',
  ],
  rich: ['src/render/rich/render-rich.ts', 'src/render/load-tools.ts'],
  // Apart from what reads a file: V8's flags for long texts are set between the two, and code is kept by flags.
  parse: ['src/article/parse-lazily.ts'],
  // Front matter reads dates, as pages and plain texts do.
  'metadata-values': ['src/article/metadata-values.ts'],
  highlight: ['src/render/rich/highlight.ts', ...['bash', 'css', 'javascript', 'json', 'xml'].map(grammar)],
  languages: /[\\/]highlight\.js[\\/]lib[\\/]languages[\\/]/,
  commands: 'open forget links code tables config completion shelf save remove edit pick mcp'.split(' ').map(command),
  complete: ['src/commands/complete.ts', 'src/completion/find-candidates.ts'],
  re2js: ['node_modules/re2js/build/index.js'],
  linebreak: ['node_modules/@cto.af/linebreak/lib/index.js'],
};

const groups = Object.entries(chunks).map(([name, modules], index, all) => {
  const paths = modules instanceof RegExp ? undefined : new Set(modules.map((module) => realpathSync(module)));
  return { name, test: paths ? (id) => paths.has(id) : modules, priority: all.length - index };
});

/** Options of every bundle. */
const input = {
  // The library imports at once what the program imports on demand.
  checks: { ineffectiveDynamicImport: false },
  platform: 'node',
  transform: { target: 'node20.19' },
  // A module that is required on demand is not to be compiled before.
  optimization: { pifeForModuleWrappers: false },
  // All languages at once; ours are registered one by one.
  resolve: { alias: { 'highlight.js$': here('../node_modules/highlight.js/lib/core.js') } },
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

/** Bundles the program and the library as CommonJS chunks into a folder and returns these. */
export function bundleProgram(dir) {
  return bundle(
    {
      input: { main: 'src/main.ts', index: 'src/index.ts', entities: 'node_modules/entities/dist/decode.js' },
      // Files beside the chunks: what is required on demand, which a module of a chunk is not, and lists.
      external: ['entities/decode', /[\\/]generated[\\/][^\\/]+\.json$/],
      preserveEntrySignatures: 'allow-extension',
    },
    {
      dir,
      format: 'cjs',
      minify: true,
      comments: false,
      // V8 keeps it in a byte a character, and Node decodes it seven times as fast. `String.raw` is left as it is.
      charset: 'ascii',
      dynamicImportInCjs: false,
      codeSplitting: { groups },
      paths: (id) => (id === 'entities/decode' ? './entities.js' : id.endsWith('.json') ? `./${basename(id)}` : id),
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    },
  );
}
