import { cleanText } from '../text/sanitize.ts';
import { splitLazyContinuations } from './marked/guards/lazy-continuations.ts';
import { clampNesting } from './nesting.ts';

/** Normalizes Markdown for the parsers: line ends are `\n`, control characters are removed, nesting is bounded. */
export function normalizeMarkdown(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return splitLazyContinuations(clampNesting(cleanText(lines)));
}
