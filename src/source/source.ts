import type { Metadata } from '../article/article-tree.ts';

/** The formats that a text can be declared to have. */
export const sourceKinds = ['markdown', 'html', 'text', 'rst', 'org', 'asciidoc', 'csv', 'code'] as const;

/** The format of a text before it is parsed. */
export type SourceKind = (typeof sourceKinds)[number];

/** A text converted to Markdown, and what else its format says. */
export interface Source {
  readonly markdown: string;
  readonly title?: string;
  readonly metadata: Metadata;
}
