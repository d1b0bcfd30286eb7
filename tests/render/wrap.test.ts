import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/render/segment.ts';
import { wrap } from '../../src/render/wrap.ts';

function lines(text: string | readonly Segment[], width: number, french = false): string[] {
  const segments = typeof text === 'string' ? [{ text, style: 0 }] : text;
  return wrap(segments, width, { french }).map((line) => line.map((segment) => segment.text).join(''));
}

describe('wrap', () => {
  it('fills lines and leaves no space at their ends', () => {
    expect(lines('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('ends a line at a hard break', () => {
    const segments = ['one', '\n', 'two ', '\n', ' three'].map((text) => ({ text, style: 0 }));
    expect(lines(segments, 20)).toEqual(['one', 'two', 'three']);
  });

  it('counts the space between segments once', () => {
    const segments = [
      { text: 'one ', style: 0 },
      { text: ' two', style: 1 },
    ];
    expect(lines(segments, 20)).toEqual(['one two']);
  });

  it('breaks a word that is wider than the line, but never before its closing punctuation', () => {
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(lines('abcdefgh\u00a0!', 8)).toEqual(['abcdefg', 'h\u00a0!']);
  });

  it('keeps an address whole, though it overruns', () => {
    expect(lines('see https://example.org/a/b/c now', 10)).toEqual(['see', 'https://example.org/a/b/c', 'now']);
  });

  it('breaks a linked address after its slashes, for each segment is the link', () => {
    const link = { address: 'https://example.org/', id: 1 };
    const segments = [{ text: 'https://example.org/a/b/c', style: 0, link }];
    expect(lines(segments, 20)).toEqual(['https://example.org/', 'a/b/c']);
    expect(wrap(segments, 20).every((line) => line[0]?.link?.id === 1)).toBe(true);
  });

  it('breaks code at its spaces alone', () => {
    expect(lines([{ text: 'git-log --no-pager', style: 0, code: true }], 10)).toEqual(['git-log', '--no-pager']);
    expect(lines([{ text: 'a-b-c-d-e-f-g', style: 0 }], 8)).toEqual(['a-b-c-d-', 'e-f-g']);
  });

  it('wraps text without spaces, and begins no line with a full stop or a small kana', () => {
    expect(lines('日本語の文章。次', 12)).toEqual(['日本語の文', '章。次']);
    expect(lines('ああああーああ', 8)).toEqual(['あああ', 'あーああ']);
  });

  it('shows a soft hyphen only where a line is broken at it', () => {
    expect(lines('Donau\u00addampf\u00adschiff', 6)).toEqual(['Donau-', 'dampf-', 'schiff']);
    expect(lines('Donau\u00addampf\u00adschiff', 5)).toEqual(['Donau', 'dampf', 'schif', 'f']);
    expect(lines('Donau\u00addampf\u00adschiff', 20)).toEqual(['Donaudampfschiff']);
  });

  it('breaks no cluster', () => {
    expect(lines('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 4)).toEqual(['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
    expect(lines('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301']);
  });

  it('closes a bidirectional override on each line that it spans', () => {
    expect(lines('\u202bone two', 3)).toEqual(['\u202bone\u202c', '\u202btwo\u202c']);
  });

  it('takes time in proportion to the length of a word', () => {
    expect(lines('x'.repeat(400_000), 80)).toHaveLength(5000);
    expect(lines('語'.repeat(200_000), 80)).toHaveLength(5000);
  });
});
