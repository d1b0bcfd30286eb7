import type { TokenizerThis } from 'marked';

/**
 * Where the paragraph that `source` begins with is interrupted by a line that begins with `line`, if it is. marked asks
 * this of the whole rest of the text for each paragraph, and each line in a list; but a paragraph ends with the first
 * blank line, and within lists the answer is not used.
 */
export function startInParagraph(this: TokenizerThis, source: string, line: RegExp): number | undefined {
  if (!this.lexer.state.top) return undefined;
  const end = source.indexOf('\n\n');
  const index = (end < 0 ? source : source.slice(0, end)).search(line);
  return index < 0 ? undefined : index + 1;
}
