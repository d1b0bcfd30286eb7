import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { parseBody } from '../../../src/article/sections.ts';
import { countWords } from '../../../src/text/words.ts';
import { summarize } from '../../../src/view/summary/summarize.ts';

const amazon = parseArticle(readFileSync('articles/amazon-openai.md', 'utf8'));
const guide = parseArticle(readFileSync('articles/guide.md', 'utf8'));

const texts = async (...asked: Parameters<typeof summarize>) =>
  (await summarize(...asked)).sentences.map(({ text }) => text);

describe('what a summary is made of', () => {
  test('running text, no more', async () => {
    const markdown = `# The heading is not a sentence, it is a heading.

By Jane Doe

The first paragraph says [something](https://example.com/a.b) **important** about towns[^1]. ![A picture of a town.](town.png)

![Another picture.](b.png) *Figure 1: the market of the town is seen here.*

| The table of towns is not a sentence. | Either. |
| --- | --- |
| The cell about the town is no sentence. | Nor is this cell. |

- [ ] The item about a market in the town is a sentence of its own.
- The item about a town
- [The link to the market of the town.](https://example.com)

    const code = 'The code about a town is not a sentence.';

\`\`\`
The listing about a town is not a sentence either.
\`\`\`

<!-- The comment about a town is not a sentence. -->

> [!NOTE]
> Farmers who want a stall have to ask for one in spring.

[^1]: The footnote about the town is not part of the text.
`;
    const article = parseBody(markdown, { metadata: { language: 'en' } });
    expect(await texts(article, { sentences: 99 })).toEqual([
      'The first paragraph says something important about towns.',
      'The item about a market in the town is a sentence of its own.',
      'Farmers who want a stall have to ask for one in spring.',
    ]);
  });

  test('a power stays one, a mark of a note goes', async () => {
    const article = parseBody(
      'Some 10<sup>8</sup> m<sup>2</sup> of land are said to be free<sup>[1]</sup> in the north.',
    );
    expect(await texts(article)).toEqual(['Some 10⁸ m² of land are said to be free in the north.']);
  });

  test('a text without any sentence has no summary', async () => {
    expect(await texts(parseBody(''))).toEqual([]);
    expect(await texts(parseBody('# Title\n\n```\ncode\n```\n'))).toEqual([]);
  });

  test('a text without a full stop says the best it has', async () => {
    expect(await texts(parseBody('a line of verse without a stop'))).toEqual(['a line of verse without a stop']);
  });
});

describe('how much is said', () => {
  test('as many sentences as asked for, in order, each of its section', async () => {
    for (const count of [1, 2, 5, 9]) {
      const { sentences } = await summarize(amazon, { sentences: count });
      expect(sentences).toHaveLength(count);
      const places = sentences.map(({ start = -1 }) => start);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const { text, section } of sentences) expect(section.source).toContain(text);
    }
  });

  test('at least 3 by default, at most 7, and no more than fit a screen', async () => {
    const section = (index: number, times: number) =>
      `## Town ${index}\n\nHarbour${index} ${`sells fish${index} with bread${index} `.repeat(times)}on every market${index} day.\n`;
    const article = (times: number) =>
      parseBody(Array.from({ length: 9 }, (_, index) => section(index, times)).join('\n'), {
        metadata: { language: 'en' },
      });
    expect(await texts(article(1))).toHaveLength(7);
    expect(await texts(article(20))).toHaveLength(3);
    expect(await texts(amazon, { sections: amazon.sections.slice(0, 1) })).toHaveLength(3);
  });

  test.each([20, 50, 100, 200])('at most %i words, the abstract among them', async (words) => {
    const { abstract, sentences } = await summarize(amazon, { words });
    expect(countWords([abstract, ...sentences.map(({ text }) => text)].join(' '))).toBeLessThanOrEqual(words);
  });

  test('the abstract alone where there is room for no more', async () => {
    const { abstract, sentences } = await summarize(amazon, { words: countWords(amazon.metadata.abstract ?? '') + 1 });
    expect([abstract, sentences]).toEqual([amazon.metadata.abstract, []]);
  });

  test('a section named twice, or with its subsection, is summed up once', async () => {
    const [section] = guide.sections.filter(({ sections }) => sections.length > 0);
    if (!section) throw new Error('The guide has lost its subsections.');
    const once = await texts(guide, { sections: [section], percent: 100 });
    expect(await texts(guide, { sections: [section, ...section.sections], percent: 100 })).toEqual(once);
  });

  test('a sentence even where it is longer than asked for', async () => {
    expect(await texts(amazon, { words: 1 })).toHaveLength(1);
    expect(await texts(amazon, { percent: 0 })).toHaveLength(1);
  });

  test('a part of the words', async () => {
    const sections = amazon.sections;
    const all = sections.reduce((sum, section) => sum + countWords(section.source), 0);
    const words = countWords((await texts(amazon, { sections, percent: 25 })).join(' '));
    expect(words).toBeLessThanOrEqual(Math.ceil(all / 4));
    expect(words).toBeGreaterThan(all / 6);
  });

  test('each section its best sentence, subsections too', async () => {
    const { sentences } = await summarize(amazon, { each: true });
    expect(sentences.map(({ section }) => section.number)).toEqual(['0', '1', '2', '3', '4', '5']);
    const some = await summarize(guide, { each: true, sections: guide.sections.slice(1, 2) });
    expect(some.sentences.map(({ section }) => section.number)).toEqual(['2', '2.1', '2.2']);
  });
});

describe('what is chosen', () => {
  test('the abstract comes first and is not said again', async () => {
    const said = 'The town opens its covered market on Saturday after eleven years.';
    const article = parseBody(`${said} Farmers from the region will sell their bread and cheese there.`, {
      metadata: { language: 'en', abstract: said },
    });
    const view = await summarize(article);
    expect(view.abstract).toBe(said);
    expect(view.sentences.map(({ text }) => text)).toEqual([
      'Farmers from the region will sell their bread and cheese there.',
    ]);
    expect((await summarize(article, { sections: [article.lead] })).abstract).toBeUndefined();
  });

  test('nothing twice', async () => {
    const article = parseBody(
      'The market of the town opens on Saturday. On Saturday the market of the town opens. Farmers bring fresh bread.',
    );
    expect(await texts(article)).toHaveLength(2);
  });

  test('a sentence that leans brings the one before it, or is passed over', async () => {
    const article = parseBody(
      `The old market of the town reopens on Saturday. It sells bread, cheese, flowers and wine from farms of the region.

Bread and cheese come from farms of the region. Flowers and wine come from farms of the region too, and cheese.`,
      { metadata: { language: 'en' } },
    );
    expect((await texts(article, { sentences: 1 }))[0]).not.toMatch(/^It/);
    const two = await texts(article, { sentences: 2 });
    const at = two.findIndex((text) => text.startsWith('It'));
    if (at >= 0) expect(two[at - 1]).toBe('The old market of the town reopens on Saturday.');
  });

  test('every section has its say when there is room', async () => {
    const { sentences } = await summarize(amazon, { sentences: 7 });
    expect(new Set(sentences.map(({ section }) => section.number)).size).toBe(6);
  });
});

describe('where a sentence stands', () => {
  test('markup and all', async () => {
    const markdown = `---\nlang: en\n---\n# Title\n\n## One\n\nA **bold** word and [a link](https://example.com) stand in it.\n\n> Quoted words\n> go on over lines.\n`;
    const article = parseArticle(markdown);
    const { sentences } = await summarize(article);
    expect(sentences.map(({ start, end }) => article.source.slice(start, end))).toEqual([
      'A **bold** word and [a link](https://example.com) stand in it.',
      'Quoted words\n> go on over lines.',
    ]);
  });

  test('every sentence of the shelf', async () => {
    for (const article of [amazon, guide]) {
      for (const { start, end, text } of (await summarize(article, { percent: 100 })).sentences) {
        expect(end, text).toBeGreaterThan(start ?? Number.POSITIVE_INFINITY);
      }
    }
  });
});

describe('languages', () => {
  test('found where the article does not say it', async () => {
    const source = readFileSync('tests/fixtures/summary/french.md', 'utf8');
    const unsaid = parseArticle(source.replace(/^---[\s\S]*?---\n/, ''));
    expect(unsaid.metadata.language).toBeUndefined();
    expect(await texts(unsaid, { sentences: 5 })).toEqual(await texts(parseArticle(source), { sentences: 5 }));
  });

  test('one that nobody knows is summed up too', async () => {
    const article = parseBody('Qapla batlh je pagh Heghlu. Wam moH tlhIngan Hol batlh je. Qapla moH batlh tlhIngan.', {
      metadata: { language: 'tlh' },
    });
    expect(await texts(article, { sentences: 1 })).toHaveLength(1);
  });
});

test('whatever the text, its sentences are its own, in order and once', async () => {
  const piece = fc.constantFrom(
    '# ',
    '- ',
    'The town opens. ',
    'Le marché «',
    '. ',
    '\n',
    '\n\n',
    '"',
    '`',
    '*a*',
    '海。',
    '😀',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.nat(5), async (parts, sentences) => {
      const article = parseBody(parts.join(''));
      const view = await summarize(article, { sentences: sentences + 1 });
      expect(view.sentences.length).toBeLessThanOrEqual(sentences + 1);
      const plain = (text: string) => text.replace(/[\s*`_]/g, '');
      for (const { text } of view.sentences) expect(plain(article.source)).toContain(plain(text));
      for (const { score } of view.sentences) expect(score >= 0 && score <= 1).toBe(true);
    }),
  );
});
