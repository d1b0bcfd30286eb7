import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Section } from '../../../src/article/article-tree.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { render } from '../../../src/render/render-to-string.ts';
import { search } from '../../../src/view/search/find-matches.ts';
import { summarize } from '../../../src/view/summary/summarize.ts';
import type { View } from '../../../src/view/view.ts';

const validate = new Ajv2020({ allErrors: true, strictTypes: true }).compile(
  JSON.parse(readFileSync('src/render/json/article.schema.json', 'utf8')),
);

const articles = ['articles/amazon-openai.md', 'articles/guide.md', 'node_modules/marked/README.md'].map((path) =>
  parseArticle(readFileSync(path, 'utf8')),
);

async function viewsOf(article: (typeof articles)[number]): Promise<View[]> {
  return [
    { kind: 'article', article },
    { kind: 'sections', article, sections: article.sections.slice(1, 3) },
    { kind: 'outline', article },
    await summarize(article),
    await summarize(article, { each: true }),
    await search(article, ['article', 'the', 'de'], { context: 1 }),
    { kind: 'counts', article, patterns: ['x'], counts: article.sections.map((section) => ({ section, hits: 2 })) },
    { kind: 'shelf', entries: [{ name: 'one', article }] },
  ];
}

test('every view keeps to the schema', async () => {
  for (const view of (await Promise.all(articles.map(viewsOf))).flat()) {
    const json = JSON.parse(render(view, { format: 'json' }));
    expect(validate(json), `${view.kind}: ${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

test('the schema refuses what is no output of ours', () => {
  expect(validate({ kind: 'article', title: 'x' })).toBe(false);
  expect(validate({ kind: 'outline', title: 'x', words: 1, minutes: 1, sections: [{ number: 'one' }] })).toBe(false);
});

test('the tree has every section, its text and its source', () => {
  for (const article of articles) {
    const json = JSON.parse(render({ kind: 'article', article }, { format: 'json' })) as {
      lead: Section;
      sections: Section[];
    };
    const markdown = (section: Section & { markdown?: string }): string =>
      (section.markdown ?? '') + section.sections.map(markdown).join('');
    expect([json.lead, ...json.sections].map(markdown).join('')).toBe(article.source);
  }
});
