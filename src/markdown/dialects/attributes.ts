import type { Dialect } from './dialect.ts';
import { isBlank, type Line, outsideCode } from './dialect-lines.ts';

/**
 * Attributes of Pandoc, kramdown and Markdown Extra: `## Title {#id .class}`, `{: #id}` on a line of its own or after a
 * link. A heading's id is kept; the rest is for style sheets.
 */
export const attributes: Dialect = {
  marks: /\{:?[ \t]*[#.:][\w-]|\{:[ \t]*[\w-]+[ \t]*[=}]|[)\]`]\{[^{}\n]*=/,
  rewrite(lines) {
    const result: Line[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] as Line;
      if (line.code || !line.text.includes('{')) result.push(line);
      else if (list.test(line.text)) applyList(result, line);
      else result.push(withoutAttributes(line, isHeading(line, lines[index + 1])));
    }
    return result;
  },
};

/** kramdown's inline attribute list, alone on its line. */
const list = /^[ \t]*\{:[^{}]*\}[ \t]*$/;
/** One attribute. No two of its ways match the same text, and none goes past a brace: else what fails takes for ever. */
const one = String.raw`(?:[#.][\w:.-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"'][^\s{}]*))`;
const atEnd = new RegExp(
  String.raw`(?<![ \t])[ \t]*\{:?[ \t]*((?:${one}|-)(?:[ \t]+(?:${one}|-))*)[ \t]*\}(?=[ \t]*#*[ \t]*$)`,
);
const inline = new RegExp(String.raw`(?<=[)\]>*_])\{:?[ \t]*${one}(?:[ \t]+${one})*[ \t]*\}`, 'g');
const atStart = new RegExp(String.raw`^\{:?[ \t]*${one}(?:[ \t]+${one})*[ \t]*\}`);

function isHeading({ text }: Line, next: Line | undefined): boolean {
  return (
    /^ {0,3}#{1,6}[ \t]/.test(text) ||
    (next !== undefined && !next.code && /^ {0,3}(?:=+|-+)[ \t]*$/.test(next.text) && !isBlank(text))
  );
}

function withoutAttributes(line: Line, isHeading: boolean): Line {
  const match = isHeading ? atEnd.exec(line.text) : null;
  const id = match?.[1] === undefined ? undefined : idOf(match[1]);
  const text = match ? line.text.replace(atEnd, '') : line.text;
  return { ...line, text: stripInline(text), ...(id !== undefined && { id }) };
}

/** Strips attributes after a link, an image, emphasis or a code span. */
function stripInline(text: string): string {
  if (!text.includes('{')) return text;
  return outsideCode(text, (words, followsCode) => {
    const rest = words.replace(inline, '');
    return followsCode ? rest.replace(atStart, '') : rest;
  });
}

function idOf(attributes: string): string | undefined {
  return /(?:^|\s)#([\w:.-]+)/.exec(attributes)?.[1];
}

/** The blank lines that may be between an attribute list and what it belongs to: other lists have been there. */
const mostBlankLines = 10;

/** The index of the last line that is not blank; -1 where it is far away. */
function lastWritten(lines: readonly Line[]): number {
  for (let index = lines.length - 1; index >= 0 && index > lines.length - 2 - mostBlankLines; index -= 1) {
    if (!isBlank(lines[index]?.text ?? '')) return index;
  }
  return -1;
}

/** Applies an attribute list to the line before it, which it belongs to, and drops it. */
function applyList(result: Line[], line: Line): void {
  const id = idOf(line.text.replace(/[{}]|^[ \t]*\{:/g, ' '));
  const last = lastWritten(result);
  const before = result[last];
  // `* TOC` above `{:toc}` stands for a table of contents that kramdown makes.
  if (before && /\{:?[ \t]*toc\b/i.test(line.text) && /^[ \t]*(?:[-*+]|1\.)[ \t]/.test(before.text))
    result[last] = { ...before, text: '' };
  else if (before && id !== undefined && last === result.length - 1) result[last] = { ...before, id };
  result.push({ ...line, text: '' });
}
