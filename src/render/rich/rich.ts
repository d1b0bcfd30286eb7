import { cleanLine } from '../../article/clean.ts';
import { linkTarget } from '../../article/link.ts';
import type { Article, Section } from '../../article/types.ts';
import { articleWords, readingMinutes, treeWords } from '../../article/words.ts';
import type { ArticleView, OutlineView, SectionsView, ShelfView, SummaryView, View } from '../../view/types.ts';
import type { Page } from '../page.ts';
import { painter } from '../paint.ts';
import { EMPTY_LINE, type Line, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import { writtenDate } from '../written-date.ts';
import { append, block } from './blocks.ts';
import { type Context, createContext, type Tools } from './context.ts';
import { sectionHeading } from './heading.ts';
import { hasRoom, prefix } from './indent.ts';

import { endNotes } from './notes.ts';

const NO_TOOLS: Tools = {};

/** From this width on the page has a margin at either side. */
const ROOMY = 50;
const MARGIN = 2;
/** The width of a page that is said to have none. */
const USUAL = 80;

/**
 * A view as a page to read: laid out in columns, in the theme's colours, block by block. Pure; `tools` are what
 * `loadTools` has loaded for this view, and may be left out.
 */
export function* renderRich(view: View, page: Page, tools: Tools = NO_TOOLS): Generator<string> {
  const context = createContext(page, 'article' in view ? view.article : undefined, tools);
  const full = Number.isFinite(page.width) ? page.width : USUAL;
  const margin = full >= ROOMY ? MARGIN : 0;
  const width = Math.max(1, full - 2 * margin);
  const indent = ' '.repeat(margin);
  const paint = painter(context.page);
  for (const lines of pieces(view, width, context)) {
    let out = '';
    for (const line of lines) out += line.length > 0 ? `${indent}${paint(line)}\n` : '\n';
    if (out !== '') yield out;
  }
}

/** The view's pieces, each with the empty lines before it. */
function pieces(view: View, width: number, context: Context): Iterable<Line[]> {
  switch (view.kind) {
    case 'article':
      return articlePieces(view, width, context);
    case 'sections':
      return sectionPieces(view, width, context);
    case 'outline':
      return outlinePieces(view, width, context);
    case 'summary':
      return summaryPieces(view, width, context);
    case 'shelf':
      return shelfPieces(view, width, context);
  }
}

function* articlePieces({ article }: ArticleView, width: number, context: Context): Generator<Line[]> {
  const title = titleBlock(article, width, context);
  if (title.length > 0) yield title;
  const body = spaced(title.length > 0);
  const inside = referredIn(article);
  yield* sectionBody(article.lead, 0, width, context, body, inside);
  for (const section of article.sections) yield* sectionBody(section, 1, width, context, body, inside);
  yield* body(
    endNotes(width, context, () => false),
    1,
  );
}

function* sectionPieces({ article, sections }: SectionsView, width: number, context: Context): Generator<Line[]> {
  const body = spaced(false);
  const inside = referredIn(article);
  for (const section of sections) {
    const depth = section.heading ? section.number.split('.').length : 0;
    yield* sectionBody(section, depth, width, context, body, inside);
  }
}

/** Puts empty lines between pieces: so many before each but the first. */
type Spacer = (lines: Line[], gap: number) => Generator<Line[]>;

function spaced(started: boolean): Spacer {
  let first = !started;
  return function* (lines, gap) {
    if (lines.length === 0) return;
    if (!first) yield Array.from({ length: gap }, () => EMPTY_LINE);
    first = false;
    yield lines;
  };
}

function* sectionBody(
  section: Section,
  depth: number,
  width: number,
  context: Context,
  body: Spacer,
  inside: (label: string) => boolean,
): Generator<Line[]> {
  yield* body(sectionHeading(section, depth, width, context), depth <= 1 ? 2 : 1);
  for (const token of section.blocks) yield* body(block(token, width, context), 1);
  yield* body(endNotes(width, context, inside), 1);
  for (const child of section.sections) yield* sectionBody(child, depth + 1, width, context, body, inside);
}

/** Tells whether some text of the article may refer to a footnote: found once, when first asked. */
function referredIn(article: Article): (label: string) => boolean {
  let labels: Set<string> | undefined;
  return (label) => {
    if (!labels) {
      labels = new Set();
      for (const match of article.source.matchAll(/\[\^([^\]\s[]{1,999})\](?!:)/g))
        labels.add((match[1] ?? '').toLowerCase());
    }
    return labels.has(label);
  };
}

/** Title, then one dim line of what there is to say about the article. */
function titleBlock(article: Article, width: number, context: Context): Line[] {
  const { theme, symbols, labels, breaking } = context;
  const { metadata } = article;
  const lines: Line[] = [];
  if (article.title) append(lines, wrap([{ text: cleanLine(article.title), style: theme.title }], width, breaking));
  const count = article.sections.length;
  const minutes = readingMinutes(articleWords(article), metadata.language);
  const facts = [
    metadata.date && writtenDate(metadata.date, metadata.language),
    metadata.author,
    metadata.site,
    count > 0 && labels.sections(count),
    minutes > 0 && labels.minutes(minutes),
  ].filter((fact) => typeof fact === 'string');
  append(lines, factLines(facts, width, context));
  const address = metadata.address && linkTarget(metadata.address);
  if (address) {
    const link = context.page.hyperlinks ? { link: context.links.target(address) } : {};
    append(lines, wrap([{ text: address, style: theme.meta, ...link }], width, breaking));
  }
  if (lines.length > 0 && !context.page.accessible)
    lines.push([{ text: symbols.line.repeat(width), style: theme.rule }]);
  return lines;
}

/** Facts in one dim line, broken between facts rather than within. */
function factLines(facts: readonly string[], width: number, context: Context): Line[] {
  const { theme, symbols, breaking, page } = context;
  const separator = page.accessible ? ', ' : ` ${symbols.dot} `;
  const lines: Line[] = [];
  let line = '';
  for (const fact of facts) {
    const longer = line === '' ? fact : line + separator + fact;
    if (line !== '' && columns(longer) > width) {
      append(lines, wrap([{ text: line, style: theme.meta }], width, breaking));
      line = fact;
    } else line = longer;
  }
  if (line !== '') append(lines, wrap([{ text: line, style: theme.meta }], width, breaking));
  return lines;
}

function* outlinePieces({ article }: OutlineView, width: number, context: Context): Generator<Line[]> {
  const title = titleBlock(article, width, context);
  if (title.length > 0) yield title;
  if (title.length > 0 && article.sections.length > 0) yield [EMPTY_LINE];
  let widest = 0;
  for (const section of article.sections) widest = Math.max(widest, section.number.length);
  for (const section of article.sections) yield* outlineOf(section, 0, widest, width, article, context);
}

function* outlineOf(
  section: Section,
  indent: number,
  numbers: number,
  width: number,
  article: Article,
  context: Context,
): Generator<Line[]> {
  const { theme, labels } = context;
  const minutes = labels.minutes(readingMinutes(treeWords(section), article.metadata.language));
  const number = section.number.padStart(indent === 0 ? numbers : 0);
  yield entry(
    { text: `${' '.repeat(indent)}${number}  `, style: theme.number },
    [{ text: cleanLine(section.title), style: indent === 0 ? theme.strong : theme.text }],
    minutes,
    width,
    context,
  );
  const inner = indent + number.length + 2;
  let widest = 0;
  for (const child of section.sections) widest = Math.max(widest, child.number.length);
  for (const child of section.sections) {
    yield* outlineOf(child, hasRoom(width, inner + 12) ? inner : indent, widest, width, article, context);
  }
}

/** One entry of a list: a mark, a text that wraps beside it, and a fact at the right, on its last line if it has room. */
function entry(mark: Segment, text: readonly Segment[], fact: string, width: number, context: Context): Line[] {
  if (context.page.accessible) {
    const facts = { text: `, ${fact}`, style: context.theme.meta };
    return wrap([{ ...mark, text: mark.text.trimStart() }, ...text, facts], width, context.breaking);
  }
  const taken = columns(mark.text);
  const fits = hasRoom(width, taken);
  const aside = columns(fact) + 2;
  const roomy = fits && hasRoom(width, taken + aside);
  const lines = wrap(
    fits ? text : [mark, ...text],
    (fits ? width - taken : width) - (roomy ? aside : 0),
    context.breaking,
  );
  const set = fits
    ? prefix(lines.length > 0 ? lines : [EMPTY_LINE], mark, { text: ' '.repeat(taken), style: 0 })
    : lines;
  const style = context.theme.meta;
  const last = set.pop() ?? EMPTY_LINE;
  const room = width - lineColumns(last) - columns(fact);
  if (room < 1)
    return [
      ...set,
      last,
      [
        { text: ' '.repeat(fits ? taken : 0), style: 0 },
        { text: fact, style },
      ],
    ];
  return [...set, [...last, { text: ' '.repeat(room), style: 0 }, { text: fact, style }]];
}

function lineColumns(line: Line): number {
  return line.reduce((sum, { text }) => sum + columns(text), 0);
}

function* summaryPieces(view: SummaryView, width: number, context: Context): Generator<Line[]> {
  const { theme, breaking } = context;
  const body = spaced(false);
  if (view.article.title) {
    yield* body(wrap([{ text: cleanLine(view.article.title), style: theme.title }], width, breaking), 1);
  }
  if (view.abstract) {
    yield* body(wrap([{ text: cleanLine(view.abstract), style: theme.em }], width, breaking), 1);
  }
  let widest = 0;
  for (const { section } of view.sentences) widest = Math.max(widest, section.number.length);
  for (const { text, section } of view.sentences) {
    const mark = { text: `${section.number.padStart(widest)}  `, style: theme.number };
    const taken = widest + 2;
    const segments = [{ text: cleanLine(text), style: theme.text }];
    const lines = hasRoom(width, taken)
      ? prefix(wrap(segments, width - taken, breaking), mark, { text: ' '.repeat(taken), style: 0 })
      : wrap([mark, ...segments], width, breaking);
    yield* body(lines, 1);
  }
}

function* shelfPieces({ entries }: ShelfView, width: number, context: Context): Generator<Line[]> {
  const { theme, symbols, page, breaking } = context;
  const body = spaced(false);
  for (const { name, article } of entries) {
    const { date, language } = article.metadata;
    const facts = [
      date && writtenDate(date, language),
      language,
      context.labels.minutes(readingMinutes(articleWords(article), language)),
    ].filter((fact) => typeof fact === 'string');
    const lines = wrap([{ text: cleanLine(name), style: theme.heading1 }], width, breaking);
    append(lines, wrap([{ text: cleanLine(article.title), style: theme.text }], width, breaking));
    append(
      lines,
      wrap([{ text: facts.join(page.accessible ? ', ' : ` ${symbols.dot} `), style: theme.meta }], width, breaking),
    );
    yield* body(lines, 1);
  }
}
