import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { shownNumber } from '../../article/own-number.ts';
import { readingMinutes } from '../../article/reading-time.ts';
import { treeWords } from '../../article/word-count.ts';
import { labelsFor } from '../../render/labels.ts';
import { lineText } from '../../render/segment.ts';
import { columns } from '../../render/width.ts';
import { wrap } from '../../render/wrap.ts';
import { foldedWords } from '../../text/fold.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { Layout } from '../layout/layout.ts';
import { sectionRead } from '../layout/position.ts';
import type { Entry, ListMode, Pane, Size, State } from './model.ts';

/** From this many columns on, the contents are beside the text, unless they are hidden. */
const roomy = 100;
/** The fewest columns of the text beside the contents, and of the contents. */
const least = { text: 30, pane: 12 };

/** Returns the columns of the contents beside the text, their border included; 0 where there are none. */
export function paneColumns(pane: Pane, size: Size, article: Article): number {
  if (article.sections.length === 0 || !(pane.shown ?? size.columns >= roomy)) return 0;
  const most = Math.floor(size.columns / 3);
  const wanted = pane.width ?? Math.min(widestEntry(article) + 2, most);
  const width = Math.min(Math.max(wanted, least.pane), size.columns - least.text);
  return width >= least.pane ? width : 0;
}

/** From this many rows on, an empty one is between the text and the last row. */
const tall = 20;

/** Returns the rows of the text: all but the last one, and an empty one above it where there is room. */
export function textRows({ rows }: Size): number {
  return Math.max(1, rows - (rows >= tall ? 2 : 1));
}

const widest = new WeakMap<Article, number>();

/** Measures the columns of the widest entry of the contents. */
function widestEntry(article: Article): number {
  let known = widest.get(article);
  if (known === undefined) {
    known = 0;
    for (const section of eachSection(article.sections)) {
      const indent = entryIndent(section.number.split('.').length);
      known = Math.max(known, indent + columns(entryLabel(section)) + 2);
    }
    widest.set(article, known);
  }
  return known;
}

/** Returns the indentation of an entry of a depth, from 1 on, in columns. */
export function entryIndent(depth: number): number {
  return 2 * Math.min(6, Math.max(0, depth - 1));
}

/** Returns an entry of the contents: number and title. */
export function entryLabel(section: Section): string {
  return `${shownNumber(section)} ${cleanLine(section.title)}`.trim();
}

/** Lists the sections that the contents show: all but the lead and what is folded. */
export function shownSections(layout: Layout, folded: ReadonlySet<number>): readonly number[] {
  const shown: number[] = [];
  let hidden = Number.POSITIVE_INFINITY;
  for (let index = 1; index < layout.sections.length; index++) {
    const depth = layout.depthOf(index);
    if (depth > hidden) continue;
    hidden = folded.has(index) ? depth : Number.POSITIVE_INFINITY;
    shown.push(index);
  }
  return shown;
}

/** Returns the section itself where the contents show it, else its nearest ancestor that they show. */
export function shownAncestor(layout: Layout, folded: ReadonlySet<number>, section: number): number {
  let best = section;
  for (let above = parentOf(layout, section); above > 0; above = parentOf(layout, above)) {
    if (folded.has(above)) best = above;
  }
  return best;
}

/** Returns the parent of a section; 0 where it has none. */
export function parentOf(layout: Layout, section: number): number {
  const depth = layout.depthOf(section);
  for (let above = section - 1; above > 0; above--) if (layout.depthOf(above) < depth) return above;
  return 0;
}

export function hasChildren(layout: Layout, section: number): boolean {
  return (layout.sections[section]?.sections.length ?? 0) > 0;
}

/** Returns the contents as a list to choose from, the cursor on the current section. */
export function contentsList(state: State, section: number): ListMode {
  const { article, sections } = state.layout;
  const entries = sections.slice(1).map((each, index): Entry => {
    const label = entryLabel(each);
    const minutes = readingMinutes(treeWords(each), article.metadata.language);
    return {
      target: index + 1,
      label,
      detail: minutes > 0 ? labelsFor(undefined).minutes(minutes) : '',
      indent: entryIndent(state.layout.depthOf(index + 1)),
      folded: foldedWords(label).join(' '),
    };
  });
  return { kind: 'list', title: 'Contents', entries, filter: '', cursor: Math.max(0, section - 1) };
}

/** Returns the entries of a list that contain all words of its filter, ignoring accents and case. */
export function filtered({ entries, filter }: ListMode): readonly Entry[] {
  const words = foldedWords(filter);
  if (words.length === 0) return entries;
  return entries.filter(({ folded }) => words.every((word) => folded.includes(word)));
}

/** A row of the contents beside the text: a section, or a line of its best sentence. */
export interface PaneRow {
  readonly section: number;
  /** A line of the sentence; undefined for the section's own row. */
  readonly sentence?: string;
}

/** Returns the rows of the contents beside the text: all of them, or those around the current one. */
export function paneRows(state: State): readonly PaneRow[] {
  const { layout, pane, mode, size } = state;
  const rows = textRows(size);
  const at = mode.kind === 'pane' ? pane.cursor : sectionRead(layout, state.top);
  const current = shownAncestor(layout, pane.folded, at);
  const width = paneColumns(pane, size, layout.article) - 2;
  const all: PaneRow[] = [];
  let place = 0;
  for (const section of shownSections(layout, pane.folded)) {
    if (section === current) place = all.length;
    all.push({ section });
    const sentence = pane.sentences?.get(section);
    if (sentence === undefined) continue;
    const inner = Math.max(8, width - entryIndent(layout.depthOf(section)) - 2);
    for (const line of wrap([{ text: cleanLine(sentence), style: 0 }], inner)) {
      all.push({ section, sentence: lineText(line) });
    }
  }
  const first = Math.max(0, Math.min(place - Math.floor(rows / 2), all.length - rows));
  return all.slice(first, first + rows);
}

/** Returns which entries of a list are visible: the first one, the row of it, and how many. */
export function listWindow({ size }: State, mode: ListMode) {
  const width = Math.min(size.columns, 84);
  const rows = Math.max(1, textRows(size) - 4);
  const { length } = filtered(mode);
  const first = Math.max(0, Math.min(mode.cursor - Math.floor(rows / 2), length - rows));
  return { first, top: 2, rows: Math.min(rows, length - first), left: Math.floor((size.columns - width) / 2), width };
}
