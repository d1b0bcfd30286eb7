import type { TokenizerThis } from 'marked';

/**
 * Returns the offset where a line that matches `line` interrupts the paragraph at the start of `source`, if one does.
 * Guards against marked's asking an extension about the whole rest of a text for each paragraph, and each line in a
 * list: the paragraph's own end comes first, and within lists the answer is not used.
 */
export function startInParagraph(this: TokenizerThis, source: string, line: RegExp): number | undefined {
  if (!this.lexer.state.top) return undefined;
  const end = source.search(paragraphEnd);
  const index = (end < 0 ? source : source.slice(0, end)).search(line);
  return index < 0 ? undefined : index + 1;
}

/** What ends a paragraph for certain: a blank line, or the start of another block, the head of a table included. */
export const paragraphEnd = new RegExp(
  String.raw`\n(?:\n| {0,3}(?:#{1,6}(?:\s|$)|>|(?:[*+-]|1[.)])[ \t]|~{3}|\`{3,}[^\`\n]*(?:\n|$)|<!--)` +
    String.raw`| *[^\n ][^\n]*\n {0,3}(?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?(?:\n|$))`,
);
