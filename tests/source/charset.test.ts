import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/source/charset.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

test.each([
  ['utf-8', Buffer.from('é 日本 🎉')],
  ['utf-8', Buffer.from('\ufeffé 日本 🎉')],
  ['utf-8', Buffer.from('\ufeff\ufeffé 日本 🎉')],
  ['utf-16le', Buffer.from('\ufeffé 日本 🎉', 'utf16le')],
  ['utf-16be', Buffer.from('\ufeffé 日本 🎉', 'utf16le').swap16()],
])('reads %s', (charset, buffer) => {
  expect(decodeText(buffer)).toEqual({ text: 'é 日本 🎉', charset });
});

test('removes a byte order mark that the charset has as any other character', () => {
  expect(decodeText(bytes(0x84, 0x31, 0x95, 0x33, 0xc4, 0xe3), 'gb18030')).toEqual({ text: '你', charset: 'gb18030' });
});

describe('charsets that Node does not know, or not all of', () => {
  test('ISO 8859-16 is read as itself', () => {
    expect(decodeText(bytes(0xaa, 0xba, 0xde, 0xfe, 0xa4, 0x20, 0xff, 0x61), 'ISO-8859-16')?.text).toBe('ȘșȚț€ ÿa');
  });

  test('windows-949 has its added syllables', () => {
    expect(decodeText(bytes(0x8c, 0x63, 0xb0, 0xa1, 0x20, 0x81, 0x41, 0xc6, 0x52, 0x41), 'windows-949')?.text).toBe(
      '똠가 갂힣A',
    );
    expect(decodeText(bytes(0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf), 'ks_c_5601-1987')?.text).toBe('똠방각하');
  });
});

describe('windows-1252', () => {
  test('is what is no UTF-8', () => {
    expect(decodeText(bytes(0x93, 0x45, 0xe9, 0x94, 0x80, 0x20, 0x96, 0x9f))).toEqual({
      text: '“Eé”€ –Ÿ',
      charset: 'windows-1252',
    });
  });

  test('never brings a C1 control', () => {
    const all = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
    const { text } = decodeText(all) ?? { text: '' };
    expect(text).toHaveLength(0x80);
    expect(text).not.toMatch(/[\x80-\x9f]/);
  });
});

describe('what is no text', () => {
  test.each([
    ['an executable', readFileSync(process.execPath).subarray(0, 100_000)],
    ['zeroes', new Uint8Array(1000)],
    [
      'the start of a PNG',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
    ],
    ['UTF-16 without its mark', Buffer.from('plain words', 'utf16le')],
  ])('%s is refused', (_, buffer) => {
    expect(decodeText(buffer)).toBeUndefined();
  });

  test('a stray NUL or an escape makes no binary', () => {
    expect(decodeText(Buffer.from('some words\0 and \x1b[31mmore'))?.text).toBe('some words\0 and \x1b[31mmore');
    expect(decodeText(new Uint8Array())?.text).toBe('');
  });
});

describe('a charset that is declared', () => {
  test.each([
    ['koi8-r', bytes(0xf0, 0xd2, 0xc9), 'При', 'koi8-r'],
    ['Shift_JIS', bytes(0x93, 0xfa, 0x96, 0x7b), '日本', 'shift_jis'],
    ['latin1', bytes(0x93, 0xe9, 0x94), '“é”', 'windows-1252'],
    ['utf-16le', bytes(0x61, 0, 0xe9, 0), 'aé', 'utf-16le'],
    ['utf-8', Buffer.from('é'), 'é', 'utf-8'],
    ['koi8-r', Buffer.from('\ufeffé'), 'é', 'utf-8'],
    ['utf-8', Buffer.concat([Buffer.from('é à '), bytes(0xe9)]), 'é à \ufffd', 'utf-8'],
    ['utf-8', bytes(0x63, 0x61, 0x66, 0xe9), 'café', 'windows-1252'],
  ])('%s, %j: %s', (said, buffer, text, charset) => {
    expect(decodeText(buffer, said)).toEqual({ text, charset });
  });

  test('makes no text of what is none', () => {
    const start = readFileSync(process.execPath).subarray(0, 100_000);
    for (const said of ['utf-8', 'latin1', 'koi8-r']) expect(decodeText(start, said)).toBeUndefined();
  });
});
