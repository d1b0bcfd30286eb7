import { afterAll, describe, expect, test } from 'vitest';
import { comparePlain, withoutSpaces } from './compare.ts';
import { contexts, examples, exempt, inlineExamples } from './examples.ts';
import { plain } from './render-text.ts';
import { visibleText } from './visible-text.ts';

const widths = [20, 40, 80];
const tally = { examples: 0, words: 0, failures: 0 };

afterAll(() => {
  const { examples, words, failures } = tally;
  process.stdout.write(
    `plain: ${examples} examples run at ${1 + widths.length} widths, ${words} words checked, failures: ${failures}\n`,
  );
});

/** What is wrong with an example in plain: nothing, if all is well. */
function faults(name: string, markdown: string, html: string): string[] {
  const reference = visibleText(html);
  const text = plain(markdown);
  const { lost, added } = comparePlain(text, reference);
  const found = [...lost.map((word) => `lost: ${word}`), ...added.map((word) => `added: ${word}`)];
  for (const width of widths) {
    if (withoutSpaces(plain(markdown, width)) !== withoutSpaces(text)) found.push(`other words at width ${width}`);
  }
  tally.examples += 1;
  tally.words += reference.words.length * (1 + widths.length);
  tally.failures += found.length > 0 ? 1 : 0;
  return found.map((fault) => `${name}: ${fault}\n${markdown}`);
}

describe('plain text', () => {
  test('holds each visible word of every example in order, and nothing else', () => {
    const cases = examples().filter(({ name }) => !exempt[name]);
    expect(cases.length).toBe(652 + 677 - Object.keys(exempt).length);
    expect(cases.flatMap(({ name, markdown, html }) => faults(name, markdown, html))).toEqual([]);
  });

  test.each(contexts)('holds the inline examples set in $name', ({ name, markdown, html }) => {
    const found = inlineExamples().flatMap((example) => {
      const text = markdown(example.text);
      if (text === undefined) return [];
      return faults(`${example.name} in ${name}`, `${text}\n\n${example.definitions}\n`, html(example.html));
    });
    expect(found).toEqual([]);
  });

  test('exempts nothing that is met', () => {
    const met = examples().filter(({ name, markdown, html }) => {
      const { lost, added } = comparePlain(plain(markdown), visibleText(html));
      return exempt[name] && lost.length === 0 && added.length === 0;
    });
    expect(met).toEqual([]);
  });
});
