// Measures summaries on a folder of .jsonl files: npm run bench:summary -- <folder>
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Which folder? npm run bench:summary -- <folder>\n');
  process.exitCode = 2;
} else {
  const outdir = await mkdtemp(join('node_modules', '.bench-'));
  try {
    await build({
      entryPoints: ['tests/bench/measure.ts'],
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
    });
    const { measure } = await import(pathToFileURL(join(outdir, 'measure.mjs')).href);
    await measure(folder, (line) => process.stdout.write(`${line}\n`));
  } finally {
    await rm(outdir, { recursive: true });
  }
}
