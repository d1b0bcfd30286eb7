import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../../src/source/markup/read-markup.ts';

describe('a markup of which nothing is dropped', () => {
  it.each([
    [
      'org',
      '#+TITLE: Kettles\n#+AUTHOR: Ada Leaf\n* TODO Water :tea:\n:PROPERTIES:\n:ID: a1\n:END:\n# Not for you.\nIt boils.',
    ],
    ['rst', ':title: Kettles\n:author: Ada Leaf\n\n.. Not for you.\n\nIt boils.'],
    ['asciidoc', '= Kettles\nAda Leaf\n:toc: left\n\n// Not for you.\nIt boils.'],
  ] as const)('%s: is what is written, and known by what it says of itself', async (markup, text) => {
    const whole = await readMarkup(markup, text, { whole: true });
    expect(whole.markdown).toBe(`\`\`\`${markup}\n${text}\n\`\`\``);
    const { title, metadata } = await readMarkup(markup, text);
    expect(whole).toMatchObject({ title, metadata });
    expect(metadata.author).toBe('Ada Leaf');
  });
});
