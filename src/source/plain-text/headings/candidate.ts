import type { TextBlock } from '../text-block.ts';
import type { HeadingShape } from './heading-shape.ts';

/** A block, or a candidate for a heading, which its neighbours decide. */
export type Draft = TextBlock | HeadingCandidate;

export interface HeadingCandidate {
  readonly kind: 'candidate';
  readonly text: string;
  readonly lines: readonly string[];
  readonly shape: HeadingShape;
  /** The character that underlines it. */
  readonly underline?: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** Whether its shape alone makes it a heading. */
  readonly sure: boolean;
  /** The block that it is where it is no heading; else a paragraph. */
  readonly fallback?: TextBlock;
}

export type Drafts = readonly Draft[];
