import type { Metadata } from '../../../article/article-tree.ts';
import type { TextLine } from '../lines/line.ts';

/** What the head of a text says, and the lines without it. */
export interface TextHead {
  readonly title?: string;
  readonly metadata: Metadata;
  readonly lines: readonly TextLine[];
  /** Where its sections' titles are, if their columns show them: `subsections` are those of manual pages. */
  readonly titles?: 'margin' | 'margin and subsections';
}
