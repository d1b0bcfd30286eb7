import { typesetMath } from '../../src/render/math/typeset-math.ts';
import { type Page, plainPage as pipePage } from '../../src/render/page.ts';
import { renderPlain } from '../../src/render/plain/render-plain.ts';
import { renderRich } from '../../src/render/rich/render-rich.ts';
import { parseBody } from '../support/parse-body.ts';

/** No colour, no addresses: what is left are the words and their places. */
export const plainPage: Page = { ...pipePage, links: 'none', theme: 'none' };

/** Renders a Markdown text as plain text, all of its headings within it: none is taken for the article's title. */
export function plain(markdown: string, width = Number.POSITIVE_INFINITY): string {
  const article = parseBody(markdown, { title: '' });
  return [...renderPlain({ kind: 'article', article }, { ...plainPage, width })].join('');
}

/** Renders a Markdown text as a rich page without colour and addresses, all of its headings within it. */
export function rich(markdown: string, width: number): string {
  const article = parseBody(markdown, { title: '' });
  const sections = [article.lead, ...article.sections];
  // With styles, and those taken away: without any the page has delimiters for struck words and the like.
  const page: Page = { ...plainPage, colorLevel: 1, width };
  return [...renderRich({ kind: 'sections', article, sections }, page, { typesetMath })]
    .join('')
    .replace(/\x1b\[[\d;]*m/g, '');
}
