import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/markdown/escape.ts';
import { readText } from '../../../src/source/plain-text/plain-text.ts';
import { runs } from '../../support/effort.ts';
import { rendered, wordsOf } from './words.ts';

const word = fc.constantFrom(
  ...['alpha', 'Beta', 'GAMMA', 'délta', 'x', 'I', 'IV', 'the', 'Chapter', 'two', '1986', '2.1', '日本語', 'слово'],
);
const mark = fc.constantFrom(
  ...['*', '_', '#', '##', '-', '+', '>', '`', '```', '~~', '[a](b)', '![a]', '<b>', '</b>', '&amp;', '&lt', '|', '\\'],
  ...['$x$', '$$', '===', '---', '1.', '2)', '•', '...', '. . .', ':', '[^1]:', '<!--', '~', '**bold**', '_it_', '://'],
);
const address = fc.constantFrom(
  ...[
    'https://example.org/a_b_',
    'https://example.org/~ada/(x)?a=1&copy=2',
    'www.example.org',
    'https://été.example/{a}/*b*',
  ],
);
const piece = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 2, arbitrary: mark },
  { weight: 1, arbitrary: address },
);
const line = fc
  .tuple(fc.constantFrom('', '', '', '   ', '     ', '\t', '> '), fc.array(piece, { maxLength: 14 }))
  .map(([indent, pieces]) => indent + pieces.join(' '));
const document = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('plain text as Markdown', () => {
  it('keeps every word, in order', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { markdown } = readText(text, { whole: true });
        expect(wordsOf(markdown)).toEqual(wordsOf(text));
      }),
      runs(400),
    );
  });

  it('says the same words when it is rendered, but for the numbers of lists', () => {
    fc.assert(
      fc.property(document, (text) => {
        const letters = (words: string): string[] => wordsOf(words.replace(/\p{N}+/gu, ' '));
        expect(letters(rendered(readText(text, { whole: true }).markdown))).toEqual(letters(text));
      }),
      runs(400),
    );
  });

  it('shows every address as it is written', () => {
    fc.assert(
      fc.property(document, (text) => {
        const addresses = (each: string): string[] => each.match(/https:\/\/\S+|www\.\S+/g) ?? [];
        expect(addresses(rendered(readText(text, { whole: true }).markdown))).toEqual(addresses(text));
      }),
      runs(400),
    );
  });

  it('ends', () => {
    for (const part of [
      'a',
      '>',
      '[',
      '*',
      '_',
      '<',
      '`',
      '.',
      ' ',
      '\n',
      'a\n---\n',
      'a.B',
      'a,,',
      '- \n',
      '  x;\n\n',
    ]) {
      const text = part.repeat(200_000 / part.length);
      expect(wordsOf(readText(text, { whole: true }).markdown).join('')).toBe(wordsOf(text).join(''));
    }
  });
});

describe('escaped words', () => {
  it('read as themselves', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'ab1 .*_#<>&;[]()!`~|\\$:/-+=^"\'@'), maxLength: 40 });
    fc.assert(
      fc.property(hostile, (text) => {
        const words = text.trim().replace(/\s+/g, ' ');
        expect(rendered(escapeMarkdown(words)).trim().replace(/\s+/g, ' ')).toBe(words);
      }),
      runs(3000),
    );
  });
});
