import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { deserializeArticle, serializeArticle } from '../../src/article/serialize.ts';
import type { Format } from '../../src/render/formats.ts';
import { render } from '../../src/render/render-to-string.ts';
import { summarize } from '../../src/view/summary/summarize.ts';

test.each(['articles/amazon-openai.md', 'articles/guide.md', 'tests/fixtures/gallery.md'])(
  '%s, stored and revived, is printed the same in every format',
  async (path) => {
    const article = parseArticle(readFileSync(path, 'utf8'));
    const revived = deserializeArticle(serializeArticle(article));
    for (const format of ['rich', 'plain', 'markdown', 'json', 'html'] satisfies Format[]) {
      expect(render({ kind: 'article', article: revived }, { format })).toBe(
        render({ kind: 'article', article }, { format }),
      );
    }
    const options = { format: 'json' } as const;
    expect(render(await summarize(revived), options)).toBe(render(await summarize(article), options));
  },
);

test('a source that is in the blocks is not stored again', () => {
  const article = parseArticle('Fresh water.\n\n# Tea\n\nBring it to the boil.\n\n## Leaves\n\n# Cups\n');
  const stored = serializeArticle(article);
  expect(stored).not.toContain('"source"');
  const revived = deserializeArticle(stored);
  expect(revived.source).toBe(article.source);
  expect(revived.sections[0]?.sections[0]?.source).toBe('## Leaves\n\n');
});

test('a source with more than the blocks is stored', () => {
  const article = parseArticle('# The title\n\nWords.\n\n## One\n');
  expect(deserializeArticle(serializeArticle(article)).lead.source).toBe('# The title\n\nWords.\n\n');
});
