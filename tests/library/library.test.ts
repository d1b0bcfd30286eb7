import { describe, expect, test } from 'vitest';
import * as library from '../../src/index.ts';

const text = `# Tea

Of leaves, and [more](https://example.org/).

## Chapter one

Words \u200bof it.

### Part

\`\`\`js
1;
\`\`\`

## Chapter two

| a |
|---|
| b |

## The end
`;
const article = library.parseArticle(text);
const numbers = (sections: readonly { readonly number: string }[]) => sections.map(({ number }) => number);

/** Values that are wrong somewhere: each of them is given to each argument of each function. */
const values: readonly unknown[] = [
  ...[undefined, null, 0, -1, 1.5, Number.NaN, '', 'x', true, Symbol('s'), () => 1, new Date(0), [], [5], [null], {}],
  ...[{ sections: 5 }, { sections: [{}] }, { format: 'bogus' }, { format: 5 }, { theme: 'x' }, { links: 'x' }],
  ...[{ badges: 'x' }, { width: 'x' }, { width: -3 }, { maxTokens: 0 }, { margin: -1 }, { unicode: 'no' }],
  ...[{ number: 'x' }, { number: 0 }, { language: 5 }, { depth: 'x' }, { depth: -1 }, { heading: 'no' }],
  ...[{ sentences: 0 }, { words: 1.5 }, { percent: 'all' }, { each: 1 }, { context: 'x' }, { regexp: 'yes' }],
  ...[{ kind: 'bogus' }, { kind: 5 }, { kind: 'article' }, { kind: 'shelf' }, { kind: 'shelf', entries: [5] }],
  ...['sections', 'summary', 'matches', 'counts', 'links', 'code', 'tables'].map((kind) => ({ kind, article })),
  ...[
    { kind: 'sections', article, sections: [5] },
    { kind: 'matches', article, matches: [null] },
  ],
  ...[
    { address: 'x' },
    { address: 'https://' },
    { address: 'https://a b/' },
    { name: 5 },
    { whole: 'yes' },
    { showHidden: 1 },
    { type: 5 },
  ],
];

/** The functions of the library, each with one argument left open. */
// biome-ignore lint/suspicious/noExplicitAny: what is wrong has any type.
const calls: Readonly<Record<string, readonly ((value: any) => unknown)[]>> = {
  parseArticle: [library.parseArticle],
  readArticle: [library.readArticle, (value) => library.readArticle('x', value)],
  selectSections: [
    (value) => library.selectSections(value, ['1']),
    (value) => library.selectSections(article, value),
    (value) => library.selectSections(article, ['1'], value),
  ],
  resolveExpressions: [
    (value) => library.resolveExpressions(value, ['1']),
    (value) => library.resolveExpressions(article, value),
  ],
  summarize: [library.summarize, (value) => library.summarize(article, value)],
  search: [
    (value) => library.search(value, 'a'),
    (value) => library.search(article, value),
    (value) => library.search(article, 'a', value),
  ],
  countMatches: [library.countMatches],
  findLinks: [library.findLinks, (value) => library.findLinks(article, value)],
  findCode: [library.findCode, (value) => library.findCode(article, value)],
  findTables: [library.findTables, (value) => library.findTables(article, value)],
  languageOf: [library.languageOf],
  render: [library.render, (value) => library.render({ kind: 'article', article }, value)],
  toJson: [library.toJson],
  inlines: [library.inlines],
  linkTarget: [library.linkTarget],
  plainText: [library.plainText],
  blockText: [library.blockText],
  htmlBlocks: [library.htmlBlocks],
};

describe('what is wrong with an argument is said by its name', () => {
  test('by every function that the library has', () => {
    const functions = Object.entries(library).filter(
      ([name, value]) => typeof value === 'function' && name !== 'UserError',
    );
    expect(Object.keys(calls).sort()).toEqual(functions.map(([name]) => name).sort());
  });

  test.each(Object.entries(calls))('%s', async (_, positions) => {
    let refused = 0;
    for (const [position, call] of positions.entries()) {
      for (const value of values) {
        const error: unknown = await (async () => call(value))().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error === undefined) continue;
        refused += 1;
        const isClear =
          error instanceof library.UserError || (error instanceof TypeError && / must be /.test(error.message));
        expect([position, value, String(error), isClear]).toEqual([position, value, String(error), true]);
      }
    }
    expect(refused).toBeGreaterThan(10);
  });
});

describe('what the command line selects', () => {
  test('expressions, once they are resolved', async () => {
    const selectors = await library.resolveExpressions(article, ['/^chapter/', '!1.1']);
    expect(selectors).toEqual(['1', '2', '!1.1']);
    expect(numbers(library.selectSections(article, selectors))).toEqual(['1', '2']);
    expect(() => library.selectSections(article, ['/^chapter/'])).toThrow('“/^chapter/” is a regular expression.');
  });

  test('depth, and the text alone', () => {
    expect(library.selectSections(article, ['1'], { depth: 0 })[0]?.sections).toEqual([]);
    const [section] = library.selectSections(article, ['1'], { heading: false });
    expect(library.render({ kind: 'sections', article, sections: section ? [section] : [] })).toMatch(
      /^Words of it\.\n/,
    );
  });

  test('how often, by section', async () => {
    const view = library.countMatches(await library.search(article, ['chapter', 'words']));
    expect(view.counts.map(({ section, hits }) => [section.number, hits])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
    expect(library.render(view)).toBe('1\tchapter-one\t2\tChapter one\n2\tchapter-two\t1\tChapter two\n');
  });

  test('what cannot be seen', async () => {
    expect((await library.readArticle(text, { showHidden: true })).sections[0]?.source).toContain('U+200B');
  });
});
