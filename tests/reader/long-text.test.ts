import { describe, expect, it } from 'vitest';
import type { Article, Section } from '../../src/article/article-tree.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { lineColumns } from '../../src/render/segment.ts';
import { Session } from './session.ts';

/** Creates an article whose blocks report when somebody looks at their words. */
function watched(article: Article, seen: Set<object>): Article {
  const watch = (section: Section): Section => ({
    ...section,
    words: section.words,
    blocks: [...section.blocks].map((block) =>
      block.type !== 'paragraph'
        ? block
        : {
            ...block,
            get tokens() {
              seen.add(block);
              return block.tokens;
            },
          },
    ),
    sections: section.sections.map(watch),
  });
  return { ...article, lead: watch(article.lead), sections: article.sections.map(watch) };
}

// 70,000 lines on the page: more than sixteen bits count.
const paragraphs = Array.from({ length: 35_000 }, (_, index) => `Paragraph ${index + 1} of the text.\n\n`);
const source = `# Long\n\n${paragraphs.map((text, index) => (index % 700 === 0 ? `## Topic ${index / 700 + 1}\n\n${text}` : text)).join('')}`;

describe('a text of 70,000 lines', () => {
  it('is laid out only where somebody looks', async () => {
    const seen = new Set<object>();
    const article = watched(parseArticle(source), seen);
    seen.clear();
    const session = new Session({ article, source: 'long.md', path: '/texts/long.md', marks: {} }, 110, 30);
    const text = () =>
      session
        .frame()
        .map((line) => line.map((segment) => segment.text).join(''))
        .join('\n');
    expect(text()).toContain('Paragraph 1 of the text.');
    expect(seen.size).toBeLessThan(60);
    await session.press('G');
    expect(text()).toContain('Paragraph 35000 of the text.');
    expect(text()).toContain('100\u00a0%');
    await session.press('b', 'b', 'k', 'd');
    await session.press('4', '9', 'enter');
    expect(text()).toContain('49  Topic 49');
    await session.press(']');
    expect(text()).toContain('50  Topic 50');
    await session.press("'", "'");
    expect(text()).toContain('49  Topic 49');
    expect(seen.size).toBeLessThan(400);
    for (const line of session.frame()) expect(lineColumns(line)).toBe(110);
  });

  it('is searched to its end, and each hit is found', async () => {
    const session = new Session({ article: parseArticle(source), marks: {} }, 110, 30);
    await session.press(
      '/',
      ...'graph space 3499'.split(' ').flatMap((word) => (word === 'space' ? [word] : [...word])),
      'enter',
    );
    const text = () =>
      session
        .frame()
        .map((line) => line.map((segment) => segment.text).join(''))
        .join('\n');
    // 3499, and 34990 to 34999.
    expect(text()).toContain('1/11');
    await session.press('n');
    expect(text()).toContain('2/11');
    expect(text()).toContain('Paragraph 34990 of the text.');
    await session.press('N', 'N');
    expect(text()).toContain('11/11');
  });

  it('keeps its place at another width', async () => {
    const session = new Session({ article: parseArticle(source), marks: {} }, 110, 30);
    await session.press('2', '5', 'enter', 'd', 'd');
    const first = () =>
      session
        .frame()[0]
        ?.map((segment) => segment.text)
        .join('')
        .trim();
    const before = first();
    for (const columns of [30, 64, 131]) {
      await session.send({ type: 'resize', size: { columns, rows: 24 } });
      expect(first()?.replace(/^.*│ */, '')).toBe(before?.replace(/^.*│ */, ''));
    }
  });
});
