import { parseBody } from '../../src/article/parse.ts';
import type { Page } from '../../src/render/page.ts';
import { renderPlain } from '../../src/render/plain/plain.ts';

export const plainPage: Page = {
  width: Number.POSITIVE_INFINITY,
  colorLevel: 0,
  hyperlinks: false,
  links: 'none',
  unicode: true,
  theme: 'none',
  wrapCode: false,
  accessible: false,
};

/** A Markdown text as plain text, all of its headings within it: none is taken for the article's title. */
export function plain(markdown: string, width = Number.POSITIVE_INFINITY): string {
  const article = parseBody(markdown, { title: '' });
  return [...renderPlain({ kind: 'article', article }, { ...plainPage, width })].join('');
}
