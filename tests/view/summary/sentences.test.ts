import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneSentence, splitSentences } from '../../../src/view/summary/sentences.ts';

const texts = (text: string, language?: string) => splitSentences(text, language).map((sentence) => sentence.text);

describe('one sentence', () => {
  test.each([
    ['M. Dupont et Mme Durand sont là.', 'fr'],
    ['Le Dr. Martin est absent, p. ex. le lundi.', 'fr'],
    ['Voir p. 12 et fig. 3 pour plus de détails.', 'fr'],
    ['L’an 52 av. J.-C. reste célèbre.', 'fr'],
    ['« Pourquoi ? » demande-t-elle.', 'fr'],
    ['« Jamais ! » s’exclame M. Roux.', 'fr'],
    ['Mr. Smith met Dr. Jones on St. James Street.', 'en'],
    ['J. K. Rowling and George R. R. Martin write.', 'en'],
    ['It is No. 5 in the U.S. Senate.', 'en'],
    ['“Who is it?” he asked.', 'en'],
    ['It costs $3.5 million, i.e. 3.2 million euros.', 'en'],
    ['He uses Node.js, www.Example.Com and System.Out.println here.', 'en'],
    ['It runs on PHP, .NET and .Mac, among others.', 'en'],
    ['1. Introduction to the matter.', 'en'],
    ['Am 3. Oktober kam Dr. Müller, z. B. mit Prof. Ernst.', 'de'],
    ['Ludwig XIV. Baumeister war er nicht.', 'de'],
    ['「行こう。」と彼は言った。', 'ja'],
    ['A line\nthat goes on.', 'en'],
  ])('%s', (text, language) => {
    expect(texts(text, language)).toEqual([text.replace('\n', ' ')]);
  });
});

describe('several sentences', () => {
  test.each([
    ['Tout est fini.Le président part.', 'fr', ['Tout est fini.', 'Le président part.']],
    ['Il vit en 2019.Le groupe suit.', 'fr', ['Il vit en 2019.', 'Le groupe suit.']],
    ['C’est la SNCF.Les trains partent.', 'fr', ['C’est la SNCF.', 'Les trains partent.']],
    ['Il dit "non".Elle dit oui.', 'fr', ['Il dit "non".', 'Elle dit oui.']],
    ['La fin."Le bon" est là.', 'fr', ['La fin.', '"Le bon" est là.']],
    ['« Non. » Le maire part.', 'fr', ['« Non. »', 'Le maire part.']],
    ['»Nein.« »Doch.« Ende.', 'de', ['»Nein.«', '»Doch.«', 'Ende.']],
    ['Rien… Puis le bruit revient.', 'fr', ['Rien…', 'Puis le bruit revient.']],
    ['He came at 5 p.m. Then he left.', 'en', ['He came at 5 p.m.', 'Then he left.']],
    ['This is plan B. The rest follows.', 'en', ['This is plan B.', 'The rest follows.']],
    ['It was 1990. Nobody knew.', 'en', ['It was 1990.', 'Nobody knew.']],
    ['Es war 1990. Niemand wusste es.', 'de', ['Es war 1990.', 'Niemand wusste es.']],
    ['One.\n\nTwo', 'en', ['One.', 'Two']],
    ['海が見える。「はい。」二人は笑った。', 'ja', ['海が見える。', '「はい。」', '二人は笑った。']],
    ['这是第一句。这是第二句！', 'zh', ['这是第一句。', '这是第二句！']],
    ['هل هذا صحيح؟ نعم.', 'ar', ['هل هذا صحيح؟', 'نعم.']],
    ['यह पहला है। यह दूसरा है।', 'hi', ['यह पहला है।', 'यह दूसरा है।']],
  ])('%s', (text, language, expected) => {
    expect(texts(text, language)).toEqual(expected);
  });
});

test('an unknown or broken language tag is no error', () => {
  expect(texts('Un. Deux.', 'xx')).toEqual(['Un.', 'Deux.']);
  expect(texts('Un. Deux.', 'not a tag!')).toEqual(['Un.', 'Deux.']);
});

test('sentences are in order, cover all but white space, and say where they are', () => {
  const pieces = fc.constantFrom(
    'M.',
    'a',
    'Bb',
    '. ',
    '.',
    '"',
    '«',
    '…',
    '\n',
    '\n\n',
    ' ',
    '。',
    '「',
    '1',
    '! ',
    'é',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('fr', 'de', 'ja'), (parts, language) => {
      const text = parts.join('');
      let end = 0;
      for (const sentence of splitSentences(text, language)) {
        expect(text.slice(end, sentence.start).trim()).toBe('');
        expect(sentence.text).toBe(text.slice(sentence.start, sentence.end).replace(/\n/g, ' '));
        end = sentence.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});

test('where a long text is cut into windows makes no difference', () => {
  const sentence = 'Le marché de la ville ouvre ses portes à tous les habitants du quartier. ';
  const many = splitSentences(sentence.repeat(500), 'fr');
  expect(many).toHaveLength(500);
  expect(new Set(many.map(({ text }) => text)).size).toBe(1);
  const long = `Un ${'mot '.repeat(1500)}fin. `;
  expect(splitSentences(long + long, 'fr').map(({ text }) => text.length)).toEqual([6007, 6007]);
});

test('what never ends is cut, and nothing is lost', () => {
  const text = 'mot '.repeat(100_000).trim();
  const pieces = splitSentences(text, 'fr');
  expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThanOrEqual(131_072);
  expect(pieces.map((piece) => piece.text).join(' ')).toBe(text);
});

test.each(['en', 'el'])('what is one sentence at a glance is one to the segmenter: %s', (language) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const wrong: string[] = [];
  for (let code = 0x20; code < 0x20000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    const text = `a${character} B.`;
    if (isOneSentence(text) && [...segmenter.segment(text)].length > 1) wrong.push(`U+${code.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

test.each(['a', 'a!?..', '', 'Ask U', '?!'])('%j is one sentence at a glance', (text) => {
  expect(isOneSentence(text)).toBe(true);
  expect(splitSentences(text).length).toBeLessThanOrEqual(1);
});
