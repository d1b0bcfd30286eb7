import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hyphenateWord, readPatterns } from '../../../src/render/hyphenation/hyphenate-word.ts';
import { loadHyphenator } from '../../../src/render/hyphenation/load-hyphenator.ts';
import { sample } from '../../support/effort.ts';

const languages = { de: 'de-1996', en: 'en-us', es: 'es', fr: 'fr', it: 'it' };

/** Breaks that leave two letters before the hyphen and three after, as ours do. */
function inside(word: string, hyphen = '-'): string {
  return word.replaceAll(hyphen, '-').replace(/(^\p{L})-|-(?=\p{L}{1,2}$)/gu, '$1');
}

describe.each(Object.entries(languages))('patterns of %s', (language, name) => {
  it('break words as the package does', async () => {
    const { hyphenateSync } = createRequire(import.meta.url)(`hyphen/${name}`);
    const { patterns: list } = await import(resolve(`src/render/hyphenation/generated/patterns-${language}.json`));
    const patterns = readPatterns(list);
    // The patterns are pieces of words: two of them, side by side, make a word where many others are in.
    const pieces = [...patterns.keys()].map((letters) => letters.replace(/[.'’]/g, ''));
    const words = pieces.map((piece, at) => piece + pieces[(at * 7919) % pieces.length]);
    for (const word of [...sample(words, 2000), 'associate', 'present', 'table', 'ÉCOLE', 'İzmirli']) {
      const theirs = hyphenateSync(word, { hyphenChar: '-', minWordLength: 1 });
      if (word.toLowerCase().length === word.length) {
        expect(inside(hyphenateWord(word, patterns), '\u00ad')).toBe(inside(theirs));
      } else expect(hyphenateWord(word, patterns)).toBe(word);
    }
  });
});

describe('hyphenation', () => {
  it.each([
    ['fr', 'infrastructures partenariat', 'in-fra-struc-tures par-te-na-riat'],
    ['en', 'hyphenation dictionary', 'hy-phen-ation dic-tio-nary'],
    ['es', 'responsabilidad', 'res-pon-sa-bi-li-dad'],
    ['it', 'responsabilità', 're-spon-sa-bi-lità'],
    ['de-AT', 'Straßenbahnhaltestelle', 'Stra-ßen-bahn-hal-te-stel-le'],
  ])('breaks %s: %s', async (language, text, expected) => {
    const hyphenate = await loadHyphenator(language, '');
    expect(inside(hyphenate?.(text) ?? '', '\u00ad')).toBe(inside(expected));
  });

  it('breaks no word of a hundred German ones wrongly, and nearly all where they may be broken', async () => {
    const hyphenate = await loadHyphenator('de', '');
    const words = readFileSync('tests/fixtures/hyphenation/german.txt', 'utf8').trim().split('\n');
    let right = 0;
    let found = 0;
    for (const word of words) {
      const wanted = places(inside(word));
      const broken = places(inside(hyphenate?.(word.replaceAll('-', '')) ?? '', '\u00ad'));
      for (const place of broken) expect(wanted, word).toContain(place);
      right += wanted.length;
      found += broken.length;
    }
    expect(words.length).toBeGreaterThan(100);
    expect(found / right).toBeGreaterThan(0.97);
  });

  it('leaves short words, names, paths and addresses alone', async () => {
    const hyphenate = await loadHyphenator('en', '');
    const text = 'a word; example.org/dictionary @dictionary dictionary.json my_dictionary well-hyphenated';
    expect(hyphenate?.(text)).toBe(text);
  });

  it('breaks no names', async () => {
    expect((await loadHyphenator('fr', ''))?.('Amazon OpenAI Mitterrand')).toBe('Amazon OpenAI Mitterrand');
    expect((await loadHyphenator('de', ''))?.('JavaScript Leuchtturm')).toBe('JavaScript Leucht\u00adturm');
  });

  it('takes a letter and its mark for one', async () => {
    const hyphenate = await loadHyphenator('de', '');
    expect(hyphenate?.('Ma\u0308dchennamen')).toBe('Ma\u0308dchennamen');
  });

  it('finds the language by its commonest words, and does nothing for another', async () => {
    expect(await loadHyphenator(undefined, 'the cat and the dog of the house that ran with it')).toBeDefined();
    expect(await loadHyphenator(undefined, 'Der Hund und die Katze mit dem Ball, das ist nicht neu.')).toBeDefined();
    expect(await loadHyphenator(undefined, 'kissa ja koira ovat talossa')).toBeUndefined();
    expect(await loadHyphenator('ja', '')).toBeUndefined();
    expect(await loadHyphenator('est', '')).toBeUndefined();
  });
});

/** Counts the letters before each hyphen. */
function places(word: string): number[] {
  return [...word.matchAll(/-/g)].map(({ index }, at) => index - at);
}
