import { describe, expect, test } from 'vitest';
import { countBySection, type SearchOptions, search } from '../../../src/view/search/find-matches.ts';
import { parseBody } from '../../support/parse-body.ts';

const article = parseBody(
  `Les élèves écrivent. L’été, ils lisent à l’école.

# Café

Le cœur du café bat. RÉSUMÉ : un *gran*d **mot** coupé[^1]. Un chat, un châle.

- [x] une tâche faite
- Élan

| Nom | Âge |
| --- | --- |
| Zoé | 12 |

\`\`\`js
const café = 'noir';
\`\`\`

<div>Dans le <b>HTML</b> aussi.</div>

> Une citation du café.

## Straße

Die Straße ist lang. ΟΔΥΣΣΕΥΣ et Οδυσσεύς. 東京都に行く。पानी पीना।

[^1]: La note du café.
`,
  { metadata: { language: 'fr' } },
);

async function found(patterns: string | string[], options?: SearchOptions): Promise<string[]> {
  const { matches } = await search(article, [patterns].flat(), options);
  return matches.flatMap(({ text, hits }) => hits.map(({ start, end }) => text.slice(start, end)));
}

describe('what is found', () => {
  test.each<[string, SearchOptions, string[]]>([
    ['cafe', {}, ['Café', 'café', 'café', 'café', 'café']],
    ['café', {}, ['Café', 'café', 'café', 'café', 'café']],
    ['Café', {}, ['Café']],
    ['cafe', { case: true }, ['café', 'café', 'café', 'café']],
    ['cafe', { exact: true }, []],
    ['châ', {}, ['châ']],
    ['cha', {}, ['cha', 'châ']],
    ['eleves', {}, ['élèves']],
    ['resume', {}, ['RÉSUMÉ']],
    ['coeur', {}, ['cœur']],
    ["l'ete", {}, ['L’été']],
    ['strasse', {}, ['Straße', 'Straße']],
    ['grand mot', {}, ['grand mot']],
    ['grand   mot', {}, ['grand mot']],
    ['zoe | 12', {}, ['Zoé | 12']],
    ['html', {}, ['HTML']],
    ['οδυσσευς', {}, ['ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς']],
    ['東京', {}, ['東京']],
    ['पीना', {}, ['पीना']],
    ['पान', {}, ['पानी']],
    ['un', { words: true }, ['un', 'Un', 'un']],
    ['京都', { words: true }, []],
    ['ecol', { words: true }, []],
    ['[*', {}, []],
    ['c.f[eé]', { regexp: true }, ['Café', 'café', 'café', 'café', 'café']],
    ['^un', { regexp: true }, ['Un', 'un', 'Un']],
    ['x*', { regexp: true }, []],
    ['\\W12', { regexp: true }, [' 12']],
  ])('%s %o', async (pattern, options, expected) => {
    expect(await found(pattern, options)).toEqual(expected);
  });

  test('several patterns, without overlaps', async () => {
    expect(await found(['châle', 'chat', 'cha'])).toEqual(['chat', 'châle']);
  });

  test.each(['`cd`', "'cd'", '’cd’'])('%s in a line that has more than ASCII', async (pattern) => {
    const { matches } = await search(parseBody('    é `cd` or\n    `cd`\n'), [pattern]);
    expect(matches.map(({ text, hits: [hit] }) => text.slice(hit?.start, hit?.end))).toEqual(['`cd`', '`cd`']);
  });

  test('a letter written as two characters is one', async () => {
    const decomposed = parseBody('Un cafe\u0301 noir.');
    const { matches } = await search(decomposed, ['café n']);
    expect(matches[0]?.hits).toEqual([{ start: 3, end: 10 }]);
  });
});

describe('where it is found', () => {
  test('by section, the heading included', async () => {
    const { matches } = await search(article, ['strasse', 'ete']);
    expect(matches.map(({ section, text }) => [section.number, text])).toEqual([
      ['0', 'L’été, ils lisent à l’école.'],
      ['1.1', 'Straße'],
      ['1.1', 'Die Straße ist lang.'],
    ]);
    expect([...countBySection(matches)].map(([section, count]) => [section.number, count])).toEqual([
      ['0', 1],
      ['1.1', 2],
    ]);
  });

  test('only in the requested sections, with their subsections', async () => {
    const { matches } = await search(article, ['strasse', 'ete'], { sections: article.sections });
    expect(matches.map(({ section }) => section.number)).toEqual(['1.1', '1.1']);
  });

  test('context is shown once', async () => {
    const text = parseBody('Un. Deux. Trois ici. Quatre. Cinq ici. Six. Sept. Huit.');
    const { matches } = await search(text, ['ici'], { context: 2 });
    expect(matches.map(({ before, text, after }) => [before, text, after])).toEqual([
      [['Un.', 'Deux.'], 'Trois ici.', ['Quatre.']],
      [[], 'Cinq ici.', ['Six.', 'Sept.']],
    ]);
  });
});

describe('hostile patterns', () => {
  const long = parseBody('x'.repeat(100_000));
  test.each(['(x+x+)+y', '(x|x)*y', '(x|xx)+$y', '(.*)*.*=.*'])('%s ends', async (pattern) => {
    expect((await search(long, [pattern], { regexp: true })).matches).toEqual([]);
  });

  test.each([
    ['repeats of repeats', '((x{100}){100}){100}', 'repeat'],
    ['an open bracket', '(x', 'missing closing'],
    ['look-ahead', 'x(?=y)', 'Perl'],
    ['a reference back', '(x)\\1', 'escape'],
    ['many open brackets', '('.repeat(900), 'missing closing'],
    ['a long pattern', 'x?'.repeat(501), '1002 characters'],
    ['nothing', '  ', 'empty'],
  ])('%s is refused in one line', async (_, pattern, reason) => {
    const refusal = search(long, [pattern], { regexp: true });
    await expect(refusal).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
    await expect(refusal).rejects.toThrow(reason);
  });

  test('text after text of lone marks is searched', async () => {
    const marks = parseBody(`${'\u0301'.repeat(50_000)} fin`);
    expect((await search(marks, ['fin'])).matches).toHaveLength(1);
  });
});
