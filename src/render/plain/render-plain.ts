import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { shownNumber } from '../../article/own-number.ts';
import { readingMinutes } from '../../article/reading-time.ts';
import { articleWords, treeWords } from '../../article/word-count.ts';
import { cleanText } from '../../text/sanitize.ts';
import type {
  ArticleView,
  CodeView,
  CountsView,
  LinksView,
  MatchesView,
  OutlineView,
  SectionsView,
  ShelfView,
  SummaryView,
  TablesView,
  View,
} from '../../view/view.ts';
import { createFootnotes } from '../footnotes.ts';
import { isFrench, labelsFor } from '../labels.ts';
import type { BreakOptions } from '../line-break.ts';
import type { Page } from '../page.ts';
import { sectionSummaryText, summaryLines } from '../summary-text.ts';
import type { Tools } from '../tools.ts';
import { blockLines, joinBlocks, type PlainContext } from './plain-blocks.ts';
import { wrapPlain } from './wrap-plain.ts';

/**
 * Renders a view as plain text for other tools and for screen readers: no escape sequence, no drawing. A paragraph is
 * one line unless the page has a width; the outline and the shelf are tab-separated rows.
 */
export function renderPlain(view: View, page: Page, tools: Tools = {}): Iterable<string> {
  switch (view.kind) {
    case 'article':
    case 'sections':
      return sectionsText(view, page, tools);
    case 'outline':
      return outlineRows(view);
    case 'summary':
      return summaryText(view, page, tools);
    case 'matches':
      return matchRows(view);
    case 'counts':
      return countRows(view);
    case 'links':
      return linkRows(view);
    case 'code':
      return codeTexts(view);
    case 'tables':
      return tableRows(view);
    case 'shelf':
      return shelfRows(view);
  }
}

function* sectionsText(view: ArticleView | SectionsView, page: Page, tools: Tools): Generator<string> {
  const { article } = view;
  const context: PlainContext = {
    width: page.width,
    breaking: breakingIn(article, tools),
    labels: labelsFor(article.metadata.language),
    footnotes: createFootnotes(article.footnotes),
  };
  let separator = '';
  for (const text of paragraphs(view, context)) {
    if (text === rule) {
      if (separator) separator = '\n\n';
      continue;
    }
    yield `${separator}${text}\n`;
    separator = '\n';
  }
}

function breakingIn({ metadata }: Article, { breaker }: Tools): BreakOptions {
  return { french: isFrench(metadata.language), breaker };
}

const rule = Symbol('rule');

/** Yields the paragraphs between blank lines. */
function* paragraphs(view: ArticleView | SectionsView, context: PlainContext): Generator<string | typeof rule> {
  const { article } = view;
  if (view.kind === 'sections') {
    if (view.title) yield wrapPlain(field(view.title), context.width, context.breaking).join('\n');
    for (const section of eachSection(view.sections)) yield* ownParagraphs(section, context);
    return;
  }
  if (article.title) yield wrapPlain(field(article.title), context.width, context.breaking).join('\n');
  if (view.contents && article.sections.length > 0) {
    yield [...eachSection(article.sections)]
      .map((section) => field(`${shownNumber(section)} ${section.title}`))
      .join('\n');
  }
  for (const section of eachSection([article.lead, ...article.sections])) yield* ownParagraphs(section, context);
  context.footnotes.numberUnreferenced();
  yield* noteParagraphs(context);
}

function* ownParagraphs(section: Section, context: PlainContext): Generator<string | typeof rule> {
  if (section.heading) {
    const heading = blockLines(section.heading, context);
    if (heading) yield heading;
  }
  for (const block of section.blocks) {
    if (block.type === 'hr') yield rule;
    const lines = blockLines(block, context);
    if (lines) yield lines;
  }
  yield* noteParagraphs(context);
}

function* noteParagraphs(context: PlainContext): Generator<string> {
  for (let note = context.footnotes.next(); note; note = context.footnotes.next()) {
    const marker = `[${note.number}] `;
    yield marker + joinBlocks(note.definition.tokens, context, ' '.repeat(marker.length));
  }
}

function* outlineRows({ article, lines }: OutlineView): Generator<string> {
  for (const section of eachSection(article.sections)) {
    const { number, id, level, title, line, endLine } = section;
    const last = lines ? [`${line}`, `${endLine}`] : [];
    yield row(number, id, `${level}`, `${treeWords(section)}`, title, ...last);
  }
}

function* summaryText(view: SummaryView, page: Page, tools: Tools): Generator<string> {
  if (view.each) {
    const labels = labelsFor(view.article.metadata.language);
    for (const one of view.each) {
      const { number, id, title } = one.section;
      yield row(number, id, title, sectionSummaryText(one, labels));
    }
    return;
  }
  for (const line of summaryLines(view, field)) {
    yield `${wrapPlain(line, page.width, breakingIn(view.article, tools)).join('\n')}\n`;
  }
}

/**
 * Writes a match a line: section number, id, and the sentence with its context; before them the source and the line
 * where they were requested.
 */
function* matchRows({ matches, source }: MatchesView): Generator<string> {
  for (const { section, line, before, text, after } of matches) {
    yield row(...optional(source, line), section.number, section.id, [...before, text, ...after].join(' '));
  }
}

function* countRows({ counts, source }: CountsView): Generator<string> {
  for (const { section, hits } of counts) {
    yield row(...optional(source), section.number, section.id, `${hits}`, section.title);
  }
}

function optional(...fields: readonly (string | number | undefined)[]): string[] {
  return fields.filter((field) => field !== undefined).map(String);
}

function* linkRows({ links }: LinksView): Generator<string> {
  for (const { number, text, address, section, type } of links) {
    yield row(`${number}`, text, address, section.number, type);
  }
}

function* codeTexts({ blocks }: CodeView): Generator<string> {
  for (const [index, { code }] of blocks.entries()) {
    if (index > 0) yield '\n';
    yield `${cleanText(code.text).replace(/\n$/, '')}\n`;
  }
}

function* tableRows({ tables, csv }: TablesView): Generator<string> {
  const write = csv ? csvRow : row;
  for (const [index, { header, rows }] of tables.entries()) {
    if (index > 0) yield csv ? '\r\n' : '\n';
    for (const cells of [header, ...rows]) yield write(...cells);
  }
}

/** Returns a record of RFC 4180. */
function csvRow(...fields: readonly string[]): string {
  // An empty line would be no record.
  if (fields.length === 1 && fields[0] === '') return '""\r\n';
  return `${fields.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

function* shelfRows({ entries }: ShelfView): Generator<string> {
  for (const { name, article, read } of entries) {
    const { date = '', language = '' } = article.metadata;
    // One form of dates, which sorts.
    const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0] ?? date;
    const minutes = readingMinutes(articleWords(article), language);
    const share = read === undefined ? [] : [`${Math.round(read * 100)}`];
    yield row(name, article.title, day, language, `${minutes}`, ...share);
  }
}

function row(...fields: readonly string[]): string {
  return `${fields.map(field).join('\t')}\n`;
}

/** Prepares text for a row: on one line and without a tab. */
function field(text: string): string {
  return cleanText(text)
    .replace(/[\t\n]+/g, ' ')
    .trim();
}
