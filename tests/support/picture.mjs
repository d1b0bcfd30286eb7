// Draws what the built program prints as one SVG for each palette:
//   node tests/support/picture.mjs <folder> [--palette <name>] -- read notes.md --width 60
// Whoever changes how the page looks should look at it: on each of the palettes, not in the head.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [folder, ...rest] = process.argv.slice(2);
const end = rest.indexOf('--');
if (!folder || end < 0) throw new Error('node tests/support/picture.mjs <folder> [--palette <name>] -- <arguments…>');
const wanted = rest[rest.indexOf('--palette') + 1];

const { output } = await build({
  input: { draw: here('draw-terminal.ts'), palettes: here('palettes.ts') },
  platform: 'node',
  write: false,
});
mkdirSync(folder, { recursive: true });
for (const chunk of output)
  writeFileSync(
    join(folder, chunk.fileName.replace(/\.js$/, '.mjs')),
    chunk.code.replaceAll('.js"', '.mjs"').replaceAll(".js'", ".mjs'"),
  );
const { drawTerminal } = await import(resolve(folder, 'draw.mjs'));
const { palettes } = await import(resolve(folder, 'palettes.mjs'));

const text = execFileSync(
  process.execPath,
  [here('../../dist/bin/article.js'), ...rest.slice(end + 1), '--format', 'rich', '--color', 'always'],
  { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } },
);
for (const [name, palette] of Object.entries(palettes)) {
  if (rest.includes('--palette') && name !== wanted) continue;
  writeFileSync(join(folder, `${name.replaceAll(' ', '-')}.svg`), drawTerminal(text, palette));
}
