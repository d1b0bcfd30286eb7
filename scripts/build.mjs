// Builds dist/: the program as CommonJS pieces (bin/), the library as an ES module around the same pieces, and its types.
//
// CommonJS because it starts faster: on Node 20 an empty ES module alone takes a tenth longer than an empty CommonJS file.
// In pieces so that a start reads only what it uses; esbuild cuts pieces for ES modules only, so they are cut as such
// and put together again as packs of CommonJS.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'rolldown/utils';
import { folded } from './folded.mjs';
import { noSpareOfPages, onlyCoreYaml } from './left-out.mjs';
import { quickHighlight } from './quick-highlight.mjs';

/** chalk would look at Node's terminals, which take their time to load: it is always given its level. */
const noColorSupport = {
  name: 'no-color-support',
  setup({ onResolve }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: resolve('scripts/no-color-support.mjs') }));
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
    // Of htmlparser2 linkedom takes the parser.
    htmlparser2: './node_modules/htmlparser2/dist/esm/Parser.js',
    'entities/decode': './scripts/entity-decoder.mjs',
    // Node has what @cto.af/linebreak opens its table with.
    fflate: 'node:zlib',
    // See never-called.mjs.
    'ansi-escapes': './scripts/never-called.mjs',
    'cli-table3': './scripts/never-called.mjs',
    'node-emoji': './scripts/never-called.mjs',
    'supports-hyperlinks': './scripts/never-called.mjs',
  },
  plugins: [quickHighlight, noColorSupport, noSpareOfPages],
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Commander runs subcommands that are programs of their own; ours are not, and loading what could run them takes time.
 * Nor do we use the command that it makes for those who make none.
 */
const quickCommander = {
  name: 'quick-commander',
  setup({ onLoad }) {
    const replace = async (path, pieces) => {
      let contents = await readFile(path, 'utf8');
      for (const [piece, other] of pieces) {
        if (!contents.includes(piece)) throw new Error(`Commander has no “${piece}” any more: look at it again.`);
        contents = contents.replace(piece, other);
      }
      return { contents };
    };
    onLoad({ filter: /commander[/\\]lib[/\\]command\.js$/ }, ({ path }) =>
      replace(path, [
        [
          "const childProcess = require('node:child_process');",
          "const childProcess = { spawn: (...all) => require('node:child_process').spawn(...all) };",
        ],
        ["const process = require('node:process');", 'const { process } = globalThis;'],
      ]),
    );
    onLoad({ filter: /commander[/\\]index\.js$/ }, ({ path }) =>
      replace(path, [['exports.program = new Command();', '']]),
    );
  },
};

const grammar = (name) => `node_modules/highlight.js/lib/languages/${name}.js`;

/**
 * What is loaded together is packed together: the modules named here with all that they import, but for what an earlier
 * pack has. Any other module that is loaded late is a pack of its own.
 */
const packsOf = {
  start: ['src/start.ts', 'src/render/plain/plain.ts', 'src/view/select.ts'],
  rich: ['src/render/rich/load.ts'],
  parse: ['src/source/input/file.ts', 'src/article/sections.ts'],
  lex: ['src/markdown/marked/marked-blocks.ts'],
  // With the grammars that texts name most, and that others have within.
  highlight: ['src/render/rich/highlight.ts', ...['bash', 'javascript', 'json', 'xml'].map(grammar)],
  kind: ['src/source/kind.ts'],
  search: ['src/view/search/search.ts'],
  // Grammars that are alike take less room together, and all of them in packs whose names are neighbours.
  ...Object.fromEntries(
    Object.entries({
      c: 'c cpp objectivec csharp java',
      functional: 'clojure elixir erlang fsharp haskell lisp ocaml scala',
      scripts: 'julia lua perl php python r ruby',
      settings: 'diff dockerfile http ini makefile nginx nix protobuf yaml cmake',
      shells: 'powershell shell vim',
      styles: 'css less scss',
      systems: 'dart go groovy kotlin rust swift typescript',
      texts: 'latex markdown sql',
    }).map(([pack, names]) => [`grammar-${pack}`, names.split(' ').map(grammar)]),
  ),
  // These are compressed: see below.
  page: ['src/source/html/html.ts', 'src/source/web/decode-page.ts', 'src/source/web/fetch-page.ts'],
  text: ['src/source/text/text.ts'],
  summary: ['src/view/summary/summarize.ts'],
  'front-matter': ['src/article/parse-article.ts'],
  patterns: ['node_modules/re2js/build/index.js'],
  lines: ['node_modules/@cto.af/linebreak/lib/index.js'],
  'stop-words': /\/stopwords_\w+\.js$/,
  languages: ['node_modules/tinyld/dist/tinyld.light.node.mjs'],
};

/**
 * Packs that are large and seldom used lie compressed, to keep the package small: opening the first of them takes some 3 ms
 * for Node's zlib, and each 1 to 4 ms, every time, for V8 wants the text even of code that it has kept.
 */
const compressed = new Set(['page', 'text', 'summary', 'front-matter', 'patterns', 'lines', 'stop-words', 'languages']);

/**
 * Modules that are imported as any other, and yet are loaded only when something of theirs is first used. Most texts are
 * read without them: marked, whose rules take longer to make than a short text to read; HTML within Markdown; the names
 * of character references; what finds a name that was meant.
 */
const late = [
  'src/markdown/marked/marked-blocks.ts',
  'src/markdown/html/html-blocks.ts',
  'src/text/named-references.ts',
  'src/text/suggest.ts',
];

/** No other chunk has such a name. */
const lateName = (module) => `late-${basename(module, '.ts')}`;
const isLate = (name) => late.some((module) => name === `${lateName(module)}.js`);

/** Keeps a late module out of those that import it: it is an entry of its own. */
const lateModules = {
  name: 'late-modules',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      const module = late.find((each) => resolve(each) === resolve(resolveDir, path));
      if (module === undefined || kind !== 'import-statement') return undefined;
      return { path: `./${lateName(module)}.js`, external: true };
    });
  },
};

async function buildProgram() {
  const { outputFiles, metafile } = await build({
    ...common,
    plugins: [...common.plugins, quickCommander, lateModules, writtenDown, onlyCoreYaml, folded],
    entryPoints: {
      start: 'src/start.ts',
      index: 'src/index.ts',
      ...Object.fromEntries(late.map((module) => [lateName(module), module])),
    },
    outdir: 'chunks',
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
  });
  const rename = shortNames(outputFiles.map(({ path }) => basename(path)));
  const chunks = new Map(outputFiles.map(({ path, text }) => [rename(basename(path)), rename(text)]));
  if (chunks.size < outputFiles.length) throw new Error('Two chunks have one name.');
  const outputs = JSON.parse(rename(JSON.stringify(metafile.outputs)));
  const packOf = assignPacks(outputs);
  await mkdir('dist/bin', { recursive: true });
  const texts = await Promise.all(
    [...new Set(packOf.values())].map((pack) => writePack(pack, packOf, chunks, outputs)),
  );
  const packs = {
    build: createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16),
    start: `${packOf.get('start.js')}/start.js`,
  };
  await build({
    ...common,
    entryPoints: ['bin/article.ts'],
    outdir: 'dist/bin',
    format: 'cjs',
    minify: true,
    define: { packs: JSON.stringify(packs) },
  });
  await chmod('dist/bin/article.js', 0o755);
  await writeFile('dist/bin/package.json', '{ "type": "commonjs" }\n');
  await buildLibrary(`${packOf.get('index.js')}/index.js`, outputs['chunks/index.js'].exports);
  await writeAnswers();
  return metafile;
}

/**
 * A pack is one function whose exports are those of its chunks that others ask for, by their names; what it asks others
 * for it calls `pack/chunk`. Within it the chunks have become one module: each alone would bring its own machinery of
 * exports, which takes as long to load as what it exports.
 */
async function writePack(pack, packOf, chunks, outputs) {
  const names = [...packOf.keys()].filter((name) => packOf.get(name) === pack);
  const isAskedFor = (name) =>
    name === 'start.js' ||
    name === 'index.js' ||
    isLate(name) ||
    Object.entries(outputs).some(
      ([path, { imports }]) =>
        packOf.get(basename(path)) !== pack && imports.some((each) => !each.external && basename(each.path) === name),
    );
  const { outputFiles } = await build({
    ...common,
    stdin: {
      contents: names
        .filter(isAskedFor)
        .map((name) => `export * as ${JSON.stringify(name)} from './${name}';`)
        .join('\n'),
    },
    plugins: [
      {
        name: 'chunks',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\// }, ({ path }) => {
            const name = basename(path);
            return packOf.get(name) === pack
              ? { path: name, namespace: 'chunk' }
              : {
                  path: `${isLate(name) ? 'late:' : ''}${packOf.get(name)}/${name}`,
                  external: true,
                  sideEffects: false,
                };
          });
          onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: chunks.get(path) }));
        },
      },
    ],
    format: 'cjs',
    supported: { 'dynamic-import': false },
    minify: true,
    write: false,
  });
  // What another pack gives has been an ES module: nothing need be done to make it look like one.
  const code = outputFiles[0].text
    .replace(/[\w$]+\((require\("[^"]*\.pack\.js(?:\.br)?\/[^"]*"\))(?:, ?1)?\)/g, '$1')
    // What no loader but Node's would look at.
    .replace(/0&&\(module\.exports=\{[^{}]*\}\);?\s*$/, '');
  const text = await minified(`(function(module,require){${code}})`, pack);
  await writeFile(join('dist/bin', pack), pack.endsWith('.br') ? brotliCompressSync(text) : text);
  return text;
}

/** A function's source, minified by another hand: it finds three hundredths that esbuild's leaves. */
async function minified(text, pack) {
  const { code, errors } = await minify(`${pack}.js`, `pack=${text}`, {
    compress: { target: common.target },
    mangle: true,
  });
  if (errors.length > 0) throw new Error(errors[0].message);
  const source = `(${code.replace(/^pack=/, '').replace(/;\s*$/, '')})`;
  return pack.endsWith('.br') ? source : inAscii(source);
}

/**
 * Code whose every character is ASCII, so that the packs need no decoding and V8 keeps them in a byte a character.
 * What minifies them leaves others.
 */
function inAscii(code) {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(code)) {
    throw new Error('A backslash stands before a character that must be escaped.');
  }
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The library's door: an ES module that takes its exports out of the packs, so that no code is there twice. */
async function buildLibrary(index, exports) {
  const lines = [
    "import { createRequire } from 'node:module';",
    "import { fileURLToPath } from 'node:url';",
    "import { packLoader } from './src/terminal/packs.ts';",
    "const folder = fileURLToPath(new URL('bin', import.meta.url));",
    'const load = packLoader(folder, createRequire(import.meta.url), undefined);',
    `export const { ${exports.join(', ')} } = load(${JSON.stringify(index)});`,
  ];
  await build({
    ...common,
    stdin: { contents: lines.join('\n'), resolveDir: '.', loader: 'ts' },
    outfile: 'dist/index.js',
    format: 'esm',
    minify: true,
  });
}

/** Writes down what the program says to requests for help and the version, for bin/article.ts. */
async function writeAnswers() {
  const program = await ask('--help');
  const commands = [...program.matchAll(/^ {2}([a-z]+)\S* .*$/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'article' && name !== 'help');
  const answers = [
    ['', program],
    ['--version', await ask('--version')],
    ...(await Promise.all(commands.map(async (name) => [name, await ask(`help ${name}`)]))),
  ];
  await writeFile('dist/bin/answers.json', JSON.stringify(Object.fromEntries(answers)));
}

async function ask(line) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/bin/article.js', ...line.split(' ').filter(Boolean)],
    {
      env: { PATH: process.env.PATH },
    },
  );
  return stdout;
}

/**
 * Takes from the names of chunks in a text the hash that esbuild gives them: a build is known by its own, and what cannot
 * be compressed would stand in each place where one asks for another.
 */
function shortNames(names) {
  const short = new Map();
  const given = new Set();
  for (const name of names) {
    const bare = name.replace(/(?:-[A-Z0-9]{8})?\.js$/, '');
    let free = `${bare}.js`;
    for (let next = 2; given.has(free); next++) free = `${bare}-${next}.js`;
    given.add(free);
    short.set(name, free);
  }
  return (text) => text.replace(/[\w.-]+-[A-Z0-9]{8}\.js/g, (name) => short.get(name) ?? name);
}

/** The pack of each chunk, from esbuild's metafile. */
function assignPacks(outputs) {
  const byEntry = new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint }]) => (entryPoint ? [[entryPoint, path]] : [])),
  );
  const packOf = new Map();
  const put = (path, pack) => {
    if (packOf.has(basename(path))) return;
    packOf.set(basename(path), `${pack}.pack.js${compressed.has(pack) ? '.br' : ''}`);
    for (const { path: imported, kind, external } of outputs[path].imports) {
      if (kind === 'import-statement' && !external) put(imported, pack);
    }
  };
  for (const [pack, entries] of Object.entries(packsOf)) {
    const named = Array.isArray(entries) ? entries : [...byEntry.keys()].filter((entry) => entries.test(entry));
    for (const entry of named) {
      if (!byEntry.has(entry)) throw new Error(`${entry} is not loaded late any more: look at the packs again.`);
      put(byEntry.get(entry), pack);
    }
  }
  // A chunk that several others share comes with the first of them.
  for (const path of byEntry.values()) put(path, basename(path, '.js'));
  return packOf;
}

/** Parses the bundled articles here and now, so that reading them needs no parser. */
async function buildArticles() {
  const { parseArticle, storeArticle } = await run({
    stdin: {
      contents: `export { parseArticle } from './src/article/parse-article.ts'; export { storeArticle } from './src/article/serialize.ts';`,
      resolveDir: '.',
    },
  });
  await mkdir('dist/articles', { recursive: true });
  for (const file of await readdir('articles')) {
    const article = parseArticle(await readFile(join('articles', file), 'utf8'));
    await writeFile(join('dist/articles', `${basename(file, '.md')}.json`), storeArticle(article));
  }
}

/** Modules that need not run to say what they export: the build runs them and puts that down. */
const writtenDown = {
  name: 'written-down',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\]render[/\\]ansi-styles\.ts$/ }, async ({ path }) => {
      const exports = await run({ entryPoints: [path] });
      const lines = Object.entries(exports).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { contents: lines.join('\n') };
    });
  },
};

/** What a module of ours exports, run here and now. */
async function run(entry) {
  const { outputFiles } = await build({ ...common, ...entry, format: 'esm', write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** The licences of all packages that are bundled, since the bundle brings their code along. */
async function writeLicences({ inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const namesOf = new Map();
  for (const folder of [...packages].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text = file ? (await readFile(join(folder, file), 'utf8')).trim() : `Licence: ${license}`;
    namesOf.set(text, [...(namesOf.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const notices = Array.from(namesOf, ([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  const opening = 'The program and the library are bundled with these packages.\n';
  await writeFile('dist/THIRD-PARTY-LICENSES.txt', [opening, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

/** The library's types: what its door leads to, and nothing of the rest. */
async function buildTypes() {
  const options =
    '--declaration --emitDeclarationOnly --rewriteRelativeImportExtensions --ignoreConfig --outDir dist/types --rootDir src --target es2023 --module esnext --moduleResolution bundler --strict --skipLibCheck --types node';
  await promisify(execFile)('node_modules/.bin/tsc', ['src/index.ts', ...options.split(' ')]);
  const reached = new Set();
  const reach = async (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = await readFile(file, 'utf8');
    const paths = [...text.matchAll(/from ["'](\.[^"']*)\.[jt]s["']/g)].map(([, path]) =>
      join(dirname(file), `${path}.d.ts`),
    );
    await Promise.all(paths.map(reach));
  };
  await reach('dist/types/index.d.ts');
  for (const entry of await readdir('dist/types', { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) await rm(file);
  }
}

await rm('dist', { recursive: true, force: true });
const [metafile] = await Promise.all([buildProgram(), buildArticles(), buildTypes()]);
await writeLicences(metafile);
await copyFile('src/render/json/article.schema.json', 'dist/article.schema.json');
