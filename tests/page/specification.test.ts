import { describe, expect, test } from 'vitest';
import { comparePlain, compareRich, type Faults, withoutSpaces } from '../support/compare.ts';
import { inTurn, isThorough, sample } from '../support/effort.ts';
import { contexts, examples, exempt, inlineExamples } from '../support/examples.ts';
import { plain, rich } from '../support/render-text.ts';
import { createTally } from '../support/tally.ts';
import { visibleText } from '../support/visible-text.ts';

const widths = sample([20, 40, 80], 1);
const tallies = {
  plain: createTally('examples of the specifications, plain'),
  rich: createTally('examples of the specifications, rich'),
};
const wordsChecked = { plain: 0, rich: 0 };

interface Case {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

/** What is wrong with an example: nothing, if all is well. An example at a width is an example run. */
const faultsIn: Record<keyof typeof tallies, (example: Case) => string[]> = {
  plain({ name, markdown, html }) {
    const reference = visibleText(html);
    const text = plain(markdown);
    const found = reported(comparePlain(text, reference));
    count('plain', reference.words.length, found);
    for (const width of widths) {
      const same = withoutSpaces(plain(markdown, width)) === withoutSpaces(text);
      const other = same ? [] : [`other words at width ${width}`];
      count('plain', reference.words.length, other);
      found.push(...other);
    }
    return found.map((fault) => `${name}: ${fault}\n${markdown}`);
  },
  rich({ name, markdown, html }) {
    const reference = visibleText(html, 'rich');
    return widths.flatMap((width) => {
      const text = rich(markdown, width);
      const found = reported(compareRich(text, reference));
      count('rich', reference.words.length, found);
      return found.map((fault) => `${name} at width ${width}: ${fault}\n${text}`);
    });
  },
};

function reported({ lost, added }: Faults): string[] {
  return [...lost.map((word) => `lost: ${word}`), ...added.map((word) => `added: ${word}`)];
}

function count(format: keyof typeof tallies, words: number, found: readonly string[]): void {
  tallies[format].attempts += 1;
  tallies[format].failures += found.length > 0 ? 1 : 0;
  wordsChecked[format] += words;
  tallies[format].note = `${wordsChecked[format]} words checked`;
}

describe.each(['plain', 'rich'] as const)('%s', (format) => {
  test('holds each visible word of every example in order, and nothing else', () => {
    const cases = examples().filter(({ name }) => !exempt[name]);
    expect(cases.length).toBe(652 + 677 - Object.keys(exempt).length);
    expect(cases.flatMap(faultsIn[format])).toEqual([]);
  });

  test.each(contexts)('holds inline examples set in $name', (context) => {
    const turn = contexts.indexOf(context);
    const cases = inTurn(inlineExamples(), 3, turn).flatMap((example): Case[] => {
      const text = context.markdown(example.text);
      if (text === undefined) return [];
      const markdown = `${text}\n\n${example.definitions}\n`;
      return [{ name: `${example.name} in ${context.name}`, markdown, html: context.html(example.html) }];
    });
    expect(cases.length).toBeGreaterThan(isThorough ? 500 : 160);
    expect(cases.flatMap(faultsIn[format])).toEqual([]);
  });
});

test('no example is exempt without need', () => {
  const met = examples().filter(({ name, markdown, html }) => {
    return exempt[name] && reported(comparePlain(plain(markdown), visibleText(html))).length === 0;
  });
  expect(met).toEqual([]);
});
