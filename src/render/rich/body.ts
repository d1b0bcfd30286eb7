import type { Article, Section } from '../../article/types.ts';
import type { ArticleView, SectionsView } from '../../view/types.ts';
import { EMPTY_LINE, type Line } from '../segment.ts';
import { block } from './blocks.ts';
import type { Context } from './context.ts';
import { sectionHeading } from './heading.ts';
import { endNotes } from './notes.ts';
import { contentsPieces } from './outline.ts';
import { type Spacer, spaced } from './spacing.ts';
import { titleBlock } from './title.ts';

/** The whole article: title, lead, sections, each with its notes at its end. */
export function* articlePieces({ article, contents }: ArticleView, width: number, context: Context): Generator<Line[]> {
  const title = titleBlock(article, width, context);
  if (title.length > 0) yield title;
  const body = spaced(title.length > 0 || contents);
  if (contents && article.sections.length > 0) {
    if (title.length > 0) yield [EMPTY_LINE];
    yield* contentsPieces(article, width, context);
  }
  const inside = referredIn(article);
  yield* sectionBody(article.lead, 0, width, context, body, inside);
  for (const section of article.sections) yield* sectionBody(section, 1, width, context, body, inside);
  yield* body(
    endNotes(width, context, () => false),
    1,
  );
}

/** Some sections, each with its subsections. */
export function* sectionPieces(
  { article, sections }: SectionsView,
  width: number,
  context: Context,
): Generator<Line[]> {
  const body = spaced();
  const inside = referredIn(article);
  for (const section of sections) {
    const depth = section.heading ? section.number.split('.').length : 0;
    yield* sectionBody(section, depth, width, context, body, inside);
  }
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
export function referredIn(article: Article): (label: string) => boolean {
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
