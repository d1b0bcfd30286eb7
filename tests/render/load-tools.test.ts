import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { loadTools } from '../../src/render/load-tools.ts';
import { type Page, plainPage } from '../../src/render/page.ts';
import { renderRich } from '../../src/render/rich/render-rich.ts';
import type { View } from '../../src/view/view.ts';

const page: Page = { ...plainPage, unicode: true, width: 60 };

async function shown(view: View): Promise<string> {
  const tools = await loadTools(view, page, (job) => {
    job();
    return true;
  });
  return [...renderRich(view, page, tools)].join('');
}

describe('what a view needs is loaded', () => {
  it.each(['A square $x^2$.', 'A square \\(x^2\\).', '\\[\nx^2\n\\]', '$$\nx^2\n$$', '| a |\n| - |\n| \\(x^2\\) |'])(
    'for the formula in %j',
    async (source) => {
      expect(await shown({ kind: 'article', article: parseArticle(source) })).toContain('x²');
    },
  );

  it('for the footnotes of a section that are defined in another', async () => {
    const article = parseArticle('# T\n\n## One\n\nA word[^1].\n\n## Two\n\n[^1]: A square $x^2$ :tada:.\n');
    const text = await shown({ kind: 'sections', article, sections: article.sections.slice(0, 1) });
    expect(text).toContain('x²');
    expect(text).toContain('🎉');
  });
});
