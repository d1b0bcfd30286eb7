import fc from 'fast-check';
import { gemoji } from 'gemoji';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/render/width.ts';
import { wrap } from '../../src/render/wrap.ts';

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
  'ｶﾞｷﾞ half-width',
  'ＡＢＣ full-width',
  'zero\u200bwidth\u2060joiner',
  '\u1112\u1161\u11ab jamo',
];

/** Returns all emoji that Unicode recommends, with each tone of skin, by the data of the JavaScript engine. */
function recommendedEmoji(): string[] {
  // In variables, for TypeScript's idea of the engine is older than this flag.
  const [pattern, flags] = ['^\\p{RGI_Emoji}$', 'v'];
  const recommended = new RegExp(pattern as string, flags);
  const tones = ['', '\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}'];
  return gemoji.flatMap(({ emoji }) =>
    tones
      .map((tone) => emoji.replaceAll(/(\p{Emoji_Modifier_Base})\ufe0f?/gu, tone ? `$1${tone}` : '$&'))
      .filter((toned) => recommended.test(toned)),
  );
}

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
      // A vowel or final consonant of Hangul alone, which nobody writes: terminals draw nothing.
      if ((code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7ff)) continue;
      // Arabic and Syriac signs about figures, which wcwidth counts and string-width does not.
      if ((code >= 0x600 && code <= 0x605) || [0x6dd, 0x70f, 0x890, 0x891, 0x8e2].includes(code)) continue;
      const text = String.fromCharCode(code);
      if (columns(text) !== stringWidth(text)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });

  it('counts two for every emoji that Unicode recommends, with every tone of skin', () => {
    const emoji = recommendedEmoji();
    expect(emoji.length).toBeGreaterThan(2500);
    expect(emoji.filter((one) => columns(one) !== 2)).toEqual([]);
    // Beside each other and beside text too.
    expect(columns(emoji.join(' a '))).toBe(5 * emoji.length - 3);
  });

  // What xterm and VTE show; the `wcwidth` of Python's says as much or, for clusters, less.
  it.each([
    ['स्त्र', 3],
    ['क्षि', 3],
    ['हिन्दी', 5],
    ['বাংলা', 5],
    ['தமிழ்', 4],
    ['ക്ഷ', 2],
    ['සිංහල', 4],
    ['กำ', 2],
    ['ນ້ຳ', 2],
    ['ក្រុម', 3],
    ['မြန်မာ', 5],
    ['🙂‍↔️', 2],
    ['☝🏻', 2],
    ['١۝', 2],
    ['↔', 1],
    ['↔️', 2],
  ])('counts %s as %i', (text, width) => {
    expect(columns(text)).toBe(width);
  });

  it('counts a run of forty thousand characters in pieces', () => {
    expect(columns('語'.repeat(40_000))).toBe(80_000);
    expect(columns('e\u0301'.repeat(20_000))).toBe(20_000);
  });
});

describe('lines of Hindi and of hands', () => {
  it.each([
    ['संस्कृत और स्त्री के लिए शास्त्रीय ग्रन्थों का अध्ययन किया जाता है, जिनमें क्षत्रिय राष्ट्र', 20],
    ['☝🏻 ✌🏽 ⛹🏻 '.repeat(12), 40],
  ])('%s: no line is wider by the sum of its characters', (text, width) => {
    for (const line of wrap([{ text, style: 0 }], width)) {
      const shown = line.map((segment) => segment.text).join('');
      const sum = [...new Intl.Segmenter().segment(shown)].reduce((total, { segment }) => {
        if (/\p{Emoji_Modifier}/u.test(segment)) return total + 2;
        return total + [...segment].filter((character) => !/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)).length;
      }, 0);
      expect(sum, shown).toBeLessThanOrEqual(width);
    }
  });
});
