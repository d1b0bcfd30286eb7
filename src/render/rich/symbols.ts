import type { Page } from '../page.ts';

/** What is drawn on the page. Every symbol has an ASCII twin, and none is drawn on an accessible page. */
export interface Symbols {
  readonly bullets: readonly [string, ...string[]];
  readonly open: string;
  readonly done: string;
  readonly bar: string;
  readonly alertBar: string;
  readonly codeBar: string;
  /** Ends a truncated line of code. */
  readonly cut: string;
  /** Ends a truncated title, and lines of which there are more. */
  readonly ellipsis: string;
  /** Begins a line of code that continues the one above. */
  readonly continued: string;
  readonly line: string;
  readonly cross: string;
  readonly column: string;
  readonly image: string;
  readonly dot: string;
  readonly arrow: string;
}

const unicode: Symbols = {
  bullets: ['•', '◦', '·'],
  open: '☐',
  done: '✓',
  bar: '│',
  alertBar: '┃',
  codeBar: '▏',
  cut: '…',
  ellipsis: '…',
  continued: '↪ ',
  line: '─',
  cross: '┼',
  column: '│',
  image: '▨',
  dot: '·',
  arrow: '→',
};

const ascii: Symbols = {
  bullets: ['*', '-', '+'],
  open: '[ ]',
  done: '[x]',
  bar: '|',
  alertBar: '|',
  codeBar: ':',
  cut: '>',
  ellipsis: '...',
  continued: '> ',
  line: '-',
  cross: '+',
  column: '|',
  image: '[img]',
  dot: '-',
  arrow: '->',
};

/** Returns the symbols for a page. */
export function symbolsFor(page: Page): Symbols {
  return page.unicode ? unicode : ascii;
}
