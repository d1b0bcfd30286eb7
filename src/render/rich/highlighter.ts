import type { Segment } from '../segment.ts';
import type { Theme } from '../theme.ts';

/** Paints code of a language; `undefined` where it cannot, or not soon enough. Its text is the code, unchanged. */
export type Highlighter = (code: string, language: string, theme: Theme) => readonly Segment[] | undefined;

/** Runs something and tells whether it came to its end: false if it threw, or took too long and was stopped. */
export type TimeLimit = (run: () => void) => boolean;
