import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { ArticleFinder } from './article-finder.ts';
import { raiseBoldLines, restoreHeadings } from './headings.ts';
import { kept, restoreNames } from './keep-content.ts';
import { contentsOf, findContainer, isIncomplete, isNavigation, type PageContainer } from './page-container.ts';
import { dropPageTurns } from './page-turns.ts';
import { preparePage } from './prepare-page.ts';
import { type ArticlePage, pruneArticle } from './prune-article.ts';
import { addStandfirst, findStandfirst } from './standfirst.ts';

/**
 * Returns the article in a page, without its boilerplate; undefined when nothing on the page reads as one. What
 * Readability finds is compared with the page's own container: where it lacks much of that, the container is taken,
 * without its navigation. The search changes the document: `reopen` parses it again.
 */
export function findArticle(
  document: DomDocument,
  page: ArticlePage,
  shortest: number,
  reopen: () => DomDocument,
): DomElement | undefined {
  const container = openContainer(document);
  if (container.isDocumentation) return containedArticle(document, container, page);
  const standfirst = findStandfirst(document, page.title, page.abstract);
  const article = mostComplete(document, container, page, shortest, reopen);
  if (article) addStandfirst(article, standfirst);
  return article;
}

function mostComplete(
  document: DomDocument,
  container: PageContainer,
  page: ArticlePage,
  shortest: number,
  reopen: () => DomDocument,
): DomElement | undefined {
  const whole = contentsOf(container.element, container.isArticle);
  const article = searchedArticle(document, page, shortest);
  if (article && !isIncomplete(article, whole)) return article;
  const again = reopen();
  const contained = containedArticle(again, openContainer(again), page);
  return isBetter(contained, article) ? contained : article;
}

/** Returns the container of a page once the ways to other pages are gone. */
function openContainer(document: DomDocument): PageContainer {
  dropPageTurns(document.body);
  return findContainer(document);
}

function isBetter(contained: DomElement, article: DomElement | undefined): boolean {
  const found = article && contentsOf(article);
  const own = contentsOf(contained);
  return !found || own.prose > found.prose || own.headings.length > found.headings.length;
}

/** Returns the article by Readability's rules, which are made less strict until `shortest` characters are found. */
function searchedArticle(document: DomDocument, page: ArticlePage, shortest: number): DomElement | undefined {
  preparePage(document.body, [page.title, document.title, page.site]);
  const article = new ArticleFinder(document, shortest).find();
  return article && finished(article, page);
}

/** Returns all of the page's container that is not navigation by its structure. The rest of the page is removed. */
function containedArticle(document: DomDocument, container: PageContainer, page: ArticlePage): DomElement {
  const { body } = document;
  if (container.element !== body) {
    body.textContent = '';
    body.appendChild(container.element);
  }
  preparePage(body, [page.title, document.title, page.site]);
  for (const inner of body.querySelectorAll('*')) if (isNavigation(inner)) inner.remove();
  for (const aside of body.querySelectorAll('aside')) if (!aside.hasAttribute(kept)) aside.remove();
  return finished(body, { ...page, isDocumentation: container.isDocumentation });
}

function finished(article: DomElement, page: ArticlePage): DomElement {
  restoreHeadings(article);
  restoreNames(article);
  pruneArticle(article, page);
  raiseBoldLines(article);
  return article;
}
