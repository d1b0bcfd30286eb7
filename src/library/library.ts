import type { Article as ParsedArticle, Section } from '../article/article-tree.ts';
import { parseArticle as parse } from '../article/parse-article.ts';
import { UserError } from '../errors.ts';
import { blockText as textOfBlock } from '../markdown/block-text.ts';
import { htmlBlocks as blocksOf } from '../markdown/html/html-blocks.ts';
import { plainText as textOfInlines } from '../markdown/inline-text.ts';
import { inlines as parseInlines } from '../markdown/lazy-inlines.ts';
import type { Block, HtmlBlock, Inline, InlineContent } from '../markdown/syntax-tree.ts';
import { type Format, formatNames } from '../render/formats.ts';
import type { JsonDocument } from '../render/json/json-document.ts';
import { jsonView } from '../render/json/render-json.ts';
import { type BadgeStyle, badgeStyles, linkStyles, plainPage, themeNames } from '../render/page.ts';
import { type RenderOptions, render as renderView } from '../render/render-to-string.ts';
import { isExpression } from '../source/arguments.ts';
import { linkTarget as targetOf } from '../text/link-target.ts';
import { resolveExpressions as resolve } from '../view/expressions.ts';
import { omit } from '../view/omit-sections.ts';
import { type CodeOptions, findCode as findCodeIn } from '../view/parts/find-code.ts';
import { findLinks as findLinksIn } from '../view/parts/find-links.ts';
import { findTables as findTablesIn, type TableOptions } from '../view/parts/find-tables.ts';
import { countMatches as count, type SearchOptions, search as searchIn } from '../view/search/find-matches.ts';
import { selectSections as select } from '../view/select.ts';
import { languageOf as findLanguage } from '../view/summary/language.ts';
import { type SummarizeOptions, summarize as sumUp } from '../view/summary/summarize.ts';
import type { CodeView, CountsView, LinksView, MatchesView, SummaryView, TablesView, View } from '../view/view.ts';
import {
  checkArticle,
  checkChoice,
  checkCounts,
  checkFlags,
  checkObjects,
  checkOptions,
  checkSections,
  checkText,
  checkTexts,
  checkToken,
} from './check.ts';
import { type Article, withFacts } from './with-facts.ts';

/** The extent to which sections are selected. */
export interface SelectOptions {
  /** How many levels of subsections; all of them by default, 0 for none. */
  readonly depth?: number;
  /** False for the text of sections alone, without their headings. */
  readonly heading?: boolean;
}

/** Parses Markdown, front matter included. */
export function parseArticle(text: string): Article {
  checkText(text, 'text');
  return withFacts(parse(text));
}

/**
 * Selects the sections that selectors name: numbers (`2.1`), ranges (`2-4`), `lead`, `last`, ids (`#intro`), words of a
 * title and so on, as the command line takes them; a regular expression needs `resolveExpressions` before.
 *
 * @throws UserError when a selector matches nothing, or several sections by their titles.
 */
export function selectSections(
  article: ParsedArticle,
  selectors: readonly string[],
  options?: SelectOptions,
): readonly Section[] {
  checkArticle(article);
  checkTexts(selectors, 'selectors');
  checkOptions(options);
  checkCounts(options, ['depth'], 0);
  checkFlags(options, ['heading']);
  const expression = selectors.find(isExpression);
  if (expression !== undefined) {
    throw new UserError(`“${expression}” is a regular expression.`, {
      hint: 'See what it selects first: await resolveExpressions(article, selectors)',
    });
  }
  const { depth, heading = true } = options ?? {};
  return omit(select(article, selectors), { ...(depth !== undefined && { depth }), noHeading: !heading });
}

/**
 * Replaces each selector that is a regular expression, `/^chapter/`, by the numbers of the sections whose titles it matches.
 *
 * @throws UserError when one is no regular expression of RE2's, or matches no title.
 */
export async function resolveExpressions(
  article: ParsedArticle,
  selectors: readonly string[],
): Promise<readonly string[]> {
  checkArticle(article);
  checkTexts(selectors, 'selectors');
  return resolve(article, selectors);
}

/** Sums up an article, or some of its sections, in its own sentences. */
export async function summarize(article: ParsedArticle, options?: SummarizeOptions): Promise<SummaryView> {
  checkArticle(article);
  checkOptions(options);
  checkSections(options?.sections);
  checkCounts(options, ['sentences', 'words', 'percent'], 1);
  checkFlags(options, ['each']);
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
  checkFlags(options, ['case', 'ignoreCase', 'exact', 'regexp', 'words', 'lines']);
  return searchIn(article, list, options);
}

/** Counts what was found by section. */
export function countMatches(view: MatchesView): CountsView {
  checkView(view);
  checkChoice(view.kind, 'view.kind', ['matches']);
  return count(view);
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
  if (options?.language !== undefined) checkText(options.language, 'language');
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
  checkChoice(options.badges ?? ('line' satisfies BadgeStyle), 'badges', badgeStyles);
  checkCounts(options, ['width', 'maxTokens'], 1);
  checkCounts(options, ['colorLevel', 'margin'], 0);
  checkFlags(options, ['hyperlinks', 'unicode', 'wrapCode', 'cutCode', 'hyphenate', 'justify', 'accessible']);
  return renderView(view, options);
}

/** Parses the inlines of a block, of a heading or of a cell, from its `tokens`: links, emphasis, code and so on. */
export function inlines(tokens: InlineContent): readonly Inline[] {
  checkOptions(tokens ?? null, 'tokens');
  return parseInlines(tokens);
}

/** Returns the text of inlines, without markup. */
export function plainText(inlines: readonly Inline[]): string {
  checkObjects(inlines, 'inlines');
  return textOfInlines(inlines);
}

/**
 * Returns the text of a block, without markup; the lines of lists, tables, quotes and code each on a line. A footnote
 * definition has none: it is read where it is referred to.
 */
export function blockText(block: Block): string {
  checkToken(block, 'block');
  return textOfBlock(block);
}

/** Converts a block of HTML into the blocks that it contains, without comments, scripts and styles. */
export function htmlBlocks(block: HtmlBlock): readonly Block[] {
  checkToken(block, 'block', ['html']);
  return blocksOf(block);
}

/**
 * Returns the address that a link may lead to: `http`, `https` and `mailto` alone, in ASCII; undefined for all others.
 * User information is left out.
 */
export function linkTarget(href: string): string | undefined {
  checkText(href, 'href');
  return targetOf(href);
}

/** Converts a view to the document that `--format json` prints. */
export function toJson(view: View): JsonDocument {
  checkView(view);
  return jsonView(view);
}

/** The kinds of views, and the list that each holds. */
const lists: Readonly<Record<View['kind'], string | undefined>> = {
  article: undefined,
  sections: 'sections',
  outline: undefined,
  summary: 'sentences',
  matches: 'matches',
  counts: 'counts',
  links: 'links',
  code: 'blocks',
  tables: 'tables',
  shelf: 'entries',
};

function checkView(view: View): void {
  checkOptions(view ?? null, 'view');
  checkChoice(view.kind, 'view.kind', Object.keys(lists));
  if ('article' in view || view.kind !== 'shelf') checkArticle(view.article, 'view.article');
  if (view.kind === 'sections') checkSections(view.sections ?? null, 'view.sections');
  const list = lists[view.kind];
  if (list !== undefined) checkObjects(Object.entries(view).find(([key]) => key === list)?.[1], `view.${list}`);
}
