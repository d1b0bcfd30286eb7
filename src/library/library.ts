import type { Article as ParsedArticle, Section } from '../article/article-tree.ts';
import { parseArticle as parse } from '../article/parse-article.ts';
import { inlines as parseInlines } from '../markdown/lazy-inlines.ts';
import type { Inline, InlineContent } from '../markdown/syntax-tree.ts';
import { type Format, formatNames } from '../render/formats.ts';
import type { JsonDocument } from '../render/json/json-document.ts';
import { jsonView } from '../render/json/render-json.ts';
import { linkStyles, plainPage } from '../render/page.ts';
import { type RenderOptions, render as renderView } from '../render/render-to-string.ts';
import { themeNames } from '../render/theme.ts';
import { type CodeOptions, findCode as findCodeIn } from '../view/parts/find-code.ts';
import { findLinks as findLinksIn } from '../view/parts/find-links.ts';
import { findTables as findTablesIn, type TableOptions } from '../view/parts/find-tables.ts';
import { type SearchOptions, search as searchIn } from '../view/search/find-matches.ts';
import { selectSections as select } from '../view/select.ts';
import { languageOf as findLanguage } from '../view/summary/language.ts';
import { type SummarizeOptions, summarize as sumUp } from '../view/summary/summarize.ts';
import type { CodeView, LinksView, MatchesView, SummaryView, TablesView, View } from '../view/view.ts';
import { checkArticle, checkChoice, checkCounts, checkOptions, checkSections, checkText, checkTexts } from './check.ts';
import { type Article, withFacts } from './with-facts.ts';

/** Parses Markdown, front matter included. */
export function parseArticle(text: string): Article {
  checkText(text, 'text');
  return withFacts(parse(text));
}

/**
 * Selects the sections that selectors name: numbers (`2.1`), ranges (`2-4`), `lead`, `last`, ids (`#intro`), words of a
 * title, as the command line takes them.
 *
 * @throws UserError when a selector matches nothing, or several sections by their titles.
 */
export function selectSections(article: ParsedArticle, selectors: readonly string[]): readonly Section[] {
  checkArticle(article);
  checkTexts(selectors, 'selectors');
  return select(article, selectors);
}

/** Sums up an article, or some of its sections, in its own sentences. */
export async function summarize(article: ParsedArticle, options?: SummarizeOptions): Promise<SummaryView> {
  checkArticle(article);
  checkOptions(options);
  checkSections(options?.sections);
  checkCounts(options, ['sentences', 'words', 'percent'], 1);
  return sumUp(article, options);
}

/**
 * Finds every occurrence of one of the patterns in an article, or in some of its sections.
 *
 * @throws UserError when a pattern is empty, too long, or no regular expression.
 */
export async function search(
  article: ParsedArticle,
  patterns: string | readonly string[],
  options?: SearchOptions,
): Promise<MatchesView> {
  checkArticle(article);
  const list = typeof patterns === 'string' ? [patterns] : patterns;
  checkTexts(list, 'patterns');
  checkOptions(options);
  checkSections(options?.sections);
  checkCounts(options, ['context'], 0);
  return searchIn(article, list, options);
}

/** Lists the links, images and references to footnotes of an article, or of some of its sections. */
export function findLinks(article: ParsedArticle, sections?: readonly Section[]): LinksView {
  checkArticle(article);
  checkSections(sections);
  return findLinksIn(article, sections);
}

/** Lists the blocks of code of an article, or of some of its sections. */
export function findCode(article: ParsedArticle, options?: CodeOptions): CodeView {
  checkArticle(article);
  checkOptions(options);
  checkSections(options?.sections);
  checkCounts(options, ['number'], 1);
  return findCodeIn(article, options);
}

/** Lists the tables of an article, or of some of its sections. */
export function findTables(article: ParsedArticle, options?: TableOptions): TablesView {
  checkArticle(article);
  checkOptions(options);
  checkSections(options?.sections);
  checkCounts(options, ['number'], 1);
  return findTablesIn(article, options);
}

/**
 * Returns the language of an article, BCP 47: as it declares it, else as detected from its first paragraphs; undefined
 * where neither is known.
 */
export async function languageOf(article: ParsedArticle): Promise<string | undefined> {
  checkArticle(article);
  return findLanguage(article);
}

/**
 * Renders a view as one text, each line ended by `\n`. Options left out are as for a pipe: no colour, no wrapping (80
 * columns for `rich`).
 */
export function render(view: View, options: RenderOptions = {}): string {
  checkView(view);
  checkOptions(options);
  checkChoice(options.format ?? ('plain' satisfies Format), 'format', formatNames);
  checkChoice(options.theme ?? plainPage.theme, 'theme', themeNames);
  checkChoice(options.links ?? plainPage.links, 'links', linkStyles);
  checkCounts(options, ['width', 'maxTokens'], 1);
  return renderView(view, options);
}

/** Parses the inlines of a block, of a heading or of a cell, from its `tokens`: links, emphasis, code and so on. */
export function inlines(tokens: InlineContent): readonly Inline[] {
  checkOptions(tokens ?? null, 'tokens');
  return parseInlines(tokens);
}

/** Converts a view to the document that `--format json` prints. */
export function toJson(view: View): JsonDocument {
  checkView(view);
  return jsonView(view);
}

const kinds: readonly View['kind'][] = [
  'article',
  'sections',
  'outline',
  'summary',
  'matches',
  'counts',
  'links',
  'code',
  'tables',
  'shelf',
];

function checkView(view: View): void {
  checkOptions(view ?? null, 'view');
  checkChoice(view.kind, 'view.kind', kinds);
  if ('article' in view || view.kind !== 'shelf') checkArticle(view.article, 'view.article');
  if (view.kind === 'sections') checkSections(view.sections ?? null, 'view.sections');
}
