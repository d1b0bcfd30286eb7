// The full screen without a terminal: a text, some keys, and the rows that a terminal would be sent.
import { readFileSync } from 'node:fs';
import { importBundled } from './import-bundled.mjs';

const program = await importBundled(
  'src/article/parse-article.ts',
  'src/reader/frame/frame.ts',
  'src/reader/state/geometry.ts',
  'src/reader/state/update.ts',
  'src/render/load-tools.ts',
  'src/render/page.ts',
  'src/render/paint.ts',
  'src/view/search/matcher.ts',
);

/** Returns the rows of the full screen after some keys, painted. */
export async function fullScreen(file, keys, { columns, rows, theme = 'default', colorLevel = 1 }) {
  const article = program.parseArticle(readFileSync(file, 'utf8'));
  const page = { ...program.plainPage, width: 80, colorLevel, links: 'none', theme };
  const tools = await program.loadTools({ kind: 'article', article }, page, (job) => {
    job();
    return true;
  });
  const look = { page, measure: 80, usual: 80, theme, tools };
  let state = program.openState({ columns, rows }, { article, marks: {} }, look, true);
  for (const key of keys) await send({ type: 'key', key });
  while (program.hasIdleWork(state)) state = program.update(state, { type: 'idle' }).state;
  return program.frame(state).map(program.painter(state.layout.page));

  async function send(event) {
    const step = program.update(state, event);
    state = step.state;
    for (const { type, pattern, regexp } of step.effects) {
      if (type !== 'match') continue;
      await send({ type: 'matcher', pattern, regexp, find: await program.createMatcher([pattern], { regexp }) });
    }
  }
}
