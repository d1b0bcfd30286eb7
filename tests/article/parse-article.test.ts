import { expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { render } from '../../src/render/render-to-string.ts';

const facts = (text: string): string => render({ kind: 'article', article: parseArticle(text) }, { format: 'json' });

it.each([
  ['a heading', '# One\n\nText.\n'],
  ['words', 'Text.\n\n# One\n'],
  ['front matter', '---\ntitle: A title\n---\n# One\n\nText.\n'],
  ['front matter below a comment', '<!-- A comment. -->\n---\ntitle: A title\n---\n# One\n'],
  ['a title block', 'Title: A title\n\n# One\n'],
])('a byte order mark before %s is no part of the text', (_, text) => {
  expect(facts(`\ufeff${text}`)).toEqual(facts(text));
});
