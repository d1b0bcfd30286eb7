// Draws the README's pictures: what the built program really prints on a terminal of 80 columns, and its full screen.
// With --check it writes nothing and fails when a picture is not the one that would be drawn.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawWindow } from './draw-window.mjs';
import { fullScreen } from './full-screen.mjs';

const pictures = {
  'picture.svg': () => drawWindow([...printed('sections'), '', ...printed('read', 'equilibriste')], 80),
  'full-screen.svg': async () =>
    drawWindow(await fullScreen('articles/guide.md', keys, { columns: 106, rows: 26 }), 106),
};
/** To a section of the guide. */
const keys = ['/', ...'tabs', 'enter'];

for (const [name, draw] of Object.entries(pictures)) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const picture = await draw();
  if (!process.argv.includes('--check')) writeFileSync(file, picture);
  else if (readFileSync(file, 'utf8') !== picture) {
    process.stderr.write(`scripts/${name} is not what the program shows now: npm run picture\n`);
    process.exitCode = 1;
  }
}

function printed(...words) {
  const program = fileURLToPath(new URL('../dist/bin/article.js', import.meta.url));
  const options = ['--color', 'always', '--width', '80', '--no-pager'];
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', COLORTERM: '', TERM: 'xterm' };
  const output = execFileSync(process.execPath, [program, ...words, ...options], { encoding: 'utf8', env });
  return [`\u001b[2m$\u001b[22m \u001b[1marticle ${words.join(' ')}\u001b[22m`, ...output.trimEnd().split('\n')];
}
