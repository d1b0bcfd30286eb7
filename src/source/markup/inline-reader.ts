import { escapeInline } from '../../markdown/escape.ts';

/** An inline construct: its pattern, and its Markdown. */
export interface InlineRule {
  /** Without flags; it has its own captures. */
  readonly pattern: RegExp;
  /** Returns undefined where it is not the construct after all: then its first character is text. */
  readonly write: (match: RegExpExecArray, read: (text: string) => string) => string | undefined;
}

/** A bare address: no other markup, whatever characters are in it. */
export const bareAddress: InlineRule = {
  pattern: /(?:https?|ftp):\/\/[^\s<>[\]"]{1,2000}/,
  write: ([address]) => escapeInline(address),
};

/**
 * Creates a reader of inline markup: the leftmost construct that matches is written as Markdown, at one offset the
 * first rule's; all between is escaped. `undoEscapes` undoes the markup's own escapes in such text.
 */
export function inlineReader(
  rules: readonly InlineRule[],
  undoEscapes: (text: string) => string = (text) => text,
): (text: string) => string {
  const sticky = rules.map(({ pattern, write }) => ({ pattern: new RegExp(pattern.source, 'suy'), write }));
  const starts = /[^\p{L}\p{N}\s]|(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
  const read = (text: string, depth: number): string => {
    if (depth > 8) return escapeInline(undoEscapes(text));
    let result = '';
    let from = 0;
    starts.lastIndex = 0;
    for (let at = nextStart(text, 0); at >= 0; at = nextStart(text, at)) {
      const found = matchAt(text, at, depth);
      if (found) {
        if (at > from) result += escapeInline(undoEscapes(text.slice(from, at)));
        result += found.markdown;
        at += found.length;
        from = at;
      } else {
        at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      }
    }
    return from < text.length ? result + escapeInline(undoEscapes(text.slice(from))) : result;
  };
  const nextStart = (text: string, at: number): number => {
    starts.lastIndex = at;
    return starts.exec(text)?.index ?? -1;
  };
  const matchAt = (text: string, at: number, depth: number) => {
    for (const { pattern, write } of sticky) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match || match[0] === '') continue;
      const markdown = write(match, (inner) => read(inner, depth + 1));
      if (markdown !== undefined) return { markdown, length: match[0].length };
    }
    return undefined;
  };
  return (text) => read(text, 0);
}
