import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { bindingGroups } from '../../src/reader/keys/bindings.ts';
import type { OpenText, ReaderEvent } from '../../src/reader/state/model.ts';
import { lineColumns } from '../../src/render/segment.ts';
import { isThorough } from '../support/effort.ts';
import { look, Session, toolsFor } from './session.ts';

/** Keys on each text. */
const keys = isThorough ? 10_000 : 200;

const files = [
  'articles/guide.md',
  'articles/amazon-openai.md',
  'tests/fixtures/gallery.md',
  'tests/reader/texts/tea.md',
  'tests/reader/texts/scripts.md',
  'tests/reader/texts/wide.md',
  'tests/reader/texts/empty.md',
  'node_modules/commander/Readme.md',
  'node_modules/marked/README.md',
];

function textOf(source: string, path: string): OpenText {
  return { article: parseArticle(source), source: path, path, marks: {} };
}

const texts: readonly OpenText[] = [
  ...files.map((file) => textOf(readFileSync(file, 'utf8'), join('/texts', file))),
  textOf(`${'One line of a text without any heading. '.repeat(20)}\n\n`.repeat(500), '/texts/flat.md'),
];

/** Creates a generator of numbers below `most` that gives the same ones for the same seed (Park and Miller's). */
function random(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

const bound = bindingGroups.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => Object.values(keys).flat()));
const known = [
  ...bound,
  ...'0123456789.aelt',
  'h',
  'l',
  'enter',
  'escape',
  'space',
  'backspace',
  'alt-r',
  'tab',
  'é',
  '語',
];

function anyEvent(next: (most: number) => number): ReaderEvent {
  const place = { type: 'mouse', column: next(140), row: next(50) } as const;
  switch (next(40)) {
    case 0:
      return { type: 'resize', size: { columns: 1 + next(140), rows: 1 + next(50) } };
    case 1:
      return { ...place, action: 'press' };
    case 2:
      return { ...place, action: 'drag' };
    case 3:
      return { ...place, action: next(2) === 0 ? 'wheel-down' : 'wheel-up' };
    case 4:
      return { ...place, action: 'release' };
    case 5:
      return { type: 'paste', text: 'the\u001b[31m\n語' };
    case 6:
      return { type: 'expired', moment: next(1000) };
    default:
      return { type: 'key', key: known[next(known.length)] ?? 'j' };
  }
}

describe('any keys at all', () => {
  it.each(texts.map((text) => [text.path, text] as const))(
    '%s: every frame is as wide and as high as the screen',
    async (path, text) => {
      const next = random(1 + (path?.length ?? 0));
      const tools = await toolsFor(text);
      const open = (source: string): OpenText | undefined =>
        texts.find((each) => source.endsWith(each.path?.split('/').at(-1) ?? '')) ?? undefined;
      const session = new Session(text, 80, 24, open, { ...look, tools });
      let half = 0;
      for (let count = 0; count < keys; count++) {
        const event = anyEvent(next);
        await session.send(event);
        const { columns, rows } = session.state.size;
        const frame = session.frame();
        const widths = new Set(frame.map(lineColumns));
        if (frame.length !== rows || widths.size !== 1 || !widths.has(columns)) {
          expect([count, event, frame.length, [...widths]]).toEqual([count, event, rows, [columns]]);
        }
        session.requests.length = 0;
        if (isThorough && count === Math.floor(keys / 2)) half = heap();
      }
      if (isThorough) expect(heap()).toBeLessThan(half + 10_000_000);
    },
    600_000,
  );
});

/** Measures the bytes that are in use once all that is not is collected. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
