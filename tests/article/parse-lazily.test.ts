import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { parseArticleLazily } from '../../src/article/parse-lazily.ts';
import { render } from '../../src/render/render-to-string.ts';
import { examples } from '../support/examples.ts';

test.each(['plain', 'html', 'rich'] as const)(
  'what only the reference parser handles is printed wherever it is: %s',
  async (format) => {
    const wrong: string[] = [];
    for (const { name, markdown } of examples()) {
      const line = markdown.trim().replaceAll('\n', ' ');
      for (const text of [markdown, `# T\n\nA[^1].\n\n[^1]: ${line}\n`, `# T\n\n- a\n\n  > ${line}\n`]) {
        const printed = render({ kind: 'article', article: await parseArticleLazily(text) }, { format });
        if (printed !== render({ kind: 'article', article: parseArticle(text) }, { format })) wrong.push(name);
      }
    }
    expect(wrong).toEqual([]);
  },
);
