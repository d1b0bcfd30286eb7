import type { Article, Section } from '../article/article-tree.ts';
import type { Code, Table } from '../markdown/syntax-tree.ts';

/** What is to be shown, before how it is rendered. */
export type View =
  | ArticleView
  | SectionsView
  | OutlineView
  | SummaryView
  | MatchesView
  | CountsView
  | LinksView
  | CodeView
  | TablesView
  | ShelfView;

/** The whole article, title block first. */
export interface ArticleView {
  readonly kind: 'article';
  readonly article: Article;
  /** Put the list of sections in front. */
  readonly contents?: boolean;
  /** What the source is called, a file's name: shown where the article has no title. */
  readonly name?: string;
  /** The source as it was named, by which its images are found. */
  readonly source?: string;
}
/** Some sections in the requested order, each once, each with its subsections. */
export interface SectionsView {
  readonly kind: 'sections';
  readonly article: Article;
  readonly sections: readonly Section[];
  /** The title to show above them, where they are those of one of several articles. */
  readonly title?: string;
  /** As {@link ArticleView.source}. */
  readonly source?: string;
}
/** The list of sections. */
export interface OutlineView {
  readonly kind: 'outline';
  readonly article: Article;
  /** Show the lines of the source on which each begins and ends. */
  readonly lines?: boolean;
  /** As {@link ArticleView.name}. */
  readonly name?: string;
}
/** A summary of the article, or of some of its sections. */
export interface SummaryView {
  readonly kind: 'summary';
  readonly article: Article;
  /** The article's own abstract, when it has one and the whole is summarized. */
  readonly abstract?: string;
  /** In the article's order. */
  readonly sentences: readonly SummarySentence[];
  /** All sections summarized one by one, where that was requested. */
  readonly each?: readonly SectionSummary[];
}
export interface SummarySentence {
  readonly text: string;
  readonly section: Section;
  /** Its score; larger is more telling, within one summary. */
  readonly score: number;
  readonly reasons?: Reasons;
  /** Its place in the article's source, in UTF-16 units, markup included; left out where it cannot be found. */
  readonly start?: number;
  readonly end?: number;
}
/** The reasons for a sentence's score. */
export interface Reasons {
  /** The factor for its place in the text, 0 to 1. */
  readonly position: number;
  /** How much other sentences take up its words, 0 to 1. */
  readonly centrality: number;
  /** Whether it states the subject, and so comes first. */
  readonly states: boolean;
  /** What lowers its score: `question`, `list item`, `aside` and so on; left out where nothing does. */
  readonly heldBack?: readonly string[];
}
/** A section and its best sentence, or, where it has none, the words that it begins with. */
export interface SectionSummary {
  readonly section: Section;
  readonly sentence?: SummarySentence;
  readonly beginning?: string;
}
/** The matches of a search. */
export interface MatchesView {
  readonly kind: 'matches';
  readonly article: Article;
  /** What was searched for, as typed. */
  readonly patterns: readonly string[];
  /** The source as it was named, where one of several was searched. */
  readonly source?: string;
  /** In the article's order; none when nothing was found. */
  readonly matches: readonly Match[];
}
/** A sentence in which something was found; or a heading, a line of code, a row of a table, cells between ` | `. */
export interface Match {
  readonly section: Section;
  readonly text: string;
  /** The line of the source on which the block of the text begins, closer where its words are found; if requested. */
  readonly line?: number;
  /** Places in `text`, in UTF-16 units, in order; at least one. */
  readonly hits: readonly { readonly start: number; readonly end: number }[];
  /** Sentences of the section around it, as requested; one that is near two matches is given once. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}
/** The number of matches, by section; sections without one are left out. */
export interface CountsView {
  readonly kind: 'counts';
  readonly article: Article;
  readonly patterns: readonly string[];
  /** As {@link MatchesView.source}. */
  readonly source?: string;
  readonly counts: readonly { readonly section: Section; readonly hits: number }[];
}
/** The links, images and references to footnotes. */
export interface LinksView {
  readonly kind: 'links';
  readonly article: Article;
  readonly links: readonly FoundLink[];
}
export interface FoundLink {
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly type: 'link' | 'image' | 'footnote';
  /** Its words; those of an image's alternative, of a footnote itself. */
  readonly text: string;
  /** As written; absolute where the article came from a page; `[^label]` of a footnote. */
  readonly address: string;
  readonly section: Section;
  /** The line of the source on which its block begins. */
  readonly line: number;
}
/** Blocks of code. */
export interface CodeView {
  readonly kind: 'code';
  readonly article: Article;
  readonly blocks: readonly FoundCode[];
}
export interface FoundCode {
  readonly number: number;
  /** As its fence names it; empty where it does not. */
  readonly language: string;
  readonly code: Code;
  readonly section: Section;
  readonly line: number;
}
/** Tables. */
export interface TablesView {
  readonly kind: 'tables';
  readonly article: Article;
  readonly tables: readonly FoundTable[];
  /** Rows as RFC 4180 has them. */
  readonly csv?: boolean;
}
export interface FoundTable {
  readonly number: number;
  readonly table: Table;
  /** The text of its cells. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly section: Section;
  readonly line: number;
}
/** The articles on the shelf, by name. */
export interface ShelfView {
  readonly kind: 'shelf';
  readonly entries: readonly ShelfEntry[];
}
export interface ShelfEntry {
  readonly name: string;
  readonly article: Article;
  /** How much of it has been read in the full screen, from 0 to 1; left out where that is not known. */
  readonly read?: number;
}
