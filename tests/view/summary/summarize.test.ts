import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { countWords } from '../../../src/text/words.ts';
import { summarize } from '../../../src/view/summary/summarize.ts';
import { parseBody } from '../../support/parse-body.ts';

const amazon = parseArticle(readFileSync('articles/amazon-openai.md', 'utf8'));
const guide = parseArticle(readFileSync('articles/guide.md', 'utf8'));

const texts = async (...query: Parameters<typeof summarize>) =>
  (await summarize(...query)).sentences.map(({ text }) => text);

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

  test('a power stays one, a reference to a footnote goes', async () => {
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
  test('as many sentences as requested, in order, each of its section', async () => {
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

  test('a sentence even where it is longer than requested', async () => {
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

  test('a section without a sentence is listed with the words it begins with', async () => {
    const article = parseBody(
      '# A\n\n## One\n\nBread is sold in the hall of the town.\n\n## Two\n\n- bread\n- cheese\n\n## Three\n',
    );
    const { each = [] } = await summarize(article, { each: true });
    expect(each.map(({ section, sentence, beginning }) => [section.title, sentence?.text ?? beginning])).toEqual([
      ['One', 'Bread is sold in the hall of the town.'],
      ['Two', 'bread cheese'],
      ['Three', ''],
    ]);
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

describe('what a text is about comes first', () => {
  const code = '\n```sh\nrun it\n```\n';
  const one = async (markdown: string, language = 'en') =>
    (await texts(parseBody(markdown, { metadata: { language } }), { sentences: 1 }))[0];
  const more =
    'The farmers bring their bread, and the bread is sold in the hall of the town by the farmers who bring the bread.';

  test.each([
    [
      'a phrase under the title',
      `# oven\n\nBread for the terminal, baked right\n\n${more}\n${code}`,
      'Bread for the terminal, baked right',
    ],
    ['a quoted one', `# oven\n\n> Check if an oven is hot\n\n${more}\n${code}`, 'Check if an oven is hot'],
    ['not a byline', `# oven\n\nBy Jane Doe\n\nThe tool for all ovens.\n\n${more}\n${code}`, 'The tool for all ovens.'],
    [
      'not a note',
      `# oven\n\nNote: the oven is now hot.\n\nThe tool for all ovens.\n\n${more}\n${code}`,
      'The tool for all ovens.',
    ],
    [
      'a sentence without a subject',
      `# oven\n\nHeats bread in a box. It is quick.\n\n${more}\n${code}`,
      'Heats bread in a box.',
    ],
    ['the thing itself', `# oven\n\nThis is a box that bakes.\n\n${more}\n${code}`, 'This is a box that bakes.'],
    ['a colon within', `# oven\n\nHeat bread in a box: 20 → 200\n\n${more}\n${code}`, 'Heat bread in a box: 20 → 200'],
    [
      'detected by its headings',
      `# oven\n\nA better box for bread\n\n${more}\n\n## Usage\n\nOpen the door and wait.`,
      'A better box for bread',
    ],
    [
      'a manual’s list of names',
      `# ovens(3)\n\noven, foven, loven, stove, fstove, lstove, kiln, fkiln, lkiln, grill, fgrill, lgrill - heat bread\n\n${more}\n${code}`,
      'oven, foven, loven, stove, fstove, lstove, kiln, fkiln, lkiln, grill, fgrill, lgrill - heat bread',
    ],
    [
      'not a synopsis',
      `# oven\n\noven [-v] --bake BREAD\n\nThe tool for all ovens.\n\n${more}\n${code}`,
      'The tool for all ovens.',
    ],
    [
      'a definition that leads to a list',
      `# Oven\n\nThe oven is a box with these parts:\n\n- door\n- rack\n\n${more}\n${code}`,
      'The oven is a box with these parts:',
    ],
    [
      'a definition',
      `# The oven\n\nNobody knows its age.\n\nAn oven is a box for baking.\n\n${more}`,
      'An oven is a box for baking.',
    ],
    [
      'a definition with what it is called in brackets',
      `# Oven\n\nThe oven (Old English: ofn; pronounced in many ways; in some dialects also a stove, a range or a kiln) is a box for baking.\n\n${more}`,
      'The oven (Old English: ofn; pronounced in many ways; in some dialects also a stove, a range or a kiln) is a box for baking.',
    ],
  ])('%s', async (_, markdown, expected) => {
    expect(await one(markdown)).toBe(expected);
  });

  test.each([
    ['fr', '# Le four\n\nLe four est une boîte où cuit le pain.', 'Le four est une boîte où cuit le pain.'],
    ['de', '# Ofen\n\nEin Ofen ist ein Kasten zum Backen.', 'Ein Ofen ist ein Kasten zum Backen.'],
    ['es', '# Horno\n\nUn horno es una caja para cocer pan.', 'Un horno es una caja para cocer pan.'],
    ['ru', '# Печь\n\nПечь — это ящик для выпечки хлеба.', 'Печь — это ящик для выпечки хлеба.'],
    ['tr', '# Fırın\n\nFırın, ekmek pişirmek için bir kutudur.', 'Fırın, ekmek pişirmek için bir kutudur.'],
  ])('in %s', async (language, markdown, expected) => {
    expect(await one(`${markdown}\n\n${more}`, language)).toBe(expected);
  });
});

describe('what is held back', () => {
  const plain =
    'Ships leave the harbour before dawn and return with herring in the evening. Fishermen mend nets on the quay in winter.';
  const chosen = async (held: string) =>
    (await summarize(parseBody(`${held}\n\n${plain}`, { metadata: { language: 'en' } }), { sentences: 3 })).sentences;

  test.each([
    ['aside', 'By default, bread and cheese are sold in the hall of the town on every day.', 0.7],
    ['aside', 'See the hall of the town for the bread and the cheese that are sold there.', 0.7],
    ['aside', 'Kinds of bread and of cheese that are sold in the hall are the following ones.', 0.7],
    ['aside', 'For bread and for cheese that are sold in the hall of the town, see the list.', 0.7],
    ['aside', '-b, --bread All the bread and the cheese that are sold in the hall of the town.', 0.7],
    ['quotation', '"Many kinds of bread and of cheese are sold in the hall of our town", they said.', 1],
    ['question', 'Why are so many kinds of bread and of cheese sold in the hall of our town?', 1],
    ['list item', '- Many kinds of bread and of cheese from farms are sold in the hall of our town.', 1],
    ['other language', 'Продаются многие сорта хлеба и сыра в старом зале нашего города.', 0.3],
    ['back matter', 'The plan of the hall of the town with its bread is released under the MIT license.', 0.5],
  ])('%s: %s', async (reason, held, most) => {
    const sentence = (await chosen(held)).find(({ text }) => held.endsWith(text));
    expect(sentence?.reasons?.heldBack).toEqual([reason]);
    const free = (await chosen('Many kinds of bread and of cheese are sold in the hall of our town.'))[0];
    expect(free?.reasons?.heldBack).toBeUndefined();
    expect(sentence?.score).toBeLessThanOrEqual(most * (free?.score ?? 0));
  });

  test('what is said within a quotation', async () => {
    const sentences = await chosen(
      'The mayor said: "We sell bread. Cheese is what all of our town likes best. Come in."',
    );
    expect(sentences.map(({ text }) => text)).not.toContain('Cheese is what all of our town likes best.');
  });

  test.each([
    'This article was originally published in a journal of bread and cheese in the town.',
    'Copyright (c) 2011 the farmers of the town and their bakers.',
    'Subscribe to our letter on the bread and the cheese in the hall of the town.',
    'Cet article est paru dans un journal de la ville.',
    'Dieser Artikel ist zuerst in einer Zeitung erschienen.',
  ])('a publisher’s note is never said: %s', async (held) => {
    expect((await chosen(held)).map(({ text }) => text)).not.toContain(held);
  });

  test('an item that goes on in lower case is no sentence', async () => {
    const sentences = await chosen('- which is sold with the bread and the cheese of the town.');
    expect(sentences.map(({ text }) => text)).toEqual([
      'Ships leave the harbour before dawn and return with herring in the evening.',
      'Fishermen mend nets on the quay in winter.',
    ]);
  });
});

describe('an abstract', () => {
  const said = async (abstract: string) =>
    (
      await summarize(
        parseBody('The hall was built for bread and cheese by farmers in 1920.', {
          metadata: { language: 'en', abstract },
        }),
      )
    ).abstract;

  test.each([
    ['The hall of the town is open again.', 'The hall of the town is open again.'],
    ['The hall of the town', 'The hall of the town'],
    ['The hall of the town is open again. Its farmers have begun to', 'The hall of the town is open again.'],
    [
      'The hall of the town is open again after eleven years of work by farmers who',
      'The hall of the town is open again after eleven years of work by farmers who …',
    ],
    ['The hall of the town opens. The farmers have be…', 'The hall of the town opens. The farmers have be …'],
  ])('%s', async (abstract, expected) => {
    expect(await said(abstract)).toBe(expected);
  });

  test('a long one that was cut is the beginning of the text', async () => {
    expect(await said(`${'The hall of the town is open. '.repeat(20)}It is`)).toBeUndefined();
  });

  test('what repeats a part of it is not said again', async () => {
    const abstract =
      'The covered market of the old town opens on Saturday after eleven years of building, quarrels, lawsuits and a fire in the roof.';
    const article = parseBody(
      `The market of the town opens on Saturday. Farmers will bring fresh bread from their villages.`,
      {
        metadata: { language: 'en', abstract },
      },
    );
    expect(await texts(article)).toEqual(['Farmers will bring fresh bread from their villages.']);
  });
});

describe('where a sentence is', () => {
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
