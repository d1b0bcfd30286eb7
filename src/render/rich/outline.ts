import type { Article, Section } from '../../article/types.ts';
import { readingMinutes, treeWords } from '../../article/word-count.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { OutlineView } from '../../view/types.ts';
import { EMPTY_LINE, type Line, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { titleBlock } from './title.ts';

/** The list of sections: number, title set in by depth, and at the right the minutes that reading it takes. */
export function* outlinePieces({ article }: OutlineView, width: number, context: Context): Generator<Line[]> {
  const title = titleBlock(article, width, context);
  if (title.length > 0) yield title;
  if (title.length > 0 && article.sections.length > 0) yield [EMPTY_LINE];
  yield* contentsPieces(article, width, context);
}

/** The entries of {@link outlinePieces} alone. */
export function* contentsPieces(article: Article, width: number, context: Context): Generator<Line[]> {
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
