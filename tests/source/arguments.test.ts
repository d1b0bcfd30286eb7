import { describe, expect, it } from 'vitest';
import { isSectionPlace, splitArguments } from '../../src/source/arguments.ts';

const surroundings = {
  isName: async (name: string) => ['guide', 'tea', 'last-year'].includes(name),
  isFile: (path: string) =>
    ['notes.md', 'C#.md', 'docs/a#b.md', 'docs/a.md', 'LICENSE', 'tea', '2', 'docs', '/docs/', '.', 'lead'].includes(
      path,
    ),
};

describe('splitArguments', () => {
  it.each([
    ['', {}],
    ['-', { source: '-' }],
    ['- 2', { source: '-', selectors: ['2'] }],
    ['notes.md', { source: 'notes.md' }],
    ['notes.md 2 last', { source: 'notes.md', selectors: ['2', 'last'] }],
    ['missing.md', { source: 'missing.md' }],
    ['./LICENSE', { source: './LICENSE' }],
    ['LICENSE', { source: 'LICENSE' }],
    ['LICENSE 2', { source: 'LICENSE', selectors: ['2'] }],
    ['docs', { source: 'docs' }],
    ['.', { source: '.' }],
    ['guide 3', { source: 'guide', selectors: ['3'] }],
    // Names come before files, places before both.
    ['tea', { source: 'tea' }],
    ['2', { selectors: ['2'] }],
    ['lead', { selectors: ['lead'] }],
    ['./2', { source: './2' }],
    ['2.1-3', { selectors: ['2.1-3'] }],
    ['#id', { selectors: ['#id'] }],
    ['/^words/', { selectors: ['/^words/'] }],
    ['!/words/ 2', { selectors: ['!/words/', '2'] }],
    ['/docs/', { source: '/docs/' }],
    ['/missing', { source: '/missing' }],
    ['words of a title', { selectors: ['words', 'of', 'a', 'title'] }],
    // Fragments.
    ['notes.md#install', { source: 'notes.md', fragment: 'install' }],
    ['notes.md#install 2', { source: 'notes.md', fragment: 'install', selectors: ['2'] }],
    ['missing.md#install', { source: 'missing.md', fragment: 'install' }],
    ['LICENSE#terms', { source: 'LICENSE', fragment: 'terms' }],
    ['guide#start', { source: 'guide', fragment: 'start' }],
    ['docs/a.md#b', { source: 'docs/a.md', fragment: 'b' }],
    ['C#.md', { source: 'C#.md' }],
    ['F#.md', { source: 'F#.md' }],
    ['docs/a#b.md', { source: 'docs/a#b.md' }],
    ['C#.md#usage', { source: 'C#.md', fragment: 'usage' }],
    ['word#word', { selectors: ['word#word'] }],
    ['https://a.example/b#c', { source: 'https://a.example/b', fragment: 'c' }],
    ['https://a.example/b#caf%C3%A9', { source: 'https://a.example/b', fragment: 'café' }],
    ['https://a.example/b#100%', { source: 'https://a.example/b', fragment: '100%' }],
    ['https://a.example/b#', { source: 'https://a.example/b' }],
    ['https://a.example/b#:~:text=tea', { source: 'https://a.example/b' }],
    ['https://a.example/b#c:~:text=tea', { source: 'https://a.example/b', fragment: 'c' }],
  ])('“%s”', async (line, request) => {
    const arguments_ = line === '' ? [] : line.split(' ');
    expect(await splitArguments(arguments_, {}, surroundings)).toEqual({ selectors: [], ...request });
  });

  it('takes what the options say as it is', async () => {
    expect(await splitArguments(['LICENSE'], { article: '2' }, surroundings)).toEqual({
      source: '2',
      selectors: ['LICENSE'],
    });
    expect(await splitArguments(['notes.md'], { section: ['LICENSE'] }, surroundings)).toEqual({
      source: 'notes.md',
      selectors: ['LICENSE'],
    });
  });
});

it.each(['2', '2.1', '2-4', '3-', '2,4', 'lead', 'last', 'first', '#a'])('%s is the place of a section', (word) => {
  expect(isSectionPlace(word)).toBe(true);
});

it.each(['2nd', 'leading', '', 'a#b', '1984.md', '-3'])('%s is not the place of a section', (word) => {
  expect(isSectionPlace(word)).toBe(false);
});
