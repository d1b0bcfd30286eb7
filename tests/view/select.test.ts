import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
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

  test('several print in the order asked, each once', () => {
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
