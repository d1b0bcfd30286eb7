import type { BreakOptions } from './line-break.ts';
import type { Segment } from './segment.ts';
import { flatten, measureFlow } from './text-flow.ts';

/** Measures the widest line, when only hard breaks end one, and the widest word. */
export function extent(segments: readonly Segment[], options: BreakOptions = {}): { widest: number; word: number } {
  const flow = flatten(segments);
  const { text } = flow;
  if (/^[A-Za-z0-9 ]*$/.test(text)) return extentOfWords(text);
  const { allowed, measure } = measureFlow(flow, options);
  let widest = 0;
  let word = 0;
  let column = 0;
  let inWord = 0;
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (allowed[at] === 1 || code === 10) inWord = 0;
    if (code === 10) {
      column = 0;
      spaces = 0;
      continue;
    }
    const unit = measure.columns[at] as number;
    column += unit;
    inWord += unit;
    spaces = code === 32 ? spaces + 1 : 0;
    if (column - spaces > widest) widest = column - spaces;
    if (inWord - spaces > word) word = inWord - spaces;
  }
  return { widest, word };
}

/** Measures letters, digits and spaces, which need no tables: most cells of most tables have no more. */
function extentOfWords(text: string): { widest: number; word: number } {
  let word = 0;
  for (const one of text.split(' ')) word = Math.max(word, one.length);
  return { widest: text.trimEnd().length, word };
}
