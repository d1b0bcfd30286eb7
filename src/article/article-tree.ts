/** What an article is: views, renderers and importers use these types and those of its blocks and inlines. */
import type { Block, FootnoteDefinition, Heading } from '../markdown/syntax-tree.ts';

/** An article's metadata, from its front matter or page. Every value is sanitized. */
export interface Metadata {
  /** ISO 8601, `2026-01-30` or with a time. */
  readonly date?: string;
  readonly author?: string;
  /** BCP 47, `fr` or `pt-BR`. */
  readonly language?: string;
  /** The address of the article, http or https. */
  readonly address?: string;
  /** The publication that it appeared in. */
  readonly site?: string;
  /** The article's own summary. */
  readonly abstract?: string;
  readonly tags?: readonly string[];
}

/** One section of the tree: its heading, its own blocks, and its subsections. */
export interface Section {
  /** Position in the tree, `2` or `2.1`; `0` is the lead. */
  readonly number: string;
  /** GitHub-style anchor, unique in the article: `quen-penser`, a twin `quen-penser-1`; `lead` for the lead. */
  readonly id: string;
  /** The heading's words, without markup; empty for the lead. */
  readonly title: string;
  /** The heading's level, 1 to 6; 0 for the lead. */
  readonly level: number;
  /** True where titles count without punctuation, as `2 Methods` after `1 Introduction`; else left out. */
  readonly counted?: boolean;
  /** The heading; none for the lead. */
  readonly heading?: Heading;
  /** The 1-based line of the source, front matter included, on which it starts. */
  readonly line: number;
  /** The line on which its last subsection ends. */
  readonly endLine: number;
  /** The section's own Markdown, its heading's line included, its subsections left out. */
  readonly source: string;
  /** The section's own blocks, without its heading and its subsections: parsed at each walk. */
  readonly blocks: Iterable<Block>;
  /** Words of the section's own heading and blocks, without its subsections; counted on first access. */
  readonly words: number;
  readonly sections: readonly Section[];
}

/** A text parsed into a lead and a tree of sections. */
export interface Article {
  /** The front matter's title, else that of a sole h1 at the top, else empty. */
  readonly title: string;
  readonly metadata: Metadata;
  /** The blocks before the first heading, as section `0`; may be empty. */
  readonly lead: Section;
  readonly sections: readonly Section[];
  /** Footnotes by label, wherever they are defined. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** The Markdown body, without front matter; line ends are `\n`. */
  readonly source: string;
}
