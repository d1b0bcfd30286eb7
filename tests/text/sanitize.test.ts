import { describe, expect, test } from 'vitest';
import { inlines } from '../../src/markdown/lazy-inlines.ts';
import { lexBlocks } from '../../src/markdown/marked/lex-blocks.ts';
import type { Inline } from '../../src/markdown/syntax-tree.ts';
import { cleanLine, cleanText, closeBidi, revealHidden } from '../../src/text/sanitize.ts';
import { createDefinitions } from '../support/definitions.ts';

const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => /[\0-\x1f\x7f-\x9f]/.test(character) && !'\t\n'.includes(character),
);

describe('cleanText', () => {
  test('gives clean text back', () => {
    const text = 'Été 2026 : « voilà » \u2013 10\u202f000 €\tأهلا 日本語 🎉\n';
    expect(cleanText(text)).toBe(text);
  });

  test.each(controls.filter((character) => character !== '\0'))('drops %j', (character) => {
    expect(cleanText(`a${character}b`)).toBe('ab');
  });

  test('makes U+0000 a replacement character', () => {
    expect(cleanText('a\0b')).toBe('a\ufffdb');
  });

  test.each([
    ['\x1b[31mred\x1b[0m', 'red'],
    ['\x1b[2J\x1b[1;1Hhome', 'home'],
    ['\x1b[?25lhidden\x1b[?25h', 'hidden'],
    ['\x1b[2 qcursor', 'cursor'],
    ['\x9b31mred', 'red'],
    ['\x1b[', '['],
    ['\x1b[12', '[12'],
    ['\x1b[ two words', '[ two words'],
    ['\x1b[1\nm', '[1\nm'],
  ])('takes a well-formed CSI sequence whole: %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test.each([
    ['\x1b]0;title\x07text', ']0;titletext'],
    ['\x1b]52;c;aGk=\x1b\\text', ']52;c;aGk=\\text'],
    ['\x1bPq words \x1b\\', 'Pq words \\'],
    ['\x1b]8;;file:///etc/passwd\x1b\\all that follows', ']8;;file:///etc/passwd\\all that follows'],
    ['never closed \x1b]0;and yet all of it is read', 'never closed ]0;and yet all of it is read'],
  ])('leaves the words of other sequences: %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test.each([
    ['tag characters', 'a\u{e0001}\u{e0068}\u{e0069}\u{e007f}b'],
    ['zero-width spaces', 'a\u200bb'],
    ['joiners between Latin letters', 'a\u200d\u200cb'],
    ['a word joiner', 'a\u2060b'],
    ['a byte order mark', 'a\ufeffb'],
    ['interlinear annotation', 'a\ufff9\ufffa\ufffbb'],
    ['invisible operators', 'a\u2061\u2064b'],
    ['deprecated format characters', 'a\u206a\u206fb'],
    ['Hangul fillers', 'a\u3164\u115f\u1160\uffa0b'],
    ['a soft hyphen', 'a\u00adb'],
    ['supplementary variation selectors', 'a\u{e0100}\u{e01ef}b'],
    ['musical format controls', 'a\u{1d173}\u{1d17a}b'],
    ['shorthand format controls', 'a\u{1bca0}b'],
    ['a grapheme joiner', 'a\u034fb'],
    ['Mongolian selectors', 'a\u180b\u180eb'],
  ])('drops %s', (_, text) => {
    expect(cleanText(text)).toBe('ab');
  });

  test.each([
    ['an emoji family', '👨\u200d👩\u200d👧\u200d👦'],
    ['an emoji with a skin tone', '👩🏽\u200d🚀'],
    ['a rainbow flag', '🏳\ufe0f\u200d🌈'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क्\u200dष'],
    ['a Thai break', 'ภาษา\u200bไทย'],
    ['an ideographic variant', '葛\u{e0100}'],
    ['direction marks', 'C++\u200e שלום'],
    ['old Hangul', '\u1112\u1160\u11ab'],
    ['Mongolian', 'ᠠ\u180b'],
  ])('keeps what does typographic work: %s', (_, text) => {
    expect(cleanText(text)).toBe(text);
  });

  test('hides no message behind one emoji', () => {
    expect(cleanText('😀\ufe0f\ufe01\ufe02\u{e0100}\u{e0101}!')).toBe('😀\ufe0f!');
    expect(cleanText('🏴\u{e0067}\u{e0062} open')).toBe('🏴 open');
  });

  test('is linear on what looks like sequences', () => {
    const text = '\x1b['.repeat(100_000) + '\x1b[0'.repeat(100_000) + '🏴\u{e0067}'.repeat(100_000);
    expect(cleanText(text)).not.toMatch(/\x1b|\u{e0067}/u);
  });
});

test('cleanLine keeps to one line and closes what it opens', () => {
  expect(cleanLine(' a\r\n\tb\u202b\u202ec\x1b[2J ')).toBe('a b\u202bc\u202c');
  expect(cleanLine('Qu’en\npenser\u202f? «\u00a0Oui\u00a0»')).toBe('Qu’en penser\u202f? «\u00a0Oui\u00a0»');
});

test('bidirectional overrides are dropped, balanced or not', () => {
  expect(cleanText('\u202emoc.knab\u202c')).toBe('moc.knab\u202c');
  expect(cleanText('a\u202db\u202e\u202ec')).toBe('abc');
});

describe('closeBidi', () => {
  test.each([
    ['nothing', 'nothing'],
    ['\u202babc', '\u202babc\u202c'],
    ['\u202babc\u202c', '\u202babc\u202c'],
    ['\u2066a\u2067b\n\nc', '\u2066a\u2067b\u2069\u2069\n\nc'],
    ['\u202aa\u2068b', '\u202aa\u2068b\u2069\u202c'],
    // A pop of an embedding does not reach through an isolate; the end of an isolate ends what it holds.
    ['\u202a\u2068\u202c', '\u202a\u2068\u202c\u2069\u202c'],
    ['\u2068\u202aa\u2069', '\u2068\u202aa\u2069'],
    ['a\u202cb\u2069', 'a\u202cb\u2069'],
  ])('%j becomes %j', (text, expected) => {
    expect(closeBidi(text)).toBe(expected);
  });
});

describe('revealHidden', () => {
  test.each([
    ['a\x1b[31mb', 'a␛[31mb'],
    ['\x07\x7f\x9b', '␇␡U+009B'],
    ['a\u202eb\u202c', 'aU+202EbU+202C'],
    [
      '\u202aa\u202c\u202bb\u202c\u202dc\u2066d\u2067e\u2068f\u2069',
      'U+202AaU+202CU+202BbU+202CU+202DcU+2066dU+2067eU+2068fU+2069',
    ],
    ['a\u{e0068}b', 'aU+E0068b'],
    ['a\u200bb', 'aU+200Bb'],
    ['a\0b', 'a␀b'],
    ['a&#27;b&#x202E;c', 'a␛bU+202Ec'],
    ['a&#233;&#10;b', 'a&#233;&#10;b'],
    ['`&#27;` and\n\n```\n&#27;\n```\n\n&#27;', '`&#27;` and\n\n```\n&#27;\n```\n\n␛'],
    ['👨\u200d👩', '👨\u200d👩'],
    ['plain', 'plain'],
  ])('%j becomes %j', (text, expected) => {
    expect(revealHidden(text)).toBe(expected);
  });
});

test('a paragraph closes what it opens, in whichever of its inlines', () => {
  const paragraph = (markdown: string): readonly Inline[] => {
    const [block] = lexBlocks(markdown, createDefinitions());
    return block?.type === 'paragraph' ? inlines(block.tokens) : [];
  };
  expect(paragraph('a **b\u202b** c').at(-1)).toEqual({ type: 'text', text: '\u202c' });
  expect(paragraph('a **b\u202b** c\u202c')).toHaveLength(3);
  expect(paragraph('a **b** c')).toHaveLength(3);
});
