import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import type { Block } from '../../markdown/syntax-tree.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { ArticleView, CodeView, SectionsView, TablesView } from '../../view/view.ts';
import { emptyLine, type Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import { block } from './block-lines.ts';
import type { Context } from './context.ts';
import { endNotes, linkNotes } from './end-notes.ts';
import { sectionHeading } from './heading-lines.ts';
import { contentsChunks } from './outline.ts';
import { prepareCode } from './prepare-code.ts';
import { type Spacer, spaced } from './spacing.ts';
import { titleBlock } from './title.ts';

/** Lays out the whole article: title, lead, sections, each with its footnotes at its end. */
export function* articleChunks(
  { article, contents, name }: ArticleView,
  width: number,
  context: Context,
): Generator<Line[]> {
  const title = titleBlock(article, width, context, { name });
  if (title.length > 0) yield title;
  const body = spaced(title.length > 0 || contents);
  if (contents && article.sections.length > 0) {
    if (title.length > 0) yield [emptyLine];
    yield* contentsChunks(article, width, context);
  }
  yield* bodyChunks(sectionEvents([article.lead, ...article.sections]), article, width, context, body);
  yield body(endNotes('whole', width, context), 1);
}

/** Lays out some sections, each with its subsections. */
export function* sectionChunks(
  { article, sections, title }: SectionsView,
  width: number,
  context: Context,
): Generator<Line[]> {
  const body = spaced();
  if (title) yield body(wrap([{ text: cleanLine(title), style: context.theme.title }], width, context.breaking), 1);
  yield* bodyChunks(sectionEvents(sections), article, width, context, body);
  yield body(linkNotes(width, context), 1);
}

/** Lays out blocks of code or tables, under the headings of their sections. */
export function* blockChunks(view: CodeView | TablesView, width: number, context: Context): Generator<Line[]> {
  const inOrder = function* (): Generator<SectionEvent> {
    let last: Section | undefined;
    for (const found of view.kind === 'code' ? view.blocks : view.tables) {
      const { section } = found;
      if (section !== last) yield { kind: 'start', section, depth: 2 };
      last = section;
      yield { kind: 'block', block: 'code' in found ? found.code : found.table };
    }
  };
  const body = spaced();
  yield* bodyChunks(inOrder(), view.article, width, context, body);
  yield body(linkNotes(width, context), 1);
}

/** A step in the walk over an article: a section begins, a block of it follows, its own blocks end. */
export type SectionEvent =
  | { readonly kind: 'start'; readonly section: Section; readonly depth: number }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'end' };

function* sectionEvents(sections: Iterable<Section>): Generator<SectionEvent> {
  for (const section of eachSection(sections)) {
    yield { kind: 'start', section, depth: section.number.split('.').length };
    for (const block of section.blocks) yield { kind: 'block', block };
    yield { kind: 'end' };
  }
}

function* bodyChunks(
  events: Iterable<SectionEvent>,
  article: Article,
  width: number,
  context: Context,
  body: Spacer,
): Generator<Line[]> {
  const isReferredTo = createReferenceTest(article);
  let hasText = false;
  for (const event of prepareCode(events, context.highlighter)) {
    switch (event.kind) {
      case 'start':
        hasText = false;
        yield body(sectionHeading(event.section, event.depth, width, context), event.depth <= 1 ? 2 : 1);
        break;
      case 'block': {
        const lines = block(event.block, width, context);
        hasText ||= lines.length > 0;
        yield body(lines, 1);
        break;
      }
      case 'end':
        // Footnotes of a heading without text of its own wait for those of the next section.
        if (hasText) yield body(endNotes('section', width, context, isReferredTo), 1);
        break;
    }
  }
}

/** Creates a test of whether the article's text may refer to a footnote; the text is searched at the first call. */
export function createReferenceTest(article: Article): (label: string) => boolean {
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
