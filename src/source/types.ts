import type { Metadata } from '../article/types.ts';

/** Text on its way to be parsed: Markdown by now, whatever it was when it came. */
export interface Source {
  /** What to call it in messages: a file's path, a page's address, `standard input`. */
  readonly name: string;
  readonly markdown: string;
  /** What its kind tells beside the text: a page's `<title>`, author, date. Front matter wins over it. */
  readonly title?: string;
  readonly metadata?: Metadata;
}

export type SourceKind = 'markdown' | 'html' | 'text';
