import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verbatim } from '../../../src/render/rich/code-block-lines.ts';
import { codeLanguage } from '../../../src/render/rich/code-text.ts';
import { cutLine, wrapLine } from '../../../src/render/rich/fit-line.ts';
import type { Line, Segment } from '../../../src/render/segment.ts';
import { runs } from '../../support/effort.ts';
import { rich, richLines } from './rich-text.ts';

function texts(lines: readonly Line[]): string[] {
  return lines.map((line) => line.map(({ text }) => text).join(''));
}

function lines(segments: readonly Segment[]): string[] {
  return texts(verbatim(segments));
}

const marker = { text: '> ', style: 0 };

describe('verbatim', () => {
  it('keeps lines, empty ones too', () => {
    expect(lines([{ text: 'a\n\n  b', style: 0 }])).toEqual(['a', '', '  b']);
  });

  it('sets tabs to the next stop, whatever is before them', () => {
    const segments = [
      { text: 'ab', style: 1 },
      { text: '\tc\n\td\t\te', style: 0 },
    ];
    expect(lines(segments)).toEqual(['ab  c', '    d       e']);
    expect(lines([{ text: '語\tx', style: 0 }])).toEqual(['語  x']);
  });
});

describe('cutting a line of code', () => {
  const cut = (segments: readonly Segment[], width: number) =>
    texts([cutLine(segments, width, { text: '…', style: 0 })])[0];

  it('ends it with a marker, across segments and never within a character', () => {
    const segments = [
      { text: 'abc', style: 1 },
      { text: 'defgh', style: 0 },
    ];
    expect(cut(segments, 8)).toBe('abcdefgh');
    expect(cut(segments, 7)).toBe('abcdef…');
    expect(cut(segments, 3)).toBe('ab…');
    expect(cut([{ text: 'a語語', style: 0 }], 4)).toBe('a語…');
    expect(cut([{ text: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', style: 0 }], 3)).toBe('👩‍👩‍👧‍👦…');
  });
});

describe('wrapping a line of code', () => {
  const wrapped = (text: string, width: number) => texts(wrapLine([{ text, style: 0 }], width, marker));

  it('breaks at the last space that fits and marks what goes on', () => {
    expect(wrapped('say("Hello, world! This goes on")', 20)).toEqual(['say("Hello, world!', '> This goes on")']);
  });

  it('breaks a word that is wider than the line where the edge is, but not at its indentation', () => {
    expect(wrapped('    abcdefghijkl', 10)).toEqual(['    abcdef', '> ghijkl']);
    expect(wrapped('語語語語', 5)).toEqual(['語語', '> 語', '> 語']);
  });

  it('takes time that grows no faster than the line', () => {
    // Half a million characters: at a quadratic cost this would take minutes.
    expect(wrapped('word '.repeat(100_000), 80).length).toBeGreaterThan(5_000);
  });

  it('loses nothing but the spaces that it breaks at, and is no wider than requested', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 5, max: 40 }), (given, width) => {
        const text = given.replace(/[^ -~]/g, 'x');
        const found = wrapped(text, width);
        expect(
          found
            .map((line, at) => (at > 0 ? line.slice(2) : line))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
        for (const line of found) expect(line.length).toBeLessThanOrEqual(width);
      }),
      runs(300),
    );
  });
});

describe('a block of code', () => {
  const long = 'const answer = question.reduce((sum, word) => sum + word.length, 0); // forty-two';

  it('has a bar at its left and its language at its right', () => {
    const lines = richLines('```js\na();\n\nb();\n```', { width: 40 });
    expect(lines.slice(-3)).toEqual([`▏ a();${' '.repeat(32)}js`, '▏', '▏ b();']);
  });

  it.each([
    ['cut on a terminal', { cutCode: true }, /…$/],
    ['wrapped if requested', { cutCode: true, wrapCode: true }, /^▏ ↪ /],
    ['whole in a file', {}, /forty-two$/],
  ])('is %s', (_, page, pattern) => {
    expect(richLines(`\`\`\`\n${long}\n\`\`\``, { width: 40, ...page }).at(-1)).toMatch(pattern);
  });

  it('has no empty line about it in a tight list', () => {
    expect(rich('- one:\n  ```\n  x\n  ```\n- two\n', { width: 40 })).toContain('• one:\n  ▏ x\n• two\n');
  });
});

describe('codeLanguage', () => {
  it.each([
    ['js {1,3} title=x', 'js'],
    ['JS', 'js'],
    ['js{1}', 'js'],
    ['rust,ignore', 'rust'],
    ['  c++ ', 'c++'],
    ['', ''],
    [undefined, ''],
  ])('of %j is %j', (info, language) => {
    expect(codeLanguage(info)).toBe(language);
  });
});
