import type { BreakOptions } from '../line-break.ts';
import { lineText } from '../segment.ts';
import { wrap } from '../wrap.ts';

/** Breaks a paragraph into lines no wider than so many columns. An infinite width breaks only at its own line ends. */
export function wrapPlain(text: string, width: number, breaking: BreakOptions): string[] {
  if (width === Number.POSITIVE_INFINITY) return text.split('\n');
  return wrap([{ text, style: 0 }], width, breaking).map(lineText);
}
