import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceText } from '../../../src/markdown/fast/source-text.ts';
import { plainText } from '../../../src/markdown/inline-text.ts';
import { LazyInlines } from '../../../src/markdown/lazy-inlines.ts';
import { countWords } from '../../../src/text/words.ts';
import { createDefinitions } from '../../support/definitions.ts';
import { runs } from '../../support/effort.ts';
import { examples } from '../../support/examples.ts';
import { realTexts } from '../../support/real-texts.ts';

const definitions = createDefinitions();
definitions.links.known = { href: 'https://example.org' };

function sourceWords(source: string): number | undefined {
  const text = sourceText(source, definitions.links);
  return text === undefined ? undefined : countWords(text);
}

function parsedWords(source: string): number {
  return countWords(plainText(new LazyInlines(source, definitions).parsed));
}

test.each([
  ['plain words', 'two words', 2],
  ['emphasis', '**one** *two*, _three_; ~~four~~ ***five***', 5],
  ['code', 'the `read_file` call', 3],
  ['a link', 'see [the guide](https://example.org/a-b-c) here', 4],
  ['an image in a link', '[![build state](https://a.b/c.svg)](https://d.e)', 2],
  ['a bare address', 'see https://example.org now', countWords('see https://example.org now')],
  ['words with underscores', 'snake_case and __init__', 3],
  ['a reference', '[one two][known] and [known][]', 4],
  ['an escape', '\\[one\\] \\*two', 2],
  ['a hard break', 'one\\\ntwo  \nthree', 3],
  ['a line end', 'one\ntwo', 2],
  ['code within a word', '`a`s', 1],
  ['code behind a link', '[a](b)`s`', 1],
  ['a link with a title', '[a](b "c d")', 1],
  ['an image in a link in brackets', '[one [![two](a)](b)]', 2],
  ['an address with parentheses', '[one](a_(b)) two', 2],
  ['a long run of delimiters without a space', '`a`-'.repeat(200), 200],
  ['tags', 'a<b>c</b> <!-- d --> two<br>three', 3],
  ['an image as a tag', '<a href="b c"><img src="a" alt="one two"></a>', 2],
  ['a reference', 'a&nbsp;b &lt;c&gt;', 3],
  ['an escaped underscore', 'a\\_b', 1],
  ['an underscore behind a colon', '_one two:_ three', 3],
  ['an address in angle brackets', '<https://a_b.c>', 2],
])('%s is counted without a parser', (_, source, words) => {
  expect(sourceWords(source)).toBe(words);
  expect(parsedWords(source)).toBe(words);
});

test.each([
  ['a delimiter within a word', 'un*frigging*believable'],
  ['a delimiter behind an apostrophe', "l'**art**"],
  ['a delimiter before an apostrophe', "*l*'art"],
  ['an underscore before an apostrophe', "_l_'art"],
  ['a link in brackets', '[a [b](c) d](e)'],
  ['a reference to nothing', '[a][b]'],
  ['a footnote', 'a[^1]'],
  ['an exponent', 'a<sup>2</sup>'],
  ['a style sheet', '<style>a</style>'],
  ['a reference by another name', 'a&eacute;b'],
  ['a formula', '$a b$'],
  ['scripts without spaces', '日本語の文章'],
])('%s is left to the parser', (_, source) => {
  expect(sourceWords(source)).toBeUndefined();
});

describe('what is counted without a parser is as many as with it', () => {
  const check = (source: string) => {
    const words = sourceWords(source);
    if (words !== undefined) expect({ source, words }).toEqual({ source, words: parsedWords(source) });
    return words !== undefined;
  };

  test('for the paragraphs of real texts, most of which need none', () => {
    const sources = realTexts().flatMap((text) => text.split(/\n\s*\n/).map((source) => source.trim()));
    const counted = sources.filter(check).length;
    expect(counted / sources.length).toBeGreaterThan(0.8);
  });

  test('for the examples of the specifications', () => {
    for (const { markdown } of examples()) for (const line of [markdown, ...markdown.split('\n')]) check(line.trim());
  });

  test('for words and delimiters in any order', () => {
    const parts = [
      'a',
      'b1',
      ' ',
      ' ',
      '\n',
      '*',
      '**',
      '_',
      '__',
      '~',
      '~~',
      '`',
      '[',
      ']',
      '](c)',
      '(',
      ')',
      '!',
      '.',
      ',',
      "'",
      '’',
      ':',
      '\\',
      '&lt;',
      '<b>',
      '</b>',
      '<br>',
      '<img alt="c d">',
      '<https://e.f>',
      '[a][known]',
      '[known]',
    ];
    const source = fc.array(fc.constantFrom(...parts, 'é', '«', '$', '&', 'www.', 'https://d.e'), { maxLength: 14 });
    fc.assert(
      fc.property(source, (pieces) => {
        check(pieces.join('').trim());
      }),
      runs(30_000),
    );
  });
});
