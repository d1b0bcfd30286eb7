import type { DomElement } from './dom.ts';

export function pruneArticle(article: DomElement): void {
  void article;
}
