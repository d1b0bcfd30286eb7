import type { Article, Section } from '../../article/article-tree.ts';

/** What is left out of a section. */
export interface Omissions {
  /** How many levels of subsections are kept; all of them by default. */
  readonly depth?: number;
  /** Sections that are left out wherever they are, with their subsections. */
  readonly except?: ReadonlySet<Section>;
  /** Whether the headings of the sections themselves are left out. */
  readonly noHeading?: boolean;
}

/** Returns sections without what is to be omitted; those that lose nothing are the same objects. */
export function omit(sections: readonly Section[], omissions: Omissions): readonly Section[] {
  const { depth = Number.POSITIVE_INFINITY, except = new Set(), noHeading = false } = omissions;
  return sections.flatMap((section) => {
    if (except.has(section)) return [];
    const children = depth <= 0 ? [] : omit(section.sections, { depth: depth - 1, except });
    const same =
      children.length === section.sections.length && children.every((child, at) => child === section.sections[at]);
    if (same && !(noHeading && section.heading)) return [section];
    return [derive(section, same ? section.sections : children, noHeading)];
  });
}

/** Returns an article with other sections and the same lead. */
export function withSections(article: Article, sections: readonly Section[]): Article {
  const { title, metadata, lead, footnotes, source } = article;
  return { title, metadata, lead, sections, footnotes, source };
}

function derive(section: Section, sections: readonly Section[], noHeading: boolean): Section {
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
      return section.words;
    },
    sections,
  };
}
