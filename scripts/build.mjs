// Builds dist/: the program as CommonJS pieces (bin/), the library as one ES module, and its types.
//
// CommonJS because it starts faster: on Node 20 an empty ES module alone takes a tenth longer than an empty CommonJS file.
// In pieces so that a start reads only what it uses; esbuild cuts pieces for ES modules only, so they are cut as such
// and turned into CommonJS one by one.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';

// marked-terminal paints code for us and does nothing else. Of what it pulls in, highlight.js would bring all of its 190
// languages (we register those asked for), cli-table3 and node-emoji serve tables and emoji that we lay out ourselves.
const markedTerminalParts = {
  name: 'marked-terminal-parts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^highlight\.js$/ }, () => ({ path: resolve('node_modules/highlight.js/lib/core.js') }));
    onResolve({ filter: /^(?:cli-table3|node-emoji)$/ }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'export const get = 0; export default 0;' }));
  },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // turndown is given nodes and never needs the DOM that it brings for Node.
  // yaml's build for Node requires builtins in a way that no ES module can; the other one is the same without its warnings.
  alias: {
    turndown: './node_modules/turndown/lib/turndown.browser.es.js',
    yaml: './node_modules/yaml/browser/index.js',
  },
  plugins: [markedTerminalParts],
  legalComments: 'none',
  logLevel: 'warning',
};

await rm('dist', { recursive: true, force: true });
await Promise.all([buildProgram(), buildLibrary(), buildTypes()]);
await copyFile('src/render/json/article.schema.json', 'dist/article.schema.json');

async function buildProgram() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { article: 'bin/article.ts' },
    outdir: 'dist/bin',
    splitting: true,
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    metafile: true,
  });
  await mkdir('dist/bin', { recursive: true });
  await writeFile('dist/bin/package.json', '{ "type": "commonjs" }\n');
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'import_meta_url' },
      banner: text.includes('import.meta.url')
        ? "const import_meta_url=require('node:url').pathToFileURL(__filename);"
        : '',
      minifyWhitespace: true,
    });
    await writeFile(join('dist/bin', basename(path)), code, { mode: 0o755 });
  }
}

async function buildLibrary() {
  await build({ ...common, entryPoints: { index: 'src/index.ts' }, outdir: 'dist', format: 'esm' });
}

async function buildTypes() {
  const options =
    '--declaration --emitDeclarationOnly --rewriteRelativeImportExtensions --ignoreConfig --outDir dist/types --rootDir src --target es2023 --module esnext --moduleResolution bundler --strict --skipLibCheck --types node';
  await promisify(execFile)('node_modules/.bin/tsc', ['src/index.ts', ...options.split(' ')]);
}
