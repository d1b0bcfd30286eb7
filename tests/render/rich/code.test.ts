import { describe, expect, it } from 'vitest';
import { verbatim } from '../../../src/render/rich/code-block.ts';
import { codeLanguage } from '../../../src/render/rich/code-text.ts';
import type { Segment } from '../../../src/render/segment.ts';

function lines(segments: readonly Segment[], width = Number.POSITIVE_INFINITY): string[] {
  return verbatim(segments, width).map((line) => line.map(({ text }) => text).join(''));
}

describe('verbatim', () => {
  it('keeps lines, empty ones too', () => {
    expect(lines([{ text: 'a\n\n  b', style: 0 }])).toEqual(['a', '', '  b']);
  });

  it('sets tabs to the next stop, whatever stands before them', () => {
    const segments = [
      { text: 'ab', style: 1 },
      { text: '\tc\n\td\t\te', style: 0 },
    ];
    expect(lines(segments)).toEqual(['ab  c', '    d       e']);
    expect(lines([{ text: '語\tx', style: 0 }])).toEqual(['語  x']);
  });

  it('cuts at the width across segments, and never within a character', () => {
    const segments = [
      { text: 'abc', style: 1 },
      { text: 'defgh\ni', style: 0 },
    ];
    expect(lines(segments, 4)).toEqual(['abcd', 'efgh', 'i']);
    expect(lines([{ text: 'a語語', style: 0 }], 4)).toEqual(['a語', '語']);
    expect(lines([{ text: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', style: 0 }], 3)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
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
