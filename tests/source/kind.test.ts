import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/source/kind.ts';

describe('a declared kind', () => {
  it.each([
    [{ contentType: 'text/html; charset=utf-8', name: 'a.md' }, 'html'],
    [{ contentType: 'Application/XHTML+XML' }, 'html'],
    [{ contentType: 'text/markdown' }, 'markdown'],
    [{ contentType: 'text/plain', name: 'https://example.org/x/README.md?raw=1' }, 'markdown'],
    [{ contentType: 'text/plain', name: 'https://example.org/' }, 'text'],
    [{ name: 'a/b.MARKDOWN' }, 'markdown'],
    [{ name: 'page.xhtml' }, 'html'],
    [{ name: 'https://example.org/page.html#part' }, 'html'],
    [{ name: 'notes.txt', text: 'Just words.' }, 'text'],
  ] as const)('%j is %s', (clues, kind) => {
    expect(kindOf(clues)).toBe(kind);
  });
});

describe('by looks', () => {
  const prose = 'It was a dark and stormy night; the rain fell in torrents,\nexcept at occasional intervals.\n'.repeat(
    3,
  );
  it.each([
    ['<!DOCTYPE html><p>Hello', 'html'],
    ['<!-- made by hand -->\n<?xml version="1.0"?>\n<html lang="fr">', 'html'],
    ['<p>A fragment</p>\n<p>of a page</p>', 'html'],
    ['<p align="center"><img src="logo.png"></p>\n\n# Title\n\nSome [link](https://example.org).', 'markdown'],
    ['# Title\n\nWords.', 'markdown'],
    ['---\ntitle: A\n---\n\nWords.', 'markdown'],
    ['Words with *emphasis* in them.', 'markdown'],
    ['```sh\nls\n```', 'markdown'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'markdown'],
    [prose, 'text'],
    ['# one\n# two\n# three\nkey = value\n', 'text'],
    [`CHAPTER I\n\n${prose}\n       *       *       *       *       *\n\n${prose}`, 'text'],
    ['- milk\n- bread', 'text'],
    ['2 * 3 * 4 and a_b_c and 5 < 6', 'text'],
    ['', 'text'],
  ])('%j', (text, kind) => {
    expect(kindOf({ text })).toBe(kind);
  });

  it('knows a page of the manual, whatever markup it has', () => {
    const page =
      'LS(1)                 User Commands                 LS(1)\n\nNAME\n       ls - [list](x) `files`\n\n# Note\n';
    expect(kindOf({ text: page })).toBe('text');
  });

  it.each([
    ['% Tea and\n  its makers\n% Ada Leaf; Ben Pot\n% 2025\n\n# Intro\n\nWords.\n', 'markdown'],
    ['Title: Tea\nAuthor: Ada Leaf\n\tBen Pot\n\n# Intro\n\nWords.\n', 'markdown'],
    ['Title: Tea\nAuthor: Ada Leaf\n\nIntro\n\nWords.\n', 'text'],
    ['% a comment\n% of TeX\n\n\\section{Tea}\n\\begin{quote}# 1\\end{quote}\n', 'text'],
  ])('knows Markdown in a text by its title block: %j', (text, kind) => {
    expect(kindOf({ name: 'a.txt', text })).toBe(kind);
  });

  it.each([
    [
      'Pots\n====\n\n.. _a: https://example.org\n.. note:: Hot.\n\nWrite ``#`` or [x](y)::\n\n    # Not a heading\n',
      'rst',
    ],
    [
      "NAME\n----\npot - hold tea\n\n[verse]\n'pot' [x](y)\n\n--lid::\n\tClose it.\n+\n----\n# shut\n----\n",
      'asciidoc',
    ],
    ['* Pots\n\nSet ~lid-open~ to ~nil~.\n\n** More\n\n- ~pot~ is new.\n', 'org'],
    ['# Pots\n\n- ~~old~~ and [x](y)\n\n```\n.. note:: Hot.\n```\n\nWords `a`_ b.\n', 'markdown'],
    [
      '# Pots\n\n```adoc\n= Title\n\n== Section\n\n[source,sh]\n----\nls\n----\n```\n\n[a](b)\n\n| a |\n|--|--|\n',
      'markdown',
    ],
  ])(
    'distinguishes other markups that have a character of Markdown from Markdown that shows them: %j',
    (text, kind) => {
      expect(kindOf({ text })).toBe(kind);
    },
  );

  it('wants more evidence of a text that is named one', () => {
    expect(kindOf({ name: 'a.txt', text: 'Words with *emphasis* in them.' })).toBe('text');
    expect(kindOf({ name: 'a.txt', text: '# Title\n\nSome [link](https://example.org) and `code`.\n\n## More' })).toBe(
      'markdown',
    );
  });

  it('knows the READMEs of packages for Markdown, or for the HTML that some begin with', () => {
    const kinds = readmes().map((text) => kindOf({ text }));
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => kind === 'markdown').length).toBeGreaterThan(kinds.length * 0.9);
  });
});

function readmes(): string[] {
  const folder = new URL('../../node_modules/', import.meta.url);
  return readdirSync(folder)
    .flatMap((name) => {
      try {
        return [readFileSync(new URL(`${name}/README.md`, folder), 'utf8')];
      } catch {
        return [];
      }
    })
    .filter((text) => text.length > 1000);
}
