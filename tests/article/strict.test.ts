import { describe, expect, it } from 'vitest';
import { eachSection } from '../../src/article/each-section.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { parseArticleLazily } from '../../src/article/parse-lazily.ts';

const text = `---
title: Kettles
draft: true
fence: |
  \`\`\`\`
---

import Tea from './tea.mdx'

# Kettles

%%Not for the reader.%% Water boils.

## Hard water {#hard}

It leaves scale.
`;

describe('a text of which nothing is dropped', () => {
  const strict = parseArticle(text, { strict: true });

  it('has all of its words', () => {
    for (const word of text.match(/\p{L}+/gu) ?? []) expect(strict.source).toContain(word);
    expect(strict.source).toContain('`````yaml\ntitle: Kettles\ndraft: true');
    expect(strict.sections[0]?.title).toBe('Hard water {#hard}');
  });

  it('has its title, metadata and lines as ever', () => {
    const usual = parseArticle(text);
    expect(strict.title).toBe(usual.title);
    expect(strict.metadata).toEqual(usual.metadata);
    const lines = [strict, usual].map(({ sections }) => Array.from(eachSection(sections), ({ line }) => line));
    expect(lines[0]).toEqual(lines[1]);
  });

  it('is parsed alike by the parsers that it needs', async () => {
    expect((await parseArticleLazily(text, { strict: true })).source).toBe(strict.source);
  });

  it.each([
    ['+++\ntitle = "Tea"\n+++\nText.\n', '```toml\ntitle = "Tea"\n```\nText.\n'],
    ['<!-- c -->\n---\na: 1\n...\nText.\n', '<!-- c -->\n```yaml\na: 1\n```\nText.\n'],
    ['% Tea\n% Ada Leaf\n\nText.\n', '% Tea\n% Ada Leaf\n\nText.\n'],
    ['---\n---\nText.\n', '---\n---\nText.\n'],
  ])('%j', (markdown, shown) => {
    expect(parseArticle(markdown, { strict: true }).source).toBe(shown);
  });
});
