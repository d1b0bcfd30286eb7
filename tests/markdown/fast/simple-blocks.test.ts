import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSimpleBlocks } from '../../../src/markdown/fast/simple-blocks.ts';
import { MarkdownDocument } from '../../../src/markdown/markdown-document.ts';
import { lexBlocks } from '../../../src/markdown/marked/lex-blocks.ts';
import { allParsers } from '../../../src/markdown/parsers.ts';
import { createDefinitions } from '../../support/definitions.ts';
import { inTurn, runs } from '../../support/effort.ts';
import { examples } from '../../support/examples.ts';
import { realTexts } from '../../support/real-texts.ts';
import { writtenBlocks } from '../../support/written-blocks.ts';

/** Parses blocks by the fast parser, and by marked where that does not handle them. */
function read(markdown: string) {
  const document = new MarkdownDocument(allParsers);
  const { definitions } = document;
  const blocks = [...document.blocks(markdown)].flat();
  return { blocks: writtenBlocks(blocks), links: definitions.links, footnotes: [...definitions.footnotes.keys()] };
}

/** Parses blocks by marked alone. */
function byMarked(markdown: string) {
  const definitions = createDefinitions();
  const blocks = lexBlocks(markdown, definitions);
  return { blocks: writtenBlocks(blocks), links: definitions.links, footnotes: [...definitions.footnotes.keys()] };
}

describe('blocks are those of marked', () => {
  const settings: [name: string, set: (example: string) => string][] = [
    ['alone', (example) => example],
    ['between paragraphs', (example) => `a\n\n${example}\n\nb\n`],
    ['in a quote', (example) => example.replace(/^/gm, '> ')],
    ['in a list item', (example) => example.replace(/^/gm, '  ').replace(/^ /, '-')],
    ['behind a heading', (example) => `# a\n${example}`],
    ['behind a line of text', (example) => `a\n${example}`],
    ['behind a list item', (example) => `- a\n${example}`],
  ];
  test.each(settings.map((setting, turn) => [...setting, turn] as const))(
    'for the examples of the specifications, %s',
    (_, set, turn) => {
      for (const { name, markdown } of inTurn(examples(), 3, turn)) {
        // marked writes a line end for a single space at a text's end.
        const text = set(markdown).trimEnd();
        expect({ name, text, ...read(text) }).toEqual({ name, text, ...byMarked(text) });
      }
    },
  );

  test('for real texts', () => {
    for (const text of realTexts()) expect(read(text)).toEqual(byMarked(text));
  });

  test('for a line below code in a list within a list', () => {
    const text = '1. -     a\n  a';
    expect(read(text)).toEqual(byMarked(text));
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
      runs(4_000),
    );
  });
});

const indents = ['', '', '', '', '  ', '    ', '\t', '   ', '> ', '- ', '1. '];
const lines = [
  ...['a', 'a b', 'a  ', '\\', '', '', '', ' ', '    ', '\ta', '\u00a0a', 'a\u00a0', '&amp;', '`a`'],
  ...['- a', '* a', '+ a', '1. a', '2. a', '10) a', '1) a', '-', '1.', '-\ta', '-   a', '-     a', '- \u00a0'],
  ...['  - a', '    - a', '- [ ] a', '- [x] a', '# a', '## a ##', '  # a', '#a', '#\u00a0a'],
  ...['*\ta', '\t\ta', '`a`', 'ab# c', 'ab- c', '[a', 'b](c)', '[\\$a](b)', '[a]: <b', '<b>a</b> c', "<a title='>'>"],
  ...['---', '***', '- - -', '===', '--', '```', '```js', '  ```', '~~~', '    a', '      a'],
  ...['> a', '> - a', '>', '> > a', '> ```', '| a | b |', '|---|:-:|', 'a | b', '--- | ---', 'a\\|b | c', '| a |'],
  ...['\t', ' \t', '  \ta', '[a]: b\\(c\\)', '[a]: b(c) "d"', '[a]: b\\c', '[a]: b\\“c', '[a]: (b)', '[a]: b (c)'],
  ...['[a]: /b', '[a]: <b> "c"', '[a]:', '"a"', '[^1]: a', '[^1] a', '[a][b]', '![a](b)', '$$'],
  ...[
    '<div>',
    '</div>',
    '<p>a</p>',
    '<PRE>',
    '<pre>',
    '</pre>',
    '<script>',
    '</script> a',
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
    '- a\nb\n'.repeat(20_000),
    '<pre>\n</pre>\n'.repeat(10_000),
    '`'.repeat(200_000),
    '[a'.repeat(100_000),
  ];
  for (const text of shapes) {
    const { end = 0 } = parseSimpleBlocks(text, 0, text.length, createDefinitions()) ?? {};
    expect(end).toBeLessThanOrEqual(text.length);
  }
});
