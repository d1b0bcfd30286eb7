import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/render/width.ts';

const samples = [
  'plain ASCII',
  'déjà vu — naïve',
  '日本語のテキスト、カタカナ。',
  '한국어 텍스트',
  '👩‍👩‍👧‍👦 family',
  '🇫🇷🇯🇵 flags',
  '❤️ ☑️ 1️⃣ ☎',
  '👍🏽 skin',
  'e\u0301 combined',
  'العربية שלום',
  'हिन्दी क्षत्रिय',
  'ภาษาไทย',
  'ｶﾞｷﾞ half-width',
  'ＡＢＣ full-width',
  'zero\u200bwidth\u2060joiner',
  '\u1112\u1161\u11ab jamo',
];

describe('columns', () => {
  it.each(samples)('counts %j as string-width does', (text) => {
    expect(columns(text)).toBe(stringWidth(text));
  });

  it('counts whatever is typed together as string-width does', () => {
    const piece = fc.constantFrom(
      ...samples.flatMap((sample) => [...new Intl.Segmenter().segment(sample)].map((s) => s.segment)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(columns(text)).toBe(stringWidth(text));
      }),
    );
  });

  it('counts every character of the basic plane as string-width does', () => {
    const different: string[] = [];
    for (let code = 0x20; code < 0x10000; code++) {
      if (code >= 0x7f && code < 0xa0) continue;
      if (code >= 0xd800 && code < 0xe000) continue;
      const text = String.fromCharCode(code);
      if (columns(text) !== stringWidth(text)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });

  it('counts a run of forty thousand characters in pieces', () => {
    expect(columns('語'.repeat(40_000))).toBe(80_000);
    expect(columns('e\u0301'.repeat(20_000))).toBe(20_000);
  });
});
