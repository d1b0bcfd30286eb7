// Builds dist/: the program as CommonJS chunks (bin/), the library as an ES module over the same chunks (index.js), its
// types, the bundled articles, parsed, and the manual page. CommonJS since it starts faster: an empty ES module alone takes
// a tenth longer.
//
// node scripts/build.mjs [folder]: in place of dist/.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle, bundleProgram } from './bundle.mjs';
import { generate } from './generate.mjs';
import { importBundled } from './import-bundled.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const out = process.argv[2] ?? 'dist';

/** Bundles the program, the library and the entry, which knows them by a hash, and writes the lists beside them. */
async function buildProgram() {
  const bin = join(out, 'bin');
  const lists = generate();
  const files = await bundleProgram(bin);
  const build = createHash('sha256');
  for (const { fileName, code } of files) build.update(`${fileName}\n${code}\n`);
  const article = join(bin, 'article.js');
  await bundle(
    {
      input: 'bin/article.ts',
      transform: { define: { BUILD: JSON.stringify(build.digest('hex').slice(0, 16)) } },
    },
    { file: article, format: 'cjs', minify: true },
  );
  await chmod(article, 0o755);
  for (const file of lists) await copyFile(file, join(bin, basename(file)));
  await writeFile(join(bin, 'package.json'), '{ "type": "commonjs" }\n');
  const { exports } = files.find(({ name, isEntry }) => isEntry && name === 'index');
  await writeFile(join(out, 'index.js'), `export { ${exports.join(', ')} } from './bin/index.js';\n`);
  // Of these only lists are taken: see generate.mjs.
  const data = ['gemoji', 'hyphen', 'stopword'].map((name) => resolve('node_modules', name, 'package.json'));
  await writeLicences([...files.flatMap(({ moduleIds }) => moduleIds), ...data]);
}

/** Parses the bundled articles, so that reading them needs no parser. */
async function buildArticles() {
  const { parseArticle, serializeArticle } = await importBundled(
    'src/article/parse-article.ts',
    'src/article/serialize.ts',
  );
  for (const file of await readdir('articles')) {
    const article = parseArticle(await readFile(join('articles', file), 'utf8'));
    await writeFile(join(out, 'articles', `${basename(file, '.md')}.json`), serializeArticle(article));
  }
}

/** Writes the manual page, as the program itself prints it; it reads the guide. */
async function buildManual() {
  const program = resolve(out, 'bin', 'article.js');
  // Without a home it keeps no compiled code.
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'help', '--man'], { env: {} });
  await writeFile(join(out, 'article.1'), stdout);
}

/** Writes the licences of all packages that are bundled. */
async function writeLicences(modules) {
  const folders = new Set(modules.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const namesOf = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text = file ? (await readFile(join(folder, file), 'utf8')).trim() : `Licence: ${license}`;
    namesOf.set(text, [...(namesOf.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const notices = Array.from(namesOf, ([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  const opening = 'The program and the library are bundled with these packages.\n';
  await writeFile(join(out, 'THIRD-PARTY-LICENSES.txt'), [opening, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

/** Writes the library's types: those that its entry leads to. */
async function buildTypes() {
  const types = join(out, 'types');
  const options = `--declaration --emitDeclarationOnly --allowImportingTsExtensions --ignoreConfig --rootDir src
    --target es2023 --module esnext --moduleResolution bundler --strict --skipLibCheck --types node --outDir`;
  await promisify(execFile)('node_modules/.bin/tsc', ['src/index.ts', ...options.split(/\s+/), types]);
  const reached = new Set([join(types, 'index.d.ts')]);
  for (const file of reached) {
    const declarations = await readFile(file, 'utf8');
    const imports = /(?<=from ["'])(\.[^"']*)\.ts(?=["'])/g;
    for (const [, path] of declarations.matchAll(imports)) reached.add(join(dirname(file), `${path}.d.ts`));
    // Older module resolutions know modules by their compiled names.
    await writeFile(file, declarations.replace(imports, '$1.js'));
  }
  for (const entry of await readdir(types, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(file)) await rm(file);
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(join(out, 'articles'), { recursive: true });
await Promise.all([buildProgram(), buildArticles(), buildTypes()]);
await buildManual();
await copyFile('src/render/json/article.schema.json', join(out, 'article.schema.json'));
