import { Rules } from '@cto.af/linebreak';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakOpportunities } from '../../src/render/line-break.ts';
import { isNarrow } from '../../src/render/width.ts';
import { runs } from '../support/effort.ts';

const narrow =
  ' abcdeXYZéÀœßøñ0123456789"\'«»‘’‛“”‟‹›([{¡¿‚„})]!?,.:;/-|‐‒–‧´—…‥ \u00a0\u2011\u202f$+\\£¥€±−%¢°‰′″*#&<=>@^_`~§©®•†жЯλΩ'.split(
    '',
  );

/** Returns the library's judgement; at the end of the text there is always one. */
function libraryBreaks(text: string): number[] {
  return [...new Rules().breaks(text)].map(({ position }) => position).filter((at) => at < text.length);
}

function ourBreaks(text: string): number[] {
  return [...breakOpportunities(text, {})].flatMap((allowed, at) => (allowed && at < text.length ? [at] : []));
}

/**
 * Reports whether an offset follows hyphens that open a word: there UAX 14 of Unicode 15.1 breaks, and we (as 16 does)
 * do not.
 */
function afterInitialHyphen(text: string, at: number): boolean {
  return /(?:^|[\s([{"'«“])-+$/.test(text.slice(0, at));
}

/**
 * Reports whether an offset is where the library lets an initial quotation mark hold on for one character too long: its
 * rule LB15a expects a space next and takes the next character for it.
 */
function afterQuoted(text: string, at: number): boolean {
  return /[«‘‛“‟‹][^ ] ?$/.test(text.slice(0, at));
}

/**
 * Reports whether a path or a file's extension begins at an offset after a space, or just before it: UAX 14 holds its
 * first full stop or slash back and may separate it from the rest, we do neither.
 */
function atPath(text: string, at: number): boolean {
  return (
    /(?: | [./]{1,3})$/.test(text.slice(0, at)) &&
    /^[./]{0,3}[\p{L}\p{N}]/u.test(text.slice(at)) &&
    /[./]/.test(text.charAt(at) + text.charAt(at - 1))
  );
}

/**
 * Reports whether an offset is between a figure and what may be its unit or its thousands, or between a dash and a
 * figure.
 */
function inFigure(text: string, at: number): boolean {
  return /\d $/.test(text.slice(0, at)) || (/[‒–—−] ?$/.test(text.slice(0, at)) && /^\d/.test(text.slice(at)));
}

describe('line breaking', () => {
  it('is that of UAX 14 for Latin, Greek and Cyrillic text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...narrow), { maxLength: 24 }), (characters) => {
        const text = characters.join('').replace(/ +/g, ' ').trim();
        const judged = (at: number) =>
          !afterInitialHyphen(text, at) && !afterQuoted(text, at) && !atPath(text, at) && !inFigure(text, at);
        expect(ourBreaks(text).filter(judged)).toEqual(libraryBreaks(text).filter(judged));
      }),
      runs(3000),
    );
  });

  it('is that of UAX 14 for every character that counts as narrow', () => {
    const different: string[] = [];
    for (let code = 0x20; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      if (code === 0x2d || !isNarrow(character) || (code >= 0xd800 && code < 0xe000)) continue;
      for (const text of [
        `a${character}b`,
        `1${character}2`,
        `a ${character}b`,
        `a${character} b`,
        `(${character}) ${character}`,
      ]) {
        const judged = (at: number) => !afterQuoted(text, at) && !atPath(text, at) && !inFigure(text, at);
        if (ourBreaks(text).filter(judged).join() !== libraryBreaks(text).filter(judged).join()) {
          different.push(`U+${code.toString(16)} in ${text}`);
        }
      }
    }
    expect(different).toEqual([]);
  });

  it('keeps an option of a command in one piece', () => {
    expect(ourBreaks('say --no-pager or -w')).toEqual([4, 9, 15, 18]);
  });

  it('begins a line with a path or a file ending', () => {
    expect(ourBreaks('a .txt or ./b or /usr ...')).toEqual([2, 7, 10, 14, 17]);
    expect(ourBreaks('« .txt ( .md')).toEqual([7]);
  });

  it('breaks at a zero width space and never at a word joiner', () => {
    expect(ourBreaks('snake\u200bcase -\u2060b')).toEqual([6, 11]);
  });

  it('never breaks at a no-break space', () => {
    expect(ourBreaks('10\u00a0000\u202f€ et « mot\u00a0»')).toEqual([9, 12]);
  });

  it('keeps French punctuation with its word over an ordinary space', () => {
    const text = 'Vraiment ? « Oui » ; voilà : fin !';
    const kept = [...breakOpportunities(text, { french: true })].flatMap((allowed, at) => (allowed ? [at] : []));
    expect(kept.map((at) => text.slice(at, at + 3))).toEqual(['« O', 'voi', 'fin']);
  });

  it.each([
    '日本語、テキスト。「漢字」とカナッ',
    '中文（括号）和，标点。',
    '한국어 텍스트, 그리고',
    'emoji 👩‍👩‍👧‍👦 👍🏽 fin',
    'العربية שלום',
  ])('is nearly UAX 14 for %j even without its tables', (text) => {
    const clusters = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index));
    const judged = (at: number) => clusters.has(at);
    expect(ourBreaks(text).filter(judged)).toEqual(libraryBreaks(text).filter(judged));
  });

  it('finds the words of Thai, which has no spaces', () => {
    const breaker = (text: string) => [...new Rules().breaks(text)].map(({ position }) => position);
    const text = 'ภาษาไทยเป็นภาษาที่ใช้';
    const allowed = breakOpportunities(text, { breaker });
    expect([...allowed.slice(0, text.length)].filter(Boolean).length).toBeGreaterThan(3);
  });

  it.each([
    ['Khmer', 'ខ្ញុំទៅផ្សារ។ អ្នកទៅណា។ ផ្សេងៗ'],
    ['Myanmar', 'မြန်မာစကား၊ စာပေ။ နောက်တစ်ခု။'],
    ['Lao', 'ຕ່າງໆ ພາສາລາວ ທຸກໆຄົນ'],
    ['Thai', 'ต่างๆ นานา ฯลฯ'],
  ])('begins no line of %s with what ends the word before', (_, text) => {
    const breaker = (given: string) => [...new Rules().breaks(given)].map(({ position }) => position);
    for (const options of [{}, { breaker }]) {
      const allowed = breakOpportunities(text, options);
      const first = [...allowed.slice(0, text.length)].flatMap((free, at) =>
        free && text.charAt(at - 1) !== ' ' ? [text.charAt(at)] : [],
      );
      expect(first.filter((character) => /[\p{P}\p{M}\p{Lm}\u0e2f]/u.test(character))).toEqual([]);
    }
  });

  it.each([
    ['20 Mo de 5 km/h à 30 % de 12 € en 5 min', ['de', '5 k', 'h', 'à', '30 ', 'de', '12 ', 'en', '5 m']],
    ['10 000 et 2 500 000 habitants en 2019 300', ['et', '2 5', 'hab', 'en', '201', '300']],
    ['de 1990 – 2000, de 1990–2000 et −5', ['199', '– 2', 'de', '199', 'et', '−5']],
    ['un ( mot ) et « un mot » et [ un ] mot', ['( m', 'et', '« u', 'mot', 'et', '[ u', 'mot']],
  ])('keeps figures with their units, and what opens with what follows: %s', (text, expected) => {
    const starts = ourBreaks(text).map((at) => text.slice(at));
    expect(starts.map((rest, index) => rest.startsWith(expected[index] ?? '?'))).toEqual(expected.map(() => true));
  });
});
