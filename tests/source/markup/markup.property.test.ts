import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsciidoc } from '../../../src/source/markup/asciidoc.ts';
import { readOrg } from '../../../src/source/markup/org.ts';
import { readRestructuredText } from '../../../src/source/markup/restructured-text.ts';
import { runs } from '../../support/effort.ts';
import { rendered, wordsOf } from '../plain-text/words.ts';

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 12 });

/** Blocks of a markup around words: whatever they are, the words are shown, in this order. */
const markups = {
  rst: {
    read: readRestructuredText,
    inline: ['*W*', '**W**', '``W``', '`W <https://example.org>`_', ':ref:`W`', '|W|', 'W', '*W', '`W', 'W_', '\\*W'],
    blocks: [
      'W W W',
      'W W\n===========================',
      '- W\n\n  W\n- W',
      '1. W W\n   W\n2. W',
      'W\n    W W',
      '.. note::\n\n   W W',
      'W::\n\n    W\n\n    W',
      '> W',
      '| W\n|  W',
      '.. unknown:: W\n\n   W',
      '+---------------+\n| W             |\n+---------------+',
      ':W: W',
    ],
  },
  org: {
    read: readOrg,
    inline: ['*W*', '/W/', '~W~', '=W=', '[[https://example.org][W]]', 'W', '*W', '/W', '[[W]]', '+W+', '_W_'],
    blocks: [
      'W W W',
      '* W\n** W',
      '- W\n  W\n- W',
      '1. W W\n   W\n2) W',
      '- W :: W W',
      '#+begin_quote\nW W\n#+end_quote',
      '#+begin_src sh\nW\n\nW\n#+end_src',
      ': W',
      '| W | W |\n|---+---|\n| W | W |',
      '#+begin_verse\nW\n W\n#+end_verse',
    ],
  },
  asciidoc: {
    read: readAsciidoc,
    inline: ['*W*', '_W_', '`W`', '#W#', 'https://example.org[W]', 'W', '*W', '_W', '<<x,W>>', '^W^', '~W~'],
    blocks: [
      'W W W',
      '== W\n\n=== W',
      '* W\n** W\n* W',
      '. W W\nW\n. W',
      'W:: W W',
      'NOTE: W W',
      '----\nW\n\nW\n----',
      '|===\n| W | W\n\n| W | W\n|===',
      '====\nW\n====',
      '[quote]\n____\nW\n____',
      '[verse]\nW\n W',
      ' W W',
    ],
  },
};

/** Rewrites definition lists, which marked has not, as bullet lists: their content has the same indent. */
function withBullets(markdown: string): string {
  return markdown.replace(/^( *): {3}/gm, '$1-   ');
}

describe.each(Object.entries(markups))('%s', (_, { read, inline, blocks }) => {
  const block = fc.tuple(
    fc.constantFrom(...blocks),
    words,
    fc.array(fc.constantFrom(...inline), { minLength: 1, maxLength: 12 }),
  );

  it('shows every word, in order', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (parts) => {
        const expected: string[] = [];
        const isCode = (shape: string): boolean => /::\n\n|src|----|^: |unknown|^ W/.test(shape);
        const text = parts.map(([shape, own, inlines]) => {
          let at = 0;
          return shape.replace(/W/g, () => {
            const each = own[at % own.length] ?? '';
            const form = isCode(shape) || /W\n=|W::|^:W/.test(shape) ? 'W' : (inlines[at % inlines.length] ?? 'W');
            at += 1;
            expected.push(each);
            return form.replace('W', each);
          });
        });
        const shown = wordsOf(
          rendered(withBullets(read(text.join('\n\n')).markdown)).replace(/\[!\w+\]|https:\/\/example\.org/g, ''),
        );
        const kept = shown.filter((each) => !/^(?:unknown|\d+)$/.test(each));
        expect(kept).toEqual(expected);
      }),
      runs(300),
    );
  });

  it('ends, whatever it is given', () => {
    for (const piece of [
      '*',
      '_',
      '`',
      '[',
      '|',
      '=',
      '-',
      '.. ',
      ':a:',
      '* ',
      '  ',
      '\n',
      'a\n=\n',
      '+-+\n',
      '|===\n',
      '[[',
      'a::\n',
      '- a\n  ',
      '#+begin_a\n',
      ':A:\n',
      '\\begin{a}\n',
      '|===\n| a\n',
      '.. _a:\n',
      '.. a::\n',
      '* a\n+\n----\n',
      '[a]\n',
      'a\n  b\n',
      '\\',
      '<<',
      '😀',
      '*a ',
      '`a ',
      '_a ',
    ]) {
      expect(typeof read(piece.repeat(30_000 / piece.length)).markdown).toBe('string');
    }
  });
});
