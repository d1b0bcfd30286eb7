import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/article/article-tree.ts';
import { parseArticle } from '../../src/article/parse-article.ts';

function outline(sections: readonly Section[]): string[] {
  return sections.flatMap(({ number, id, title, sections: below }) => [`${number} ${id} ${title}`, ...outline(below)]);
}

function sources(section: Section): string {
  return section.source + section.sections.map(sources).join('');
}

describe('headings', () => {
  test('ATX and Setext count; a # in a fence, in code, in HTML or in a list does not', () => {
    const { sections } = parseArticle(
      [
        'Setext *one*\n===\n\ntext',
        '## ATX `two` ##\n',
        '```\n# no\n```',
        '    # no\n',
        '<!--\n# no\n-->',
        '- item\n\n  # no\n',
        '> # no',
        'Setext\ntwo\n---\n',
        '#no',
        '# [Link](http://example.com) & &amp;',
      ].join('\n\n'),
    );
    expect(outline(sections)).toEqual([
      '1 setext-one Setext one',
      '1.1 atx-two ATX two',
      '1.2 setext-two Setext two',
      '2 link-- Link & &'.replace('link--', 'link'),
    ]);
  });

  test('twins get ids of their own', () => {
    const { sections } = parseArticle('# A\n\n# A\n\n# A-1\n\n# A\n\n# !\n\n# ?\n');
    expect(sections.map(({ id }) => id)).toEqual(['a', 'a-1', 'a-1-1', 'a-2', 'section', 'section-1']);
  });
});

describe('the title', () => {
  test.each([
    ['# Title\n\nlead\n\n## One\n', 'Title', ['One']],
    ['---\ntitle: "Title"\n---\n\n# Title\n\n## One\n', 'Title', ['One']],
    ['---\ntitle: Other\n---\n\n# Title\n\n## One\n', 'Other', ['Title']],
    ['# One\n\n# Two\n', '', ['One', 'Two']],
    ['text\n\n# One\n\n## Two\n', '', ['One']],
    ['<!-- badge -->\n\n# Title\n\n## One\n', 'Title', ['One']],
    ['## One\n\n# Two\n', '', ['One', 'Two']],
    ['# Alone\n\ntext\n', 'Alone', []],
  ])('%j', (text, title, sections) => {
    const article = parseArticle(text);
    expect({ title: article.title, sections: article.sections.map((section) => section.title) }).toEqual({
      title,
      sections,
    });
  });
});

describe('front matter', () => {
  test('YAML', () => {
    const { title, metadata, source } = parseArticle(
      '---\ntitle: "T: é"\ndate: 2026-01-30\nlang: fr\ndescription: >\n  Two\n  lines.\ntags: [a, b]\nauthor:\n  - name: A\n  - B\nurl: https://example.com/x\n---\nbody\n',
    );
    expect({ title, source, ...metadata }).toEqual({
      title: 'T: é',
      date: '2026-01-30',
      language: 'fr',
      abstract: 'Two lines.',
      tags: ['a', 'b'],
      author: 'A, B',
      address: 'https://example.com/x',
      source: 'body\n',
    });
  });

  test('TOML', () => {
    const { title, metadata, source } = parseArticle('+++\ntitle = "T"\ndate = 2026-01-30\n+++\nbody\n');
    expect({ title, source, date: metadata.date }).toEqual({ title: 'T', source: 'body\n', date: '2026-01-30' });
  });

  test('rules around prose are no front matter', () => {
    expect(parseArticle('---\nJust prose.\n---\n\nmore\n').source).toBe('---\nJust prose.\n---\n\nmore\n');
    expect(parseArticle('---\n\ntext\n').source).toBe('---\n\ntext\n');
  });

  test('what is broken is never text, and what can be read of it counts', () => {
    const { title, source } = parseArticle('---\ntitle: Good\nbad: [\n---\nbody\n');
    expect({ title, source }).toEqual({ title: 'Good', source: 'body\n' });
  });

  test('an address that is no web page, a language that is none, control characters: left out', () => {
    const { metadata } = parseArticle(
      '---\nurl: javascript:alert(1)\nlang: "x\\e[31m"\nauthor: "a\\e[31mb"\n---\nbody\n',
    );
    expect(metadata).toEqual({ author: 'ab' });
  });
});

test('the lead and the sections together give the body back', () => {
  for (const file of [
    'articles/amazon-openai.md',
    'articles/guide.md',
    'node_modules/marked/README.md',
    'node_modules/commander/Readme.md',
  ]) {
    const article = parseArticle(readFileSync(file, 'utf8'));
    expect(sources(article.lead) + article.sections.map(sources).join('')).toBe(article.source);
    expect(article.sections.length).toBeGreaterThan(2);
  }
});
