import type { Article, Section } from '../article/article-tree.ts';
import { treeWords } from '../article/word-count.ts';

/** What is left out of a section. */
export interface Omissions {
  /** How many levels of subsections are kept; all of them by default. */
  readonly depth?: number;
  /** Sections that are left out wherever they are, with their subsections. */
  readonly except?: ReadonlySet<Section>;
  /** Whether the words of subsections that `depth` leaves out are counted all the same: in a list of sections. */
  readonly countsAll?: boolean;
  /** Whether the headings of the sections themselves are left out. */
  readonly noHeading?: boolean;
}

/** Returns sections without what is to be omitted; those that lose nothing are the same objects. */
export function omit(sections: readonly Section[], omissions: Omissions): readonly Section[] {
  const { depth = Number.POSITIVE_INFINITY, except = new Set(), noHeading = false, countsAll = false } = omissions;
  return sections.flatMap((section) => {
    if (except.has(section)) return [];
    const children = depth <= 0 ? [] : omit(section.sections, { depth: depth - 1, except, countsAll });
    const same =
      children.length === section.sections.length && children.every((child, at) => child === section.sections[at]);
    if (same && !(noHeading && section.heading)) return [section];
    return [derive(section, same ? section.sections : children, { noHeading, countsAll })];
  });
}

/** Returns an article with other sections and the same lead. */
export function withSections(article: Article, sections: readonly Section[]): Article {
  const { title, metadata, lead, footnotes, source } = article;
  return { title, metadata, lead, sections, footnotes, source };
}

function derive(
  section: Section,
  sections: readonly Section[],
  { noHeading, countsAll }: Required<Pick<Omissions, 'noHeading' | 'countsAll'>>,
): Section {
  const { heading, number, id, title, level, counted, line, endLine, source, blocks } = section;
  const keeps = heading && !noHeading;
  return {
    number,
    id,
    title,
    level,
    ...(counted && { counted }),
    ...(keeps && { heading }),
    line,
    endLine,
    source: heading && noHeading ? source.slice(heading.raw.length).replace(/^\n+/, '') : source,
    blocks,
    get words() {
      if (!countsAll) return section.words;
      return treeWords(section) - sections.reduce((sum, child) => sum + treeWords(child), 0);
    },
    sections,
  };
}
