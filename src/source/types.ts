import type { Metadata } from '../article/types.ts';

/** The format of a text before it is parsed. */
export type SourceKind = 'markdown' | 'html' | 'text';

/** A text converted to Markdown, and what else is known from its format. */
export interface Source {
  readonly markdown: string;
  readonly title?: string;
  readonly metadata: Metadata;
}
