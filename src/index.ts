/**
 * The library: from a text to an article, its sections, a summary, what is found in it, and rendered text.
 *
 * @packageDocumentation
 */
export type * from './article/article-tree.ts';
export { UserError } from './errors.ts';
export {
  blockText,
  countMatches,
  findCode,
  findLinks,
  findTables,
  htmlBlocks,
  inlines,
  languageOf,
  linkTarget,
  parseArticle,
  plainText,
  render,
  resolveExpressions,
  type SelectOptions,
  search,
  selectSections,
  summarize,
  toJson,
} from './library/library.ts';
export { type ReadOptions, readArticle } from './library/read-article.ts';
export type { Article } from './library/with-facts.ts';
export type * from './markdown/syntax-tree.ts';
export type { Format } from './render/formats.ts';
export type * from './render/json/json-document.ts';
export type { LinkStyle, Page, ThemeName } from './render/page.ts';
export type { RenderOptions } from './render/render-to-string.ts';
export type { SourceKind } from './source/source.ts';
export type { CodeOptions } from './view/parts/find-code.ts';
export type { TableOptions } from './view/parts/find-tables.ts';
export type { SearchOptions } from './view/search/find-matches.ts';
export type { SummarizeOptions } from './view/summary/summarize.ts';
export type * from './view/view.ts';
