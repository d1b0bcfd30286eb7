import { expect, test } from 'vitest';
import type { Definitions } from '../../src/markdown/definitions.ts';
import { inlines } from '../../src/markdown/lazy-inlines.ts';
import { MarkdownDocument } from '../../src/markdown/markdown-document.ts';
import { lexBlocks } from '../../src/markdown/marked/lex-blocks.ts';
import { allParsers } from '../../src/markdown/parsers.ts';
import type { Block } from '../../src/markdown/syntax-tree.ts';
import { createDefinitions } from '../support/definitions.ts';
import { realTexts } from '../support/real-texts.ts';
import { writtenBlocks } from '../support/written-blocks.ts';

function chunks(markdown: string, size: number): { blocks: Block[]; definitions: Definitions; count: number } {
  const document = new MarkdownDocument(allParsers);
  const all = [...document.blocks(markdown, { size })];
  return { blocks: all.flat(), definitions: document.definitions, count: all.length };
}

function written(definitions: Definitions): string {
  return JSON.stringify([definitions.links, [...definitions.footnotes.keys()]]);
}

test.each([500, 4_000, 65_536])('chunks of %i characters have the blocks of the whole', (size) => {
  const markdown = realTexts().join('\n\n');
  const definitions = createDefinitions();
  const whole = lexBlocks(markdown, definitions);
  const parsed = chunks(markdown, size);
  expect(parsed.count).toBeGreaterThan(3);
  expect(writtenBlocks(parsed.blocks)).toBe(writtenBlocks(whole));
  expect(written(parsed.definitions)).toBe(written(definitions));
});

test.each([
  ['a fence', '```\na\n\nb\n\nc\n```\n\nend\n'],
  ['a comment', '<!-- a\n\nb\n\nc\n-->\n\nend\n'],
  ['preformatted HTML', '<pre>\na\n\nb\n\nc\n</pre>\n\nend\n'],
  ['a formula', '$$\na\n\nb\n\nc\n$$\n\nend\n'],
  ['an unclosed formula', '$$\na\n\nb\n\nc\n\nend\n'],
  ['a loose list', '- a\n\n  b\n\n      c\n\n- d\n\n1. e\n\nend\n'],
  ['a list with a fence', '- a\n\n  ```\n  b\n\n  c\n  ```\n\nend\n'],
  ['quotes', '> a\n\n> b\n\nend\n'],
  ['indented code', '    a\n\n    b\n\nend\n'],
  ['a footnote', '[^1]: a\n\n    b\n\n    c\n\nend[^1]\n'],
  ['a footnote before a line of spaces', '[^1]: a\n    \nb[^1]\n'],
  ['a definition twice', '[a]: /1\n\nb\n\n[a]: /2\n\nend [a]\n'],
  ['one line', 'a '.repeat(100)],
])('%s is not cut', (_, markdown) => {
  const text = `start\n\n${markdown}\nstart\n\n${markdown}`;
  const definitions = createDefinitions();
  const whole = lexBlocks(text, definitions);
  for (let size = 1; size < 20; size += 1) {
    const parsed = chunks(text, size);
    expect(writtenBlocks(parsed.blocks)).toBe(writtenBlocks(whole));
    expect(written(parsed.definitions)).toBe(written(definitions));
  }
});

test('a reference leads to a definition in another chunk', () => {
  const text = `${'See [there].\n\n'.repeat(50)}[there]: https://example.org\n`;
  const { blocks } = chunks(text, 100);
  const first = blocks[0];
  expect(first?.type === 'paragraph' && inlines(first.tokens)[1]).toMatchObject({ type: 'link' });
});

test('a footnote ends at a line of spaces', () => {
  const { blocks } = chunks('[^1]: a\n    \nb[^1]\n', 100);
  expect(blocks.map(({ type, raw }) => [type, raw])).toEqual([
    ['footnote', '[^1]: a\n'],
    ['space', '    \n'],
    ['paragraph', 'b[^1]\n'],
  ]);
});
