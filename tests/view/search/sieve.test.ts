import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachSection } from '../../../src/article/each-section.ts';
import { unparsedText } from '../../../src/article/unparsed-blocks.ts';
import { createMatcher, type MatchOptions } from '../../../src/view/search/matcher.ts';
import { linesOf } from '../../../src/view/search/section-lines.ts';
import { createSieve } from '../../../src/view/search/sieve.ts';
import { runs, sample } from '../../support/effort.ts';
import { examples } from '../../support/examples.ts';
import { expectLinear } from '../../support/growth.ts';
import { parseBody } from '../../support/parse-body.ts';
import { realTexts } from '../../support/real-texts.ts';

const ways: readonly MatchOptions[] = [{}, { case: true }, { exact: true }, { ignoreCase: true, words: true }];

/** Returns words of a text, parts of words, and neighbours: as many as requested, spread over it. */
function patternsOf(text: string, count: number): string[] {
  const words = [...new Set(text.match(/[\p{L}\p{M}\p{N}]+(?:[ '.-][\p{L}\p{M}\p{N}]+)?/gu) ?? [])];
  const step = Math.max(1, Math.floor(words.length / count));
  return words.filter((_, index) => index % step === 0).map((word, index) => (index % 3 === 0 ? word.slice(1) : word));
}

/** Expects of each section in which a pattern is found that the sieve lets it through; returns how many it keeps back. */
async function expectNoLoss(text: string, count: number): Promise<number> {
  const article = parseBody(text);
  let sieved = 0;
  for (const section of eachSection(article.sections)) {
    const markdown = unparsedText(section);
    if (markdown === undefined) throw new Error('The text is too short to be parsed by and by.');
    const lines = Array.from(linesOf(section), (line) => line.text);
    for (const pattern of patternsOf(lines.join('\n'), count)) {
      if (pattern.trim() === '') continue;
      for (const options of ways) {
        const find = await createMatcher([pattern], options);
        const sieve = createSieve([pattern], options);
        const isFound = (line: string) => find(line).length > 0;
        if (!lines.some(isFound)) continue;
        const left = Array.from(linesOf(section, undefined, sieve), (line) => line.text);
        expect(left.filter(isFound), `“${pattern}” in:\n${markdown}`).toEqual(lines.filter(isFound));
        expect(sieve.markdown(markdown), `“${pattern}” in:\n${markdown}`).toBe(true);
      }
    }
    if (!createSieve(['surely nowhere'], {}).markdown(markdown)) sieved += 1;
  }
  return sieved / [...eachSection(article.sections)].length;
}

/** Writes a long text of which each string is a section. */
function sectionsOf(pieces: readonly string[]): string {
  const filler = 'Nothing is to be found here.\n\n'.repeat(2_000);
  return `# First\n\n${filler}\n\n${pieces.map((piece, index) => `# ${index}\n\n${piece}\n\n`).join('')}# Last\n`;
}

test('real texts: what holds a hit is let through, and most of what holds none is not', {
  timeout: 120_000,
}, async () => {
  const texts = sample(realTexts(), 10);
  expect(await expectNoLoss(texts.join('\n\n').padEnd(60_000, 'padding\n'), 6)).toBeGreaterThan(0.3);
});

test('the examples of the specifications', { timeout: 300_000 }, async () => {
  await expectNoLoss(sectionsOf(sample(examples(), 300).map(({ markdown }) => markdown)), 5);
});

test('words that markup breaks', { timeout: 300_000 }, async () => {
  const breaks =
    '** * _ ~~ ` `` \\* <b> </b> <b\n> <br> <!-- c --> <!-- a > b --> [ ] ](/u) ](/u\u00a0"t)") ![ [^1] &shy; &eacute; &#101; ' +
    '$ $$ \\_ \u0301 \u200b \u200d \u00ad == ^ ~ {.x} %%c%% \uff01 \u4e2d <img\u00a0alt="x"> <a\u00a0title="a>b"> </p><p> [![ > [!note] ] -';
  const piece = fc.oneof(
    fc.constantFrom('word', 'Été', 'co', 'ab', 'é', 'ß', '東', '京', 'x1'),
    fc.constantFrom(...breaks.split(' ')).map((text) => text.replaceAll('\u00a0', ' ')),
    fc.constantFrom(' ', '\n', '\n> ', '\n- ', ' `` ', '\n\n<div>', '</div>', '| a |\n|---|\n|', '\n```\n'),
  );
  const document = fc.array(piece, { minLength: 3, maxLength: 12 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(document, { minLength: 15, maxLength: 15 }), async (documents) => {
      await expectNoLoss(sectionsOf(documents.filter((text) => !/^\s*#|\n\s*[=-]+\s*$/m.test(text))), 6);
    }),
    { ...runs(150), endOnFailure: true },
  );
});

test.each(['*', ')', 'a*', 'a', '`', ' `', '[', 'é', 'a[', '<', '&a', '][', '>', ' >', '<b>', 'a<b>', '<img alt='])(
  '“%s” takes no longer than other texts',
  async (unit) => {
    const sieve = createSieve(['word'], {});
    await expectLinear(400_000, (bytes) => sieve.markdown(unit.repeat(bytes / unit.length)));
  },
);
