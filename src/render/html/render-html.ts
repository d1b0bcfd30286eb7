import type { Article, Section } from '../../article/article-tree.ts';
import { shownNumber } from '../../article/own-number.ts';
import { fewestMinutes, readingMinutes } from '../../article/reading-time.ts';
import { articleWords, treeWords } from '../../article/word-count.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import { linkTarget } from '../../text/link-target.ts';
import type {
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
import type { Footnote } from '../footnotes.ts';
import type { Page } from '../page.ts';
import { sectionName, sectionSummaryText } from '../summary-text.ts';
import { titleWithoutSite } from '../title-text.ts';
import { writtenDate } from '../written-date.ts';
import { documentEnd, documentStart } from './document-shell.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import { createHtmlContext, type HtmlContext } from './html-context.ts';
import { blocksHtml } from './html-elements.ts';
import { inlineHtml, referenceId } from './phrasing-html.ts';

/**
 * Renders a view as a standalone page: no script, nothing fetched, its style included, for both colour schemes and for
 * print. Each section is a `<section>` with its id. No HTML of the article's own is in it: every element is created
 * here, around escaped text, and links lead to sections, http, https and mailto alone.
 */
export function* renderHtml(view: View, _page: Page): Generator<string> {
  yield* pageOf(view);
  yield documentEnd;
}

/** Writes the page of a view up to its end. */
function pageOf(view: View): Iterable<string> {
  switch (view.kind) {
    case 'article':
      return articlePage(view.article);
    case 'sections':
      return sectionsPage(view);
    case 'outline':
      return outlinePage(view);
    case 'summary':
      return summaryPage(view);
    case 'matches':
      return matchesPage(view);
    case 'counts':
      return countsPage(view);
    case 'links':
      return linksPage(view);
    case 'code':
    case 'tables':
      return blocksPage(view);
    case 'shelf':
      return shelfPage(view);
  }
}

function* articlePage(article: Article): Generator<string> {
  const shown = [article.lead, ...article.sections];
  const context = createHtmlContext(article, shown);
  const header = headerHtml(article, context) + contentsHtml(article.sections, context);
  yield documentStart(article.title, article.metadata, header);
  for (const section of shown) yield* sectionHtml(section, article.title ? 2 : 1, context);
  yield* notesHtml(context);
}

function* sectionsPage({ article, sections }: SectionsView): Generator<string> {
  const context = createHtmlContext(article, sections);
  const titles = sections.map(({ title }) => title).filter(Boolean);
  const title = [...titles.slice(0, 1), article.title].filter(Boolean).join(' – ');
  const running = article.title && `<header class="running">\n<p>${escapeText(article.title)}</p>\n</header>\n`;
  yield documentStart(title, article.metadata, running + contentsHtml(sections, context));
  for (const section of sections) yield* sectionHtml(section, sections.length === 1 ? 1 : 2, context);
  yield* notesHtml(context);
}

/** Writes the title, and a line of facts about the article. */
function headerHtml(article: Article, { labels }: HtmlContext): string {
  const { metadata } = article;
  const { date, author, site, language, address } = metadata;
  const minutes = readingMinutes(articleWords(article), language);
  const target = address === undefined ? undefined : linkTarget(address);
  const facts = [
    date && dateHtml(date, language),
    author && escapeText(author),
    site && site !== author && escapeText(site),
    article.sections.length > 0 && escapeText(labels.sections(article.sections.length)),
    minutes > 0 && escapeText(labels.minutes(minutes)),
    target && `<a href="${escapeAttribute(target)}">${labels.source}</a>`,
  ].filter(Boolean);
  const title = article.title && `<h1>${escapeText(titleWithoutSite(article))}</h1>\n`;
  const line = facts.length > 0 ? `<p class="facts">${facts.join(' · ')}</p>\n` : '';
  return title || line ? `<header>\n${title}${line}</header>\n` : '';
}

function dateHtml(date: string, language: string | undefined): string {
  const written = escapeText(writtenDate(date, language));
  return /^\d{4}-\d\d(-\d\d)?/.test(date) ? `<time datetime="${escapeAttribute(date)}">${written}</time>` : written;
}

/** A longer table of contents is folded: it would be between the reader and the text. */
const longContents = 25;

/** Writes a table of contents, where there is more than one section. */
function contentsHtml(sections: readonly Section[], context: HtmlContext): string {
  const named = sections.filter(({ heading }) => heading);
  const isNeeded = named.length > 1 || named.some((section) => section.sections.length > 1);
  if (!isNeeded) return '';
  const list = sectionList(named, (section) => `<a href="#${escapeAttribute(section.id)}">${titleHtml(section)}</a>`);
  const { contents } = context.labels;
  const open = context.ids.size > longContents ? '' : ' open';
  return `<nav aria-label="${contents}">\n<details${open}>\n<summary class="label">${contents}</summary>\n${list}</details>\n</nav>\n`;
}

/** Writes sections as a nested list, each with its number. */
function sectionList(sections: readonly Section[], entry: (section: Section) => string): string {
  const items = sections.map((section) => {
    const inner = section.sections.length > 0 ? `\n${sectionList(section.sections, entry)}` : '';
    return `<li><span class="number">${shownNumber(section)}</span> ${entry(section)}${inner}</li>\n`;
  });
  return `<ol class="sections">\n${items.join('')}</ol>\n`;
}

function titleHtml({ title, number }: Section): string {
  return escapeText(title || number);
}

function* sectionHtml(section: Section, level: number, context: HtmlContext): Generator<string> {
  const body = blocksHtml(section.blocks, context);
  if (!section.heading && body === '') return;
  yield `<section id="${escapeAttribute(section.id)}">\n`;
  if (section.heading) {
    const name = `h${Math.min(level, 6)}`;
    yield `<${name}>${inlineHtml(inlines(section.heading.tokens), context)}</${name}>\n`;
  }
  if (body) yield body;
  for (const child of section.sections) yield* sectionHtml(child, level + 1, context);
  yield '</section>\n';
}

/** Writes the footnotes, in order of number; unreferenced ones come last. */
function* notesHtml(context: HtmlContext): Generator<string> {
  const { footnotes, labels } = context;
  const items: string[] = [];
  const writeAll = () => {
    for (let note = footnotes.next(); note; note = footnotes.next()) items.push(noteHtml(note, context));
  };
  writeAll();
  footnotes.numberUnreferenced();
  writeAll();
  if (items.length === 0) return;
  yield `<section class="notes" role="doc-endnotes" aria-label="${labels.notes}">\n<ol>\n`;
  yield* items;
  yield '</ol>\n</section>\n';
}

function noteHtml({ number, references, definition }: Footnote, context: HtmlContext): string {
  const back = Array.from({ length: references }, (_, index) => {
    return `<a href="#${referenceId(number, index + 1)}" role="doc-backlink" aria-label="${context.labels.back}">↩\ufe0e</a>`;
  });
  const body = blocksHtml(definition.tokens, context).trimEnd();
  const links = back.length > 0 ? ` ${back.join(' ')}` : '';
  // The back links go at the end of the footnote's last line.
  const whole = body.endsWith('</p>') ? `${body.slice(0, -4)}${links}</p>` : `${body}${links}`;
  return `<li id="note.${number}">${whole}</li>\n`;
}

function* outlinePage({ article }: OutlineView): Generator<string> {
  const context = createHtmlContext(article, []);
  yield documentStart(article.title, article.metadata, headerHtml(article, context));
  const list = sectionList(article.sections, (section) => {
    const minutes = readingMinutes(treeWords(section), article.metadata.language);
    if (minutes < fewestMinutes) return titleHtml(section);
    return `${titleHtml(section)} <span class="minutes">${escapeText(context.labels.minutes(minutes))}</span>`;
  });
  if (article.sections.length > 0) yield list;
}

function* summaryPage({ article, abstract, sentences, each }: SummaryView): Generator<string> {
  const context = createHtmlContext(article, []);
  yield documentStart(article.title, article.metadata, headerHtml(article, context));
  if (abstract) yield `<p class="abstract">${inlineHtml([{ type: 'text', text: abstract }], context)}</p>\n`;
  const items =
    each?.map((one) => {
      const name = `<strong><span class="number">${sectionName(one.section)}</span> ${escapeText(one.section.title)}</strong>`;
      return `<li>${name}<br>${inlineHtml([{ type: 'text', text: sectionSummaryText(one, context.labels) }], context)}</li>\n`;
    }) ??
    sentences.map(({ text, section }) => {
      const where = section.heading
        ? ` <span class="minutes">${section.number} ${escapeText(section.title)}</span>`
        : '';
      return `<li>${inlineHtml([{ type: 'text', text }], context)}${where}</li>\n`;
    });
  if (each || items.length > 0) yield `<ul class="summary">\n${items.join('')}</ul>\n`;
}

function sectionTitle({ number, title }: Section): string {
  return `<h2>${escapeText(`${number} ${title}`)}</h2>\n`;
}

function* matchesPage({ article, patterns, matches }: MatchesView): Generator<string> {
  yield documentStart([...patterns, article.title].filter(Boolean).join(' – '), article.metadata);
  let last: Section | undefined;
  for (const { section, before, text, hits, after } of matches) {
    if (section !== last) yield sectionTitle(section);
    last = section;
    let marked = '';
    let at = 0;
    for (const { start, end } of hits) {
      marked += `${escapeText(text.slice(at, start))}<mark>${escapeText(text.slice(start, end))}</mark>`;
      at = end;
    }
    const around = [...before.map(escapeText), marked + escapeText(text.slice(at)), ...after.map(escapeText)];
    yield `<p>${around.join(' ')}</p>\n`;
  }
}

function* countsPage({ article, patterns, counts }: CountsView): Generator<string> {
  yield documentStart([...patterns, article.title].filter(Boolean).join(' – '), article.metadata);
  yield '<ul>\n';
  for (const { section, hits } of counts) {
    yield `<li>${escapeText(`${section.number} ${section.title}`)}: ${hits}</li>\n`;
  }
  yield '</ul>\n';
}

function* linksPage({ article, links }: LinksView): Generator<string> {
  yield documentStart(article.title, article.metadata);
  yield '<ol>\n';
  for (const { text, address } of links) {
    const target = linkTarget(address);
    const shown = escapeText(address);
    const where = target === undefined ? shown : `<a href="${escapeAttribute(target)}">${shown}</a>`;
    yield `<li>${escapeText(text)}<br>${where}</li>\n`;
  }
  yield '</ol>\n';
}

/** Writes blocks of code or tables under the titles of their sections. */
function* blocksPage(view: CodeView | TablesView): Generator<string> {
  const { article } = view;
  const context = createHtmlContext(article, []);
  yield documentStart(article.title, article.metadata);
  let last: Section | undefined;
  for (const found of view.kind === 'code' ? view.blocks : view.tables) {
    const { section } = found;
    if (section !== last && section.heading) yield sectionTitle(section);
    last = section;
    yield blocksHtml(['code' in found ? found.code : found.table], context);
  }
}

function* shelfPage({ entries }: ShelfView): Generator<string> {
  yield documentStart('Shelf', { language: 'en' });
  yield '<h1>Shelf</h1>\n<div class="table">\n<table>\n';
  yield '<thead>\n<tr><th scope="col">Name</th><th scope="col">Title</th><th scope="col">Date</th><th scope="col">Language</th><th scope="col" class="right">Minutes</th></tr>\n</thead>\n<tbody>\n';
  for (const { name, article } of entries) {
    const { date, language = '' } = article.metadata;
    const lang = language && ` lang="${escapeAttribute(language)}"`;
    const minutes = readingMinutes(articleWords(article), language);
    yield `<tr><td><code>${escapeText(name)}</code></td><td${lang}>${escapeText(article.title)}</td><td>${
      date ? dateHtml(date, 'en') : ''
    }</td><td>${escapeText(language)}</td><td class="right">${minutes}</td></tr>\n`;
  }
  yield '</tbody>\n</table>\n</div>\n';
}
