import { parseArticle } from '../../../src/article/parse-article.ts';
import { type Page, plainPage } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';

/** Renders a text as it is laid out, without colours unless the page has them, eighty columns wide unless it says so. */
export function rich(markdown: string, page: Partial<Page> = {}): string {
  const view = { kind: 'article' as const, article: parseArticle(markdown) };
  return [...renderRich(view, { ...plainPage, width: 80, ...page })].join('');
}

/** Renders the same without the margin, line by line, empty lines left out. */
export function richLines(markdown: string, page: Partial<Page> = {}): string[] {
  return rich(markdown, page)
    .split('\n')
    .map((line) => line.replace(/^ {2}/, ''))
    .filter((line) => line !== '');
}
