import { describe, expect, test } from 'vitest';
import { eachSection } from '../../src/article/each-section.ts';
import { shownNumber } from '../../src/article/own-number.ts';
import { UserError } from '../../src/errors.ts';
import { resolveExpressions } from '../../src/view/expressions.ts';
import { omit } from '../../src/view/omit-sections.ts';
import { selectSections } from '../../src/view/select.ts';
import { parseBody } from '../support/parse-body.ts';

const article = parseBody(`
Before.

## Qu’en penser ?
a
### Œuvre d’été
b
### Deux
c
## Amazon en équilibriste
d
## 2024
e
## Deux fois
f
#### Trop profond
g
## Deux
h
## Œuvres et éléments : la fin
i
`);

function chosen(...selectors: string[]): string[] {
  return selectSections(article, selectors).map(({ number }) => number);
}

test('sections are numbered as a tree, skipped levels leave no gap', () => {
  expect(chosen('1', '2', '3', '4', '5', '6')).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(article.sections.map(({ sections }) => sections.map(({ number }) => number))).toEqual([
    ['1.1', '1.2'],
    [],
    [],
    ['4.1'],
    [],
    [],
  ]);
});

describe('selectors', () => {
  test.each([
    ['1.2', '1.2'],
    ['0', '0'],
    ['lead', '0'],
    ['LEAD', '0'],
    ['last', '6'],
    ['#quen-penser', '1'],
    ['quen-penser', '1'],
    ['#amazon-en-équilibriste', '2'],
    ['#amazon-en-equilibriste', '2'],
    ['#deux-1', '5'],
    ['2024', '3'],
    ['equilibriste', '2'],
    ["QU'EN PENSER", '1'],
    ['oeuvre d’ete', '1.1'],
    ['amazon', '2'],
    ['fin elements', '6'],
    ['deux fois', '4'],
  ])('%s is section %s', (selector, number) => {
    expect(chosen(selector)).toEqual([number]);
  });

  test.each([
    ['2-4', ['2', '3', '4']],
    ['3-', ['3', '4', '5', '6']],
    ['0-1', ['0', '1']],
    ['1.1-2', ['1.1', '1.2', '2']],
    ['1.2-1.2', ['1.2']],
    ['5-99', ['5', '6']],
  ])('%s is a range', (selector, numbers) => {
    expect(chosen(selector)).toEqual(numbers);
  });

  test('several print in the requested order, each once', () => {
    expect(chosen('4', '2', '4', 'equilibriste')).toEqual(['4', '2']);
    expect(chosen('1.1', '1', '1.2')).toEqual(['1']);
  });

  test('the first rule that matches decides, and several matches of it are listed', () => {
    expect(() => chosen('deux')).toThrow(UserError);
    expect(() => chosen('deux')).toThrow('“deux” matches 2 sections');
    try {
      chosen('deux');
    } catch (error) {
      expect((error as UserError).hint).toContain('  1.2  Deux  #deux\n  5  Deux  #deux-1');
    }
  });

  test('what matches nothing is said, with what is near', () => {
    expect(() => chosen('nothing like it')).toThrow('No section “nothing like it”');
    expect(() => chosen('#nope')).toThrow(UserError);
    expect(() => chosen('?!')).toThrow(UserError);
    expect(() => chosen('3-2')).toThrow('runs backwards');
  });
});

describe('further ways to name sections', () => {
  const book = parseBody(`
Before.

## Chapter 1: The sea
a
### Install
b
#### Linux
c
#### Windows
d
### Use
e
#### Linux
f
## Chapter 12
g
## 2. Feature matrix
h
## § 4 Fees
i
## Chapter IV
j
## Amazonas
k
## The am radio
l
`);
  const named = (...selectors: string[]) => selectSections(book, selectors).map(({ number }) => number);

  test.each([
    ['first', ['1']],
    ['2,4', ['2', '4']],
    ['1.1, 3-4, last', ['1.1', '3', '4', '7']],
    ['Install > Linux', ['1.1.1']],
    ['use>linux', ['1.2.1']],
    ['1 > Use', ['1.2']],
    ['chapter 1', ['1']],
    ['chapter 12', ['2']],
    ['Chapter 1: The sea', ['1']],
    ['2.', ['3']],
    ['§ 4', ['4']],
    ['§4', ['4']],
    ['chapter iv', ['5']],
    ['am', ['7']],
    ['amaz', ['6']],
    ['next:1', ['2']],
    ['next:1.1.2', ['1.2']],
    ['prev:1.2', ['1.1']],
    ['prev:1.1', ['1']],
    ['prev:1', ['0']],
    ['parent:1.1.2', ['1.1']],
    ['next:chapter 12', ['3']],
    ['@1', ['0']],
    ['@3', ['0']],
    ['@4', ['1']],
    ['@9', ['1.1.1']],
  ])('%s', (selector, numbers) => {
    expect(named(selector)).toEqual(numbers);
  });

  test('titles that count without a mark are numbered once, and named by their own numbers', () => {
    const paper = parseBody(
      ['Abstract', '1 Introduction', '#1.1 Aims', '2 Methods', '#2.1 Data', '#2.2 Model', '3 Results', 'References']
        .map((title) => `${title.startsWith('#') ? '#' : ''}## ${title.replace('#', '')}\n\nText.\n`)
        .join('\n'),
    );
    const all = [...eachSection(paper.sections)];
    expect(all.map((section) => shownNumber(section))).toEqual(['1', '', '', '', '', '', '', '5']);
    const named = (selector: string) => selectSections(paper, [selector]).map(({ title }) => title);
    expect(named('§ 2')).toEqual(['2 Methods']);
    expect(named('2.')).toEqual(['2 Methods']);
    expect(named('§2.2')).toEqual(['2.2 Model']);
    // Numbers of ours win, as ever.
    expect(named('2')).toEqual(['1 Introduction']);
    expect(omit(paper.sections, { depth: 0 }).map((section) => shownNumber(section))).toEqual(['1', '', '', '', '5']);
  });

  test.each([
    ['a listicle that does not count', ['7 ways', '2024 in figures', '1 thing'], ['1', '2', '3']],
    ['a lone number', ['Another', '1 thing'], ['1', '2']],
    ['years', ['1984', '1985 and on', '1986 at last'], ['1', '2', '3']],
    ['from 0 on', ['0 Zero', '1 One', '5 Five'], ['', '', '3']],
    ['below a marked number', ['2. Methods', '#2.1 Data', 'Rest', '#3.1 Beta'], ['', '', '2', '2.1']],
  ])('%s', (_, titles, numbers) => {
    const lines = titles.map((title) => `${title.startsWith('#') ? '#' : ''}## ${title.replace('#', '')}\n\nText.\n`);
    const all = [...eachSection(parseBody(lines.join('\n')).sections)];
    expect(all.map((section) => shownNumber(section))).toEqual(numbers);
  });

  test('a section left out takes its subsections along, and one of them named before', () => {
    expect(() => chosen('1.1', '!1')).toThrow('Nothing is left.');
    expect(chosen('1.1', '2', '!1')).toEqual(['2']);
    expect(chosen('1', '!1.1')).toEqual(['1']);
  });

  test('a path is never taken for words of a title that has none', () => {
    expect(() => chosen('4 > 4')).toThrow('No section “4” in “Deux fois”');
    expect(() => chosen('deux > fois')).toThrow('matches 2 sections');
    expect(() => chosen('été > œuvre')).toThrow('No section “œuvre” in “Œuvre d’été”');
    const arrows = parseBody('## From 1 -> 2\n\na\n\n## From 2\n\nb\n');
    expect(selectSections(arrows, ['1 -> 2']).map(({ number }) => number)).toEqual(['1']);
  });

  test('a section left out is so wherever it is', () => {
    expect(named('!1', '!lead')).toEqual(['2', '3', '4', '5', '6', '7']);
    const [chapter] = selectSections(book, ['1', '!1.1.1', '!use']);
    expect(chapter?.sections.map(({ number }) => number)).toEqual(['1.1']);
    expect(chapter?.sections[0]?.sections.map(({ number }) => number)).toEqual(['1.1.2']);
    expect(chapter?.words).toBe(book.sections[0]?.words);
    expect(() => named('2', '!2')).toThrow('Nothing is left');
  });

  test.each([
    ['next:7', 'is the last one'],
    ['prev:0', 'is the first one'],
    ['parent:2', 'is in no other section'],
    ['next:nowhere at all', 'No section “nowhere at all”'],
    ['Install > Plan 9', 'No section “Plan 9” in “Install”'],
    ['Chapter 12 > Linux', 'it has no subsections'],
    ['@9999', 'There is no line 9999'],
    ['2,99', 'No section “99”'],
    ['linux', 'matches 2 sections'],
  ])('%s is refused', (selector, message) => {
    expect(() => named(selector)).toThrow(message);
  });

  test('an expression names all sections whose titles it matches', async () => {
    expect(await resolveExpressions(book, ['/^chapter [0-9]+/', '3'])).toEqual(['1', '2', '3']);
    expect(await resolveExpressions(book, ['!/^Linux$/'])).toEqual(['!1.1.1', '!1.2.1']);
    await expect(resolveExpressions(book, ['/nowhere/'])).rejects.toThrow(UserError);
    await expect(resolveExpressions(book, ['/(/'])).rejects.toThrow(UserError);
  });

  test('depth, and the text alone', () => {
    const [chapter] = omit(book.sections, { depth: 1, noHeading: true });
    expect(chapter?.heading).toBeUndefined();
    expect(chapter?.source).toBe('a\n');
    expect(chapter?.sections.map(({ number, sections }) => [number, sections.length])).toEqual([
      ['1.1', 0],
      ['1.2', 0],
    ]);
    expect(omit(book.sections, {})[0]).toBe(book.sections[0]);
  });
});

test.each([
  ['2. Feature matrix', ''],
  ['§ 4', ''],
  ['Chapter IV', ''],
  ['1.3.2: Deep', ''],
  ['Kapitel 7 – Das Meer', ''],
  ['A) Scope', ''],
  ['9 Terms', ''],
  ['2024 in figures', '9'],
  ['I am here', '9'],
  ['A day at sea', '9'],
  ['3.5 million readers', '9'],
  ['Civil law', '9'],
  ['Part of the sea', '9'],
])('before “%s” is “%s”', (title, expected) => {
  expect(shownNumber({ number: '9', title })).toBe(expected);
});
