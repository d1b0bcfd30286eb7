import type { Dialect } from './dialect.ts';
import { isBlank, outsideCode } from './dialect-lines.ts';
import type { Lines, SourceLine } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * Attributes of Pandoc, kramdown and Markdown Extra: `## Title {#id .class}`, `{: #id}` on a line of its own or after a
 * link. A heading's id is kept; the rest is for style sheets.
 */
export const attributes: Dialect = {
  substrings: ['{'],
  pattern: /\{:?[ \t]*[#.:][\w-]|\{:[ \t]*[\w-]+[ \t]*[=}]|[)\]`]\{[^{}\n]*=/,
  rewrite(lines) {
    const result = new Rewriting(lines);
    for (const index of lines.find(/\{/)) {
      const line = lines.at(index);
      if (!line || line.code) continue;
      if (list.test(line.text)) {
        result.keepUpTo(index);
        applyList(result, line);
        result.replace(index, index + 1, [{ ...line, text: '' }]);
        continue;
      }
      const without = withoutAttributes(line, isHeading(line, lines.at(index + 1)));
      if (without.text !== line.text || without.id !== line.id) result.replace(index, index + 1, [without]);
    }
    return result.done;
  },
};

/** kramdown's inline attribute list, alone on its line. */
const list = /^[ \t]*\{:[^{}]*\}[ \t]*$/;
/** One attribute. No two alternatives match the same text, and none crosses a brace: failing is never exponential. */
const one = String.raw`(?:[#.][\w:.-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"'][^\s{}]*))`;
const atEnd = new RegExp(
  String.raw`(?<![ \t])[ \t]*\{:?[ \t]*((?:${one}|-)(?:[ \t]+(?:${one}|-))*)[ \t]*\}(?=[ \t]*#*[ \t]*$)`,
);
const inline = new RegExp(String.raw`(?<=[)\]>*_])\{:?[ \t]*${one}(?:[ \t]+${one})*[ \t]*\}`, 'g');
/** Pandoc's span, `[words]{.class}`. */
const span = new RegExp(
  String.raw`(?<![!\]\\])\[(?!\^)([^\][\n]{1,1000})\]\{[ \t]*${one}(?:[ \t]+${one})*[ \t]*\}`,
  'g',
);
const atStart = new RegExp(String.raw`^\{:?[ \t]*${one}(?:[ \t]+${one})*[ \t]*\}`);

function isHeading({ text }: SourceLine, next: SourceLine | undefined): boolean {
  return (
    /^ {0,3}#{1,6}[ \t]/.test(text) ||
    (next !== undefined && !next.code && /^ {0,3}(?:=+|-+)[ \t]*$/.test(next.text) && !isBlank(text))
  );
}

function withoutAttributes(line: SourceLine, isHeading: boolean): SourceLine {
  const match = isHeading ? atEnd.exec(line.text) : null;
  const id = match?.[1] === undefined ? undefined : idOf(match[1]);
  const text = match ? line.text.replace(atEnd, '') : line.text;
  // What is after a link, an image, emphasis or a code span.
  const stripped = outsideCode(text, (words, followsCode) => {
    const rest = words.replace(span, '$1').replace(inline, '');
    return followsCode ? rest.replace(atStart, '') : rest;
  });
  return { ...line, text: stripped, ...(id !== undefined && { id }) };
}

function idOf(attributes: string): string | undefined {
  return /(?:^|\s)#([\w:.-]+)/.exec(attributes)?.[1];
}

/** The blank lines that may be between an attribute list and its block: other lists have been there. */
const mostBlankLines = 10;

/** Counts the blank lines at the end; undefined where there are many. */
function blankLines(lines: Lines): number | undefined {
  for (let count = 0; count <= Math.min(mostBlankLines, lines.length - 1); count += 1)
    if (!isBlank(lines.at(lines.length - 1 - count)?.text ?? '')) return count;
  return undefined;
}

/** Applies an attribute list to the line before it. */
function applyList(result: Rewriting, line: SourceLine): void {
  const id = idOf(line.text.replace(/[{}]|^[ \t]*\{:/g, ' '));
  const tail = result.tail(mostBlankLines + 1);
  const back = blankLines(tail);
  const before = back === undefined ? undefined : tail.at(tail.length - 1 - back);
  if (back === undefined || !before) return;
  // `* TOC` above `{:toc}` stands for a table of contents that kramdown makes.
  if (/\{:?[ \t]*toc\b/i.test(line.text) && /^[ \t]*(?:[-*+]|1\.)[ \t]/.test(before.text))
    result.amend(back, { ...before, text: '' });
  else if (id !== undefined && back === 0) result.amend(back, { ...before, id });
}
