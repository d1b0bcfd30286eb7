import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latinEnds } from '../../../src/view/summary/latin-ends.ts';
import { runs } from '../../support/effort.ts';
import { realTexts } from '../../support/real-texts.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const segmenterEnds = (text: string) =>
  Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);

/** Expects of a text that its ends are the segmenter's, if they are known; reports whether they are. */
function expectSame(text: string): boolean {
  const ends = latinEnds(text);
  if (ends) expect(ends, JSON.stringify(text)).toEqual(segmenterEnds(text));
  return ends !== undefined;
}

test('the ends of Latin sentences are those of the segmenter', () => {
  const piece = fc.constantFrom(...'aB1 .!?"\')(],:-–—’“«»é\u00a0_*/&É;`\t', '. ', '. ', '! ', 'foo', 'Bar');
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (one) => void expectSame(one)),
    runs(20_000),
  );
});

test('most paragraphs of real texts are such', () => {
  const paragraphs = realTexts().flatMap((text) => text.split(/\n\s*\n/).map((one) => one.replaceAll('\n', ' ')));
  const known = paragraphs.filter(expectSame);
  expect(known.length / paragraphs.length).toBeGreaterThan(0.5);
});

test.each(['Ο Σωκράτης; Ναι.', 'One…  Two.', 'これ。それ。', 'One.; Two.', 'a'.repeat(1025)])('“%s” is not', (text) => {
  expect(latinEnds(text)).toBeUndefined();
});
