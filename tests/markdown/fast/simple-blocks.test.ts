import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Definitions } from '../../../src/markdown/definitions.ts';
import { ordinaryBlocks } from '../../../src/markdown/fast/simple-blocks.ts';
import { lexBlocks } from '../../../src/markdown/marked/marked-blocks.ts';
import { lexPieces } from '../../../src/markdown/parse-blocks.ts';
import { examples } from '../../page/examples.ts';
import { realTexts } from '../real-texts.ts';
import { writtenBlocks } from '../written-blocks.ts';

/** How much of a text is read without marked, and what is read then with it where it has to be. */
function read(markdown: string) {
  const definitions = new Definitions();
  const blocks = [...lexPieces(markdown, definitions)].flat();
  return { blocks: writtenBlocks(blocks), links: definitions.links, footnotes: [...definitions.footnotes.keys()] };
}

/** The same, by marked alone. */
function byMarked(markdown: string) {
  const definitions = new Definitions();
  const blocks = lexBlocks(markdown, definitions);
  return { blocks: writtenBlocks(blocks), links: definitions.links, footnotes: [...definitions.footnotes.keys()] };
}

function ordinaryShare(markdown: string): number {
  let ordinary = 0;
  for (let at = 0; at < markdown.length; ) {
    const { end } = ordinaryBlocks(markdown, at, markdown.length, new Definitions());
    ordinary += end - at;
    const next = markdown.indexOf('\n\n', end);
    at = next < 0 ? markdown.length : next + 2;
  }
  return ordinary / markdown.length;
}

describe('blocks are those of marked', () => {
  test.each([
    ['alone', (example: string) => example],
    ['between paragraphs', (example: string) => `a\n\n${example}\n\nb\n`],
    ['in a quote', (example: string) => example.replace(/^/gm, '> ')],
    ['in a list item', (example: string) => example.replace(/^/gm, '  ').replace(/^ /, '-')],
    ['behind a heading', (example: string) => `# a\n${example}`],
    ['behind a line of text', (example: string) => `a\n${example}`],
    ['behind a list item', (example: string) => `- a\n${example}`],
  ])('for each example of the specifications, %s', (_, set) => {
    for (const { name, markdown } of examples()) {
      // marked writes a line end for a single space at a text's end.
      const text = set(markdown).trimEnd();
      expect({ name, text, ...read(text) }).toEqual({ name, text, ...byMarked(text) });
    }
  });

  test('for real texts, nearly all of which is ordinary', () => {
    for (const text of realTexts()) expect(read(text)).toEqual(byMarked(text));
    expect(ordinaryShare(realTexts().join('\n\n'))).toBeGreaterThan(0.9);
  });

  test('for lines in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...indents), fc.constantFrom(...lines)), { maxLength: 8 }),
        (parts) => {
          const text = parts
            .map(([indent, line]) => indent + line)
            .join('\n')
            .trimEnd();
          expect(read(text)).toEqual(byMarked(text));
        },
      ),
      { numRuns: 4_000 },
    );
  });
});

const indents = ['', '', '', '', '  ', '    ', '   ', '> ', '- ', '1. '];
const lines = [
  ...['a', 'a b', 'a  ', '\\', '', '', '', ' ', '    ', '\ta', '\u00a0a', 'a\u00a0', '&amp;', '`a`'],
  ...['- a', '* a', '+ a', '1. a', '2. a', '10) a', '1) a', '-', '1.', '-\ta', '-   a', '-     a', '- \u00a0'],
  ...['  - a', '    - a', '- [ ] a', '- [x] a', '# a', '## a ##', '  # a', '#a', '#\u00a0a'],
  ...['---', '***', '- - -', '===', '--', '```', '```js', '  ```', '~~~', '    a', '      a'],
  ...['> a', '> - a', '>', '> > a', '> ```', '| a | b |', '|---|:-:|', 'a | b', '--- | ---', 'a\\|b | c', '| a |'],
  ...['[a]: /b', '[a]: <b> "c"', '[a]:', '"a"', '[^1]: a', '[^1] a', '[a][b]', '![a](b)', '$$'],
  ...[
    '<div>',
    '</div>',
    '<p>a</p>',
    '<PRE>',
    '<details>',
    '<!-- a -->',
    '<!--',
    '-->',
    '<b>',
    '<img src="a">',
    '<http://a.b>',
  ],
];

test('what is long, deep or without an end takes no longer than its length', () => {
  const shapes = [
    '> '.repeat(20_000),
    `# ${'#'.repeat(200_000)}a#`,
    '- a\n'.repeat(50_000),
    '`'.repeat(200_000),
    '[a'.repeat(100_000),
  ];
  for (const text of shapes) {
    const { end } = ordinaryBlocks(text, 0, text.length, new Definitions());
    expect(end).toBeLessThanOrEqual(text.length);
  }
});
