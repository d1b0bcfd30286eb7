// Bundles the program and the library into dist/, so that a start reads one file in place of hundreds.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { article: 'bin/article.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // turndown is given nodes and never needs the DOM that it brings for Node.
  alias: { turndown: './node_modules/turndown/lib/turndown.browser.es.js' },
  legalComments: 'none',
  logLevel: 'warning',
});
