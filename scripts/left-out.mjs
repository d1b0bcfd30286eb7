// esbuild's plugins that leave out of the program what packages bring for others than us.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * What Readability has for guesses. It has a copy of never-called.mjs of its own: else reading a page would open the pack
 * that has the other.
 */
export const noSpareOfPages = {
  name: 'no-spare-of-pages',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/Readability-readerable$/ }, () => ({
      path: fileURLToPath(new URL('never-called.mjs', import.meta.url)),
      suffix: '?page',
    }));
  },
};

/** We read YAML and never write any, and read it by its core schema alone. */
export const onlyCoreYaml = {
  name: 'only-core-yaml',
  setup({ onLoad }) {
    const unused = /yaml[/\\]browser[/\\]dist[/\\](?:stringify[/\\]\w+|schema[/\\](?:json|yaml-1\.1)[/\\]schema)\.js$/;
    onLoad({ filter: unused }, async ({ path }) => {
      const [, names] = /^export \{ (.*) \};/m.exec(await readFile(path, 'utf8')) ?? [];
      if (!names) throw new Error('yaml exports what it writes with in another way now: look at it again.');
      const exports = names.split(', ').map((name) => `neverCalled as ${name}`);
      return {
        contents: `function neverCalled() { throw new Error('This was left out.'); } export { ${exports.join(', ')} };`,
      };
    });
  },
};
