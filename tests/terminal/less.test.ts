import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessArguments, lessPattern } from '../../src/terminal/less.ts';
import { createMatcher } from '../../src/view/search/matcher.ts';
import { runs } from '../support/effort.ts';

/** Every printable ASCII character that is no letter and no digit. */
const punctuation = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((one) =>
  /\W|_/.test(one),
);

const hostile = [
  'x$+!touch owned;#',
  '$o/tmp/owned',
  '+!touch owned',
  '!touch owned',
  '-o owned',
  '--log-file=owned',
  '@*!&|',
  '^R^N',
  '\\',
  '\\\\^^',
  '[a-z]',
  '[^]]',
  '[[:alpha:]]',
  '(a|b)*{2}',
  '%lt %pB\\%',
  '"\'`',
  'tea\n!touch owned\n',
  'tea\r:e /etc/passwd\r',
  '\u0012\u000e\u0005\u0006\u001b[2J\u009b2J',
  '\u202emoc.knab',
  'équilibriste',
  'ÉQUILIBRISTE',
  '東京 🎉 ☕️',
  '\ud800',
];

const typed = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: fc.constantFrom(...punctuation, 'a', 'E', 'é', 'Š', '1', '\n', '\t', '\u001b', '\u0012') }),
  fc.string({ unit: 'binary' }),
);

/** Reads a pattern back as the sets of characters that match one after another. Throws where it is more than that. */
function read(pattern: string): string[] {
  const sets: string[] = [];
  let rest = pattern;
  while (rest !== '') {
    const found = /^(?:\\([\\^])|\[(\]|[^\]^\\][^\]\\]*)\]|([^!-/:-@[-`{-~\p{Cc}]))/u.exec(rest);
    if (!found) throw new Error(`Not a literal: ${rest}`);
    sets.push(found[1] ?? found[2] ?? found[3] ?? '');
    rest = rest.slice(found[0].length);
  }
  return sets;
}

describe('a pattern', () => {
  test('is a literal in every library that less is built with', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const set of read(lessPattern(text))) {
          // A hyphen within a bracket expression would be a range.
          if (set.length > 1) expect(set.slice(1)).not.toContain('-');
        }
      }),
      runs(2000),
    );
  });

  test.each([
    ['$1.50 (a+b)*[c]|{d}?', '[$]1[.]50 [(]a[+]b[)][*][[]c[]][|][{]d[}][?]'],
    ['\\^', '\\\\\\^'],
    ['!@*&/-', '[!][@][*][&][/][-‐‑‒–—]'],
  ])('%j', (text, pattern) => {
    const simplified = lessPattern(text)
      .replace(/\[ \u00a0\u202f\]/g, ' ')
      .replace(/\[([a-z])[^\]]+\]/g, '$1');
    expect(simplified).toBe(pattern);
  });

  test.each([
    ['equilibriste', 'équilibriste'],
    ['équilibriste', 'équilibriste'],
    ['Eiffel', 'Éiffel'],
    ["l'an", 'l’an'],
    ['"a" - b', '“a” – b'],
    ['10 000', '10\u202f000'],
    ['a\tb  c', 'a b c'],
    ['#$%&\\^[]', '#$%&\\^[]'],
  ])('of %j matches %j, as article search does', async (text, line) => {
    const matcher = await createMatcher([text]);
    expect(matcher(line)).toEqual([{ start: 0, end: line.length }]);
    const characters = [...line];
    const sets = read(lessPattern(text));
    expect(sets).toHaveLength(characters.length);
    for (const [at, set] of sets.entries()) expect([...set]).toContain(characters[at]);
  });

  test('with an accent in it matches no other letters', () => {
    expect(lessPattern('épée')).toBe('épée');
  });

  test('fits into what less keeps of a line, in whole characters', () => {
    const pattern = lessPattern('ae–'.repeat(1000));
    expect(Buffer.byteLength(pattern)).toBeLessThan(2000);
    expect(read(pattern).length).toBeGreaterThan(30);
  });
});

describe('the arguments', () => {
  const prompt = lessArguments(undefined, {}).find((one) => one.startsWith('-P'));

  test('are fixed, but for the pattern, which is the last', () => {
    expect(prompt).toMatch(/^-Ps[ -#%-~]+$/);
    fc.assert(
      fc.property(typed, (text) => {
        const pattern = lessPattern(text);
        expect(lessArguments(text, {})).toEqual(['-R', '-R', prompt, '-i', ...(pattern ? ['-p', pattern] : [])]);
        // Neither an option nor a command.
        expect(pattern).not.toMatch(/^[-+!@*&/]/);
      }),
    );
  });

  test.each([
    [undefined, true],
    ['', true],
    ['-R', true],
    ['FRX', true],
    ['-p tea', true],
    ['--no-histdups', true],
    ['-Psmine', false],
    ['iMP mine', false],
    ['-R --prompt=mine', false],
    ['-R -Pmmine$', false],
  ])('with LESS=%j our prompt is %s', (LESS, ours) => {
    expect(lessArguments(undefined, { LESS }).some((one) => one.startsWith('-P'))).toBe(ours);
  });
});
