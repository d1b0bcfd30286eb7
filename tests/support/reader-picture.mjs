// Draws the full screen as SVG, after some keys:
//   node tests/support/reader-picture.mjs guide.svg articles/guide.md 120x32 xterm dark -- ] ] w j
import { writeFileSync } from 'node:fs';
import { fullScreen } from '../../scripts/full-screen.mjs';
import { importBundled } from '../../scripts/import-bundled.mjs';

const [out, file, size = '100x30', palette = 'xterm', theme = 'default', ...rest] = process.argv.slice(2);
if (!file)
  throw new Error('node tests/support/reader-picture.mjs <svg> <file> [<size> <palette> <theme>] [-- <keys…>]');
const keys = rest[0] === '--' ? rest.slice(1) : rest;
const [columns, rows] = size.split('x').map(Number);

const { drawTerminal, palettes } = await importBundled('tests/support/draw-terminal.ts', 'tests/support/palettes.ts');
const lines = await fullScreen(file, keys, { columns, rows, theme, colorLevel: 3 });
writeFileSync(out, drawTerminal(lines.map((line) => `${line}\n`).join(''), palettes[palette]));
