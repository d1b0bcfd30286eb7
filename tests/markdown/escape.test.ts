import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { escapeMarkdown } from '../../src/markdown/escape.ts';
import { plainText } from '../../src/markdown/inline-text.ts';
import { inlines } from '../../src/markdown/lazy-inlines.ts';
import type { Inline } from '../../src/markdown/syntax-tree.ts';
import { runs } from '../support/effort.ts';

/** Returns the inlines of a text of one paragraph, as the reader has them. */
function read(text: string): readonly Inline[] {
  const [block] = parseArticle(escapeMarkdown(text)).lead.blocks;
  return block?.type === 'paragraph' ? inlines(block.tokens) : [];
}

const links = (text: string): string[] =>
  read(text).flatMap((each) => (each.type === 'link' ? [plainText([each])] : []));

describe('an address in a text', () => {
  it.each([
    ['See https://example.org/a_b_ now.', 'https://example.org/a_b_'],
    ['See https://example.org/~ada/{user}/x*y*z.', 'https://example.org/~ada/{user}/x*y*z'],
    ['(https://fr.wikipedia.org/wiki/Été_indien_(saison))', 'https://fr.wikipedia.org/wiki/Été_indien_(saison)'],
    ['[https://example.org/e][x]', 'https://example.org/e'],
    ['https://example.org/a[1]$x$`y`|z, then', 'https://example.org/a[1]$x$`y`|z'],
    ['https://example.org/?a=1&copy;=2&amp;b', 'https://example.org/?a=1&copy;=2&amp;b'],
    ['https://example.org/a\\_b', 'https://example.org/a\\_b'],
    ['見よ。https://example.org/茶。次の文。', 'https://example.org/茶'],
    ['“https://example.org/q” and *stars*', 'https://example.org/q'],
    ['https://example.org/x*stars*', 'https://example.org/x*stars*'],
    ['www.example.org/a_b_ and www.example.org', 'www.example.org/a_b_'],
  ])('%s', (text, address) => {
    expect(plainText(read(text))).toBe(text);
    expect(links(text)[0]).toBe(address);
  });

  it('stays what it is beside markup of dialects', () => {
    const text = 'x^2^ H~2~O ==no mark== %%no comment%% {#id} {% tag %} \\(a_1\\) [[no link]] ^block';
    expect(plainText(read(text))).toBe(text);
    for (const start of [': no description', '::: warning', "import x from 'y'", 'export const a = 1'])
      expect(plainText(read(start))).toBe(start);
  });

  it('is what is written there, whatever characters it is made of', () => {
    const tail = fc.string({ unit: fc.constantFrom(...'ab1é茶._~:/?#[]@!$&\'()*+,;=%-{}|\\^`"'), maxLength: 30 });
    fc.assert(
      fc.property(tail, fc.constantFrom('', ' ', '. ', ') ', '*', '_', '\\'), (path, after) => {
        const text = `See https://example.org/${path}${after}end`;
        expect(plainText(read(text))).toBe(text);
        expect(links(text).every((address) => text.includes(address))).toBe(true);
      }),
      runs(2000),
    );
  });
});
