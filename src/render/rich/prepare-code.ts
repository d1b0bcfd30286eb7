import type { Block, Code } from '../../markdown/syntax-tree.ts';
import type { Highlighter } from '../tools.ts';
import type { SectionEvent } from './body.ts';

/** Characters of source that are read ahead: few at first, so that the first screen is there at once. */
const firstBatch = 8_000;
const batch = 50_000;

/** Passes events on unchanged, with the code in them highlighted batch by batch before it is laid out. */
export function* prepareCode(
  events: Iterable<SectionEvent>,
  highlighter: Highlighter | undefined,
): Generator<SectionEvent> {
  if (!highlighter) {
    yield* events;
    return;
  }
  let ahead: SectionEvent[] = [];
  let code: Code[] = [];
  let room = firstBatch;
  for (const event of events) {
    ahead.push(event);
    if (event.kind !== 'block') continue;
    collectCode(event.block, code);
    room -= event.block.raw.length;
    if (room > 0) continue;
    highlighter.prepare(code);
    yield* ahead;
    ahead = [];
    code = [];
    room = batch;
  }
  highlighter.prepare(code);
  yield* ahead;
}

/** Collects the code in a block. Code in HTML and in footnotes is highlighted when it is laid out. */
export function collectCode(block: Block, code: Code[]): void {
  switch (block.type) {
    case 'code':
      code.push(block);
      break;
    case 'blockquote':
      for (const inner of block.tokens) collectCode(inner, code);
      break;
    case 'list':
      for (const item of block.items) for (const inner of item.tokens) collectCode(inner, code);
      break;
  }
}
