import { cleanText } from '../../article/clean.ts';
import type { Article, Section } from '../../article/types.ts';
import { articleWords, readingMinutes, sectionWords } from '../../article/words.ts';
import type { OutlineView, ShelfView, SummaryView, View } from '../../view/types.ts';
import type { Page, Renderer } from '../page.ts';
import { blockLines, joinBlocks, type Sheet } from './blocks.ts';
import { createNotes } from './notes.ts';
import { wrapPlain } from './wrap.ts';

/**
 * A view as plain text for other tools and for ears: no escape sequence, no drawing. A paragraph is one line unless the
 * page has a width; the outline and the shelf are tab-separated rows.
 */
export const renderPlain: Renderer<View> = (view, page) => {
  switch (view.kind) {
    case 'article':
      return sectionsText(view.article, [view.article.lead, ...view.article.sections], page, view.article.title);
    case 'sections':
      return sectionsText(view.article, view.sections, page);
    case 'outline':
      return outlineRows(view);
    case 'summary':
      return summaryText(view, page);
    case 'shelf':
      return shelfRows(view);
  }
};

function* sectionsText(article: Article, sections: readonly Section[], page: Page, title = ''): Generator<string> {
  const sheet: Sheet = {
    width: page.width,
    language: article.metadata.language,
    notes: createNotes(article.footnotes),
  };
  let separator = '';
  for (const text of paragraphs(sections, sheet, title)) {
    if (text === rule) {
      if (separator) separator = '\n\n';
      continue;
    }
    yield `${separator}${text}\n`;
    separator = '\n';
  }
}

const rule = Symbol('rule');

/** What stands between blank lines, one after the other. */
function* paragraphs(sections: readonly Section[], sheet: Sheet, title: string): Generator<string | typeof rule> {
  if (title) yield wrapPlain(field(title), sheet.width, sheet.language).join('\n');
  for (const section of sections) yield* sectionParagraphs(section, sheet);
}

function* sectionParagraphs(section: Section, sheet: Sheet): Generator<string | typeof rule> {
  if (section.heading) {
    const heading = blockLines(section.heading, sheet);
    if (heading) yield heading;
  }
  for (const block of section.blocks) {
    if (block.type === 'hr') yield rule;
    const lines = blockLines(block, sheet);
    if (lines) yield lines;
  }
  for (let next = sheet.notes.next(); next; next = sheet.notes.next()) {
    const marker = `[${next.number}] `;
    yield marker + joinBlocks(next.note.tokens, sheet, ' '.repeat(marker.length));
  }
  for (const child of section.sections) yield* sectionParagraphs(child, sheet);
}

function* outlineRows({ article }: OutlineView): Generator<string> {
  for (const section of allSections(article.sections)) {
    const { number, id, level, title } = section;
    yield row(number, id, `${level}`, `${sectionWords(section)}`, title);
  }
}

function* allSections(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* allSections(section.sections);
  }
}

function* summaryText(view: SummaryView, page: Page): Generator<string> {
  const sentences = view.sentences.map(({ text }) => text);
  const text = (view.abstract ? [view.abstract, ...sentences] : sentences).map(field).reduce(joinSentences, '');
  if (text) yield `${wrapPlain(text, page.width, view.article.metadata.language).join('\n')}\n`;
}

// Chinese and Japanese put no space behind a full stop.
function joinSentences(before: string, sentence: string): string {
  return before && sentence ? before + (/[。！？」』]$/.test(before) ? '' : ' ') + sentence : before + sentence;
}

function* shelfRows({ entries }: ShelfView): Generator<string> {
  for (const { name, article } of entries) {
    const { date = '', language = '' } = article.metadata;
    yield row(name, article.title, date, language, `${readingMinutes(articleWords(article), language)}`);
  }
}

function row(...fields: readonly string[]): string {
  return `${fields.map(field).join('\t')}\n`;
}

/** Text that may stand in a row: on one line and without a tab. */
function field(text: string): string {
  return cleanText(text)
    .replace(/[\t\n]+/g, ' ')
    .trim();
}
