// esbuild's plugin that folds what packages bring as long tables: the package that is installed is a tenth smaller for it.
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { foldModels } from './language-models.mjs';
import { foldTables } from './unicode-tables.mjs';
import { foldWords } from './word-lists.mjs';

export const folded = {
  name: 'folded',
  setup({ onLoad }) {
    const onFile = (filter, fold) =>
      onLoad({ filter }, async ({ path }) => ({ contents: await fold(path), resolveDir: '.' }));
    onFile(/stopword[/\\]src[/\\]stopwords_\w+\.js$/, wordList);
    onFile(/tinyld\.light\.node\.mjs$/, languageModels);
    onFile(/re2js[/\\]build[/\\]index\.js$/, expressions);
  },
};

async function wordList(path) {
  const [[name, words]] = Object.entries(await import(path));
  // They are one module in the end: each unfolds its words when they are gone through.
  return `import { unfoldWords } from './scripts/word-lists.mjs';
export const ${name} = { [Symbol.iterator]: () => unfoldWords(${JSON.stringify(foldWords(words))}).values() };`;
}

async function languageModels(path) {
  const text = await readFile(path, 'utf8');
  const [models] = /\{id:"tinyld-dict",multiples:\{[^{}]*\},uniques:\{[^{}]*\}\}/.exec(text) ?? [];
  if (!models) throw new Error('tinyld has its models in another way now: look at it again.');
  const all = JSON.stringify(foldModels(runInNewContext(`(${models})`)));
  return `import { unfoldModels } from './scripts/language-models.mjs';
${text.replace(models, () => `unfoldModels(${all})`)}`;
}

/** Of re2js without what no search for one expression calls: sets of expressions, and translations from other dialects. */
async function expressions(path) {
  const text = await readFile(path, 'utf8');
  const needed = text
    .replace(/\/\/ src\/Set\.js\n[\s\S]*(?=\/\/ src\/index\.js\n)/, '')
    .replace(/ RE2Set, re \};\s*$/, ' re };');
  if (needed.length === text.length || needed.includes('RE2Set,')) {
    throw new Error('re2js is cut in another way now: look at it again.');
  }
  return foldTables(needed);
}
