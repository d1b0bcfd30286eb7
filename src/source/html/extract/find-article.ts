import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { ArticleFinder } from './article-finder.ts';
import { raiseBoldLines, restoreHeadings } from './headings.ts';
import { preparePage } from './prepare-page.ts';
import { type Page, pruneArticle } from './prune-article.ts';

/**
 * The article in a page, without what stands around it; none when no part of the page reads as one. Readability tries
 * less strict rules until it finds `shortest` characters. The document is taken apart by it.
 */
export function findArticle(document: DomDocument, page: Page, shortest: number): DomElement | undefined {
  preparePage(document.body, [page.title, document.title, page.site]);
  const article = new ArticleFinder(document, shortest).find();
  if (!article) return undefined;
  restoreHeadings(article);
  pruneArticle(article, page);
  raiseBoldLines(article);
  return article;
}
