import type { Metadata } from '../article/types.ts';

/** What a text is before it is read. */
export type SourceKind = 'markdown' | 'html' | 'text';

/** A text that has become Markdown, and what else its kind tells. */
export interface Source {
  readonly markdown: string;
  readonly title?: string;
  readonly metadata: Metadata;
}
