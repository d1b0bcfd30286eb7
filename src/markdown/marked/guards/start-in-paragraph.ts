import type { TokenizerThis } from 'marked';

/**
 * The offset where a line that matches `line` interrupts the paragraph at the start of `source`, if one does. Guards
 * against marked's asking an extension about the whole rest of a text for each paragraph, and each line in a list: a
 * paragraph ends with the first blank line, and within lists the answer is not used.
 */
export function startInParagraph(this: TokenizerThis, source: string, line: RegExp): number | undefined {
  if (!this.lexer.state.top) return undefined;
  const end = source.indexOf('\n\n');
  const index = (end < 0 ? source : source.slice(0, end)).search(line);
  return index < 0 ? undefined : index + 1;
}
