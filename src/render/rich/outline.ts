import type { Article, Section } from '../../article/article-tree.ts';
import { shownNumber } from '../../article/own-number.ts';
import { fewestMinutes, readingMinutes } from '../../article/reading-time.ts';
import { treeWords } from '../../article/word-count.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { OutlineView } from '../../view/view.ts';
import { emptyLine, type Line, lineColumns, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { titleBlock } from './title.ts';

/** The most columns of indentation of the first level of the list, and of each below. */
const firstStep = 4;
const step = 3;

/** Lays out the list of sections: number, title indented by depth, and at the right the minutes of the longer ones. */
export function* outlineChunks(
  { article, name, lines }: OutlineView,
  width: number,
  context: Context,
): Generator<Line[]> {
  const title = titleBlock(article, width, context, { name });
  if (title.length > 0) yield title;
  if (title.length > 0 && article.sections.length > 0) yield [emptyLine];
  yield* contentsChunks(article, width, context, lines);
}

/** Lays out the entries of {@link outlineChunks} alone. */
export function* contentsChunks(
  article: Article,
  width: number,
  context: Context,
  withLines = false,
): Generator<Line[]> {
  const { language } = article.metadata;
  const widest = article.sections.reduce((most, { number }) => Math.max(most, number.length), 0);
  const { labels, page } = context;
  const factOf = (section: Section) => {
    const minutes = readingMinutes(treeWords(section), language);
    const time = minutes >= fewestMinutes ? labels.minutes(minutes) : '';
    if (!withLines) return time;
    const { line, endLine } = section;
    return page.accessible
      ? [time, labels.lines(line, endLine)].filter(Boolean).join(', ')
      : `${time}  ${line}-${endLine}`.trimStart();
  };
  for (const section of article.sections) yield* outlineOf(section, 0, widest, width, factOf, context);
}

function* outlineOf(
  section: Section,
  indent: number,
  numbers: number,
  width: number,
  factOf: (section: Section) => string,
  context: Context,
): Generator<Line[]> {
  const { theme } = context;
  const number = section.number.padStart(indent === 0 ? numbers : 0);
  // A title with a number of its own starts where others have theirs.
  const shown = shownNumber(section) ? `${number}  ` : number.slice(0, number.length - section.number.length);
  yield entry(
    { text: `${' '.repeat(indent)}${shown}`, style: theme.number },
    [{ text: cleanLine(section.title), style: indent === 0 ? theme.strong : theme.text }],
    factOf(section),
    width,
    context,
  );
  const inner = indent + Math.min(number.length + 2, indent === 0 ? firstStep : step);
  const below = hasRoom(width, inner + 16) ? inner : indent;
  for (const child of section.sections) yield* outlineOf(child, below, 0, width, factOf, context);
}

/**
 * Lays out an entry of a list: a marker, a text that wraps beside it, and a fact at the right of its last line. On a page
 * too narrow for both the fact is left out.
 */
function entry(marker: Segment, text: readonly Segment[], fact: string, width: number, context: Context): Line[] {
  const { page, breaking } = context;
  const style = context.theme.meta;
  if (page.accessible) {
    const facts = fact === '' ? [] : [{ text: `, ${fact}`, style }];
    return wrap([{ ...marker, text: marker.text.trimStart() }, ...text, ...facts], width, breaking);
  }
  const taken = columns(marker.text);
  const hangs = hasRoom(width, taken);
  const aside = fact === '' ? 0 : columns(fact) + factGap;
  const shown = aside > 0 && hasRoom(width, (hangs ? taken : 0) + aside);
  const room = width - (hangs ? taken : 0) - (shown ? aside : 0);
  const lines = wrap(hangs ? text : [marker, ...text], room, breaking);
  if (lines.length === 0) lines.push(emptyLine);
  const set = hangs ? prefix(lines, marker, taken) : lines;
  if (!shown) return set;
  const last = set.pop() ?? emptyLine;
  const gap = width - lineColumns(last) - columns(fact);
  return [...set, [...last, { text: ' '.repeat(Math.max(1, gap)), style: 0 }, { text: fact, style }]];
}

/** The least columns between a text and the fact at its right. */
const factGap = 2;
