import { expect, test } from 'vitest';
import { splitLazyContinuations } from '../../src/markdown/marked/guards/lazy-continuations.ts';
import { clampNesting, deepestNesting } from '../../src/markdown/nesting.ts';
import type { Block } from '../../src/markdown/syntax-tree.ts';
import { parseBody } from '../support/parse-body.ts';

function depth(blocks: Iterable<Block>): number {
  let deepest = 0;
  for (const block of blocks) {
    if (block.type === 'blockquote') deepest = Math.max(deepest, 1 + depth(block.tokens));
    else if (block.type === 'list') {
      for (const item of block.items) deepest = Math.max(deepest, 1 + depth(item.tokens));
    }
  }
  return deepest;
}

const words = (text: string): string[] => text.match(/\w+/g) ?? [];

test.each([
  ['quotes', `${'> '.repeat(200)}deep words`],
  ['lists in a line', `${'- '.repeat(200)}deep words`],
  ['numbered lists in a line', `${'1. '.repeat(200)}deep words`],
  ['quotes and lists in turn', `${'> - '.repeat(200)}deep words`],
  ['lists by indentation', Array.from({ length: 200 }, (_, at) => `${'  '.repeat(at)}- item${at}`).join('\n')],
  ['lists by tabs', Array.from({ length: 200 }, (_, at) => `${'\t'.repeat(at)}- item${at}`).join('\n')],
  ['quotes that get deeper', Array.from({ length: 200 }, (_, at) => `${'>'.repeat(at)} line${at}`).join('\n')],
])('%s are kept to the deepest level, with all their words and a note', (_, markdown) => {
  const clamped = clampNesting(markdown);
  expect(depth(parseBody(markdown).lead.blocks)).toBeLessThanOrEqual(deepestNesting);
  expect(clamped.match(/Nested deeper/g)).toHaveLength(1);
  const kept = words(clamped.replace(/\*\(Nested.*?\)\*/, '')).filter((word) => !/^1$/.test(word));
  expect(kept).toEqual(words(markdown).filter((word) => !/^1$/.test(word)));
});

test.each([
  ['code that is indented far', `\`\`\`\n${' '.repeat(200)}- x\n${'- '.repeat(100)}x\n\`\`\`\n`],
  ['rules', `${'- '.repeat(100)}\n\n${'* '.repeat(100)}\n`],
  ['a line of dashes', `${'-'.repeat(200)}\n`],
  ['64 levels', `${'> '.repeat(64)}word\n`],
  ['prose', 'Some words.\n\n- a\n  - b\n'],
])('%s stay as they are', (_, markdown) => {
  expect(clampNesting(markdown)).toBe(markdown);
});

test.each([
  ['a list of many items', '- item\n'.repeat(5_000)],
  ['many quoted lines', '> line\n'.repeat(5_000)],
  ['code in a list', `- item\n  \`\`\`\n${'code\n'.repeat(5_000)}  \`\`\`\n`],
  ['a long paragraph', 'line\n'.repeat(5_000)],
  ['a table', `|a|\n|-|\n${'|b|\n'.repeat(5_000)}`],
  ['some lazy lines', `- item\n${'lazy\n'.repeat(1_000)}`],
])('%s is not split', (_, markdown) => {
  expect(splitLazyContinuations(markdown)).toBe(markdown);
});

test('thousands of lazy lines are split, and lose none', () => {
  const markdown = '> a\nb\n'.repeat(3_000);
  const split = splitLazyContinuations(markdown);
  expect(split).not.toBe(markdown);
  expect(words(split)).toEqual(words(markdown));
});
