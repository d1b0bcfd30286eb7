import type { Code } from '../markdown/syntax-tree.ts';
import type { View } from '../view/view.ts';
import type { EmojiFinder } from './emoji.ts';
import type { LineBreaker } from './line-break.ts';
import type { Page } from './page.ts';
import type { Segment } from './segment.ts';
import type { Theme } from './theme.ts';

/** A function that renders a view on a page, chunk by chunk: each chunk is whole lines, each line ended by `\n`. */
export type Renderer = (view: View, page: Page, tools?: Tools) => Iterable<string>;

/** What is loaded only where a view needs it; without any of it the page is complete, only plainer. */
export interface Tools {
  readonly breaker?: LineBreaker;
  readonly highlighter?: Highlighter;
  readonly emoji?: EmojiFinder;
  readonly hyphenator?: Hyphenator;
  readonly typesetMath?: MathTypesetter;
  readonly images?: Images;
}

/** A highlighter of code in the languages that it was loaded for. */
export interface Highlighter {
  /** Highlights several blocks within one time limit and keeps the results until they are taken. */
  prepare(blocks: readonly Code[]): void;
  /** Returns the segments of a block, whose text is the code unchanged; `undefined` where it stays without colours. */
  take(block: Code, theme: Theme): readonly Segment[] | undefined;
}

/** The protocols by which terminals take images: kitty's graphics, iTerm2's inline images. */
export type ImageProtocol = 'kitty' | 'iterm2';

/** The images that have been loaded for a view. */
export interface Images {
  readonly count: number;
  /** Draws the image of an address, as written, in at most `columns` columns; `undefined` where there is none. */
  draw(address: string, columns: number): Drawing | undefined;
}

/** An image over `rows` empty rows above the cursor, and the escape sequences that draw it from below them. */
interface Drawing {
  readonly rows: number;
  readonly sequence: string;
}

/** A function that inserts soft hyphens where the words of a text may be broken. */
export type Hyphenator = (text: string) => string;

/** A function that typesets a formula, as written in TeX; `undefined` where it is not understood. */
export type MathTypesetter = (source: string) => Formula | undefined;

/** A typeset formula. */
export interface Formula {
  /** Lays it out as one line, as one would type it: `D = 2.08(√h + √e)`. */
  line(): string;
  /** Lays it out on lines of its own: fractions stacked, limits above and below, matrices in their brackets. */
  lines(): readonly string[];
}

/** A function that runs a job; false if it threw, or was stopped because it took too long. */
export type TimeLimit = (job: () => void) => boolean;
