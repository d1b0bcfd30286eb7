import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../../src/article/article-tree.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { savedText } from '../../../src/source/shelf/saved-text.ts';
import { runs } from '../../support/effort.ts';

function articleOf(title: string, metadata: Article['metadata'] = {}, body = 'Words.\n'): Article {
  return { ...parseArticle(body), title, metadata };
}

function frontMatter(text: string): unknown {
  const [, matter = ''] = /^---\n(.*?\n)---\n/s.exec(text) ?? [];
  return parse(matter, { schema: 'core' });
}

describe('savedText', () => {
  it('reads like something that a person wrote', () => {
    const article = articleOf('L’avenir, en bref', {
      author: 'La rédaction',
      date: '2026-01-30',
      language: 'fr',
      address: 'https://example.com/a/b?c=d',
      tags: ['nuage', 'IA: vite'],
    });
    expect(savedText(article, '2026-02-01T10:00:00Z')).toBe(`---
title: L’avenir, en bref
author: La rédaction
date: 2026-01-30
lang: fr
source: https://example.com/a/b?c=d
tags: ["nuage", "IA: vite"]
saved: 2026-02-01T10:00:00Z
---
Words.
`);
  });

  const awkward = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'a1:#"\'\\ \n\t,[]{}&*!|>%@`-?~=.é’\u2028\u0085\ufeff') }),
    fc.constantFrom(
      'no',
      'Null',
      '~',
      '1984',
      '0x10',
      '1e3',
      '.5',
      '2026-01-30',
      'a: b',
      'a #b',
      '- a',
      '---',
      '...',
      '<<',
      '=',
      ' a',
      'a ',
    ),
  );

  it('says in YAML what the article says of itself, whatever that is', () => {
    fc.assert(
      fc.property(awkward, awkward, fc.array(awkward, { minLength: 1 }), (title, author, tags) => {
        fc.pre(title !== '');
        const text = savedText(articleOf(title, { author, tags }), '2026-02-01T10:00:00Z');
        expect(frontMatter(text)).toEqual({ title, author, tags, saved: '2026-02-01T10:00:00Z' });
      }),
      runs(1000),
    );
  });

  it.each([
    '# One title\n\nLead.\n\n## Two\n\nWords[^1].\n\n[^1]: Note.\n',
    '# Twice\n\n# Twice\n',
    '---\nnot: ours\n---\nWords.\n',
    '\n\n    code\n',
    'Title\n=====\n\nwords',
    'No heading at all.',
  ])('is the same article when it is read again: %j', (body) => {
    const article = parseArticle(body, {
      title: 'One title',
      metadata: {
        author: 'A "quoted" name: with, marks',
        date: '2026-01-30T10:00:00+01:00',
        language: 'no',
        address: 'https://example.com/caf%C3%A9#x',
        site: '#1 Site',
        abstract: 'First.\u00a0Second: third',
        tags: ['a, b', 'c'],
      },
    });
    const again = parseArticle(savedText(article, '2026-02-01T10:00:00Z'));
    expect(again.title).toBe(article.title);
    expect(again.metadata).toEqual(article.metadata);
    expect(again.source).toBe(article.source);
    expect(again.sections.map(({ id, title, source }) => [id, title, source])).toEqual(
      article.sections.map(({ id, title, source }) => [id, title, source]),
    );
  });

  it.each([
    ['title', { title: 'Long '.repeat(20_000) }],
    ['author', { author: 'Quoted: "'.repeat(9_000) }],
    ['abstract', { abstract: '\u0085'.repeat(15_000) }],
    ['tags', { tags: Array.from({ length: 5000 }, (_, at) => `tag ${at}`) }],
  ])('is read again whatever the length of its %s', (key, said: Article['metadata'] & { title?: string }) => {
    const { title = 'Tea', ...metadata } = said;
    const article = articleOf(title, { date: '2026-01-30', ...metadata });
    const again = parseArticle(savedText(article, '2026-02-01T10:00:00Z'));
    expect(again.source).toBe('Words.\n');
    expect(again.metadata).toMatchObject({ date: '2026-01-30' });
    if (key !== 'title') expect(again.title).toBe('Tea');
    if (key === 'tags') expect(again.metadata.tags).toEqual(article.metadata.tags?.slice(0, 500));
  });

  it('holds nothing that drives a terminal', () => {
    const text = savedText(
      articleOf('a\x9bb', { author: '\x1b[31m' }, 'Red \x1b[31mwords\x07.\n'),
      '2026-02-01T10:00:00Z',
    );
    expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  });
});
