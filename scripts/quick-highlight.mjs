// What highlighting is built with: marked-terminal's way to highlight.js with nothing beside it.
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** An esbuild plugin. */
export const quickHighlight = {
  name: 'quick-highlight',
  setup({ onResolve }) {
    // cli-highlight would bring all grammars: ours are registered one by one.
    onResolve({ filter: /^highlight\.js$/ }, () => ({ path: here('../node_modules/highlight.js/lib/core.js') }));
    onResolve({ filter: /^parse5(-htmlparser2-tree-adapter)?$/ }, () => ({ path: here('highlighted-code.mjs') }));
    onResolve({ filter: /^\.\/theme$/ }, ({ importer }) =>
      /cli-highlight[/\\]dist[/\\]index\.js$/.test(importer) ? { path: here('unpainted-theme.mjs') } : undefined,
    );
  },
};
