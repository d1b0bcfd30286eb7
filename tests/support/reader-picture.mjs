// Draws the full screen as SVG, after some keys:
//   node tests/support/reader-picture.mjs guide.svg articles/guide.md 120x32 xterm dark -- ] ] w j
import { readFileSync, writeFileSync } from 'node:fs';
import { importBundled } from '../../scripts/bundle.mjs';

const [out, file, size = '100x30', palette = 'xterm', theme = 'default', ...rest] = process.argv.slice(2);
if (!file)
  throw new Error('node tests/support/reader-picture.mjs <svg> <file> [<size> <palette> <theme>] [-- <keys…>]');
const keys = rest[0] === '--' ? rest.slice(1) : rest;
const [columns, rows] = size.split('x').map(Number);

const program = await importBundled(
  'src/article/parse-article.ts',
  'src/reader/frame/frame.ts',
  'src/reader/state/state.ts',
  'src/reader/state/update.ts',
  'src/render/load-tools.ts',
  'src/render/page.ts',
  'src/render/paint.ts',
  'src/view/search/matcher.ts',
  'tests/support/draw-terminal.ts',
  'tests/support/palettes.ts',
);

const article = program.parseArticle(readFileSync(file, 'utf8'));
const page = { ...program.plainPage, width: 80, colorLevel: 3, links: 'none', theme };
const tools = await program.loadTools({ kind: 'article', article }, page, (job) => {
  job();
  return true;
});
const look = { page, measure: 80, usual: 80, theme, tools };
let state = program.openState({ columns, rows }, { article, marks: {} }, look, true);
for (const key of keys) await send({ type: 'key', key });
while (program.hasIdleWork(state)) state = program.update(state, { type: 'idle' }).state;

const paint = program.painter(state.layout.page);
const lines = program.frame(state).map((line) => `${paint(line)}\n`);
writeFileSync(out, program.drawTerminal(lines.join(''), program.palettes[palette]));

async function send(event) {
  const step = program.update(state, event);
  state = step.state;
  for (const { type, pattern, regexp } of step.effects) {
    if (type !== 'match') continue;
    await send({ type: 'matcher', pattern, regexp, find: await program.createMatcher([pattern], { regexp }) });
  }
}
