import { Readability } from '@mozilla/readability';
import type { DomDocument, DomElement } from '../dom/tree.ts';
import { raiseBoldLines, restoreHeadings } from './headings.ts';
import { preparePage } from './prepare-page.ts';
import { type Page, pruneArticle } from './prune-article.ts';

/**
 * The article in a page, without what stands around it; none when no part of the page reads as one. Readability tries
 * less strict rules until it finds `shortest` characters. The document is taken apart by it.
 */
export function findArticle(document: DomDocument, page: Page, shortest: number): DomElement | undefined {
  preparePage(document.body, [page.title, document.title, page.site]);
  const reader = new Readability<DomElement>(document as never, {
    serializer: ((node: DomElement) => node) as never,
    disableJSONLD: true,
    keepClasses: true,
    charThreshold: shortest,
  });
  const article = reader.parse()?.content ?? undefined;
  if (!article) return undefined;
  restoreHeadings(article);
  pruneArticle(article, page);
  raiseBoldLines(article);
  return article;
}
