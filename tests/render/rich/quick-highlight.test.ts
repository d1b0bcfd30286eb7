import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quickHighlight } from '../../../scripts/quick-highlight.mjs';
import { languageNamed } from '../../../src/render/rich/languages.ts';
import { themeOf } from '../../../src/render/theme.ts';
import { samples } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const languages = readdirSync('node_modules/highlight.js/lib/languages').flatMap((file) => {
  const name = file.replace(/\.js$/, '');
  return languageNamed(name) === name ? [name] : [];
});
const theme = themeOf('default');
const free = (run: () => void) => {
  run();
  return true;
};
const codes = Object.values(samples);
let asBuilt: typeof import('../../../src/render/rich/highlight.ts');
let asItComes: typeof asBuilt;

/** highlight.js as it comes, but for the grammars: with all of them some languages find others within themselves. */
const bareGrammars: Plugin = {
  name: 'bare-grammars',
  setup({ onResolve }) {
    onResolve({ filter: /^highlight\.js$/ }, () => ({ path: resolve('node_modules/highlight.js/lib/core.js') }));
  },
};

async function built(name: string, plugin: Plugin): Promise<typeof asBuilt> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: ['src/render/rich/highlight.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [plugin],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

beforeAll(async () => {
  asBuilt = await built('as-built', quickHighlight);
  asItComes = await built('as-it-comes', bareGrammars);
  for (const file of ['scripts/build.mjs', 'package.json', 'README.md', 'src/markdown/html/html-blocks.ts']) {
    codes.push((await readFile(file, 'utf8')).slice(0, 4000));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what highlighting is built with', () => {
  it('is tried with all languages', () => expect(languages.length).toBeGreaterThan(45));

  it.each(languages)('paints any code as %s just as highlight.js does as it comes', async (name) => {
    const language = languageNamed(name);
    if (!language) throw new Error(`no grammar for ${name}`);
    const plain = await asItComes.loadHighlighter([language], free);
    const quick = await asBuilt.loadHighlighter([language], free);
    for (const code of codes) expect(quick(code, name, theme)).toEqual(plain(code, name, theme));
  });
});
