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
const atEnd =
  /[ \t]*\{:?[ \t]*((?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+)|-)(?:[ \t]+(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+)|-))*)[ \t]*\}(?=[ \t]*#*[ \t]*$)/;
const inline =
  /(?<=[)\]`>*_])\{:?[ \t]*(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+))(?:[ \t]+(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+)))*[ \t]*\}/g;

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
  const rest = /^(?:`+)?/.test(text) ? stripInline(text) : text;
  return { ...line, text: rest, ...(id !== undefined && { id }) };
}

/** Strips attributes after a link, an image, a code span or emphasis. */
function stripInline(text: string): string {
  return text.includes('{')
    ? outsideCode(text, (words) => words.replace(inline, '')).replace(/(`)\{:?[ \t]*[.#][\w-]+[ \t]*\}/g, '$1')
    : text;
}

function idOf(attributes: string): string | undefined {
  return /(?:^|\s)#([\w:.-]+)/.exec(attributes)?.[1];
}

/** Applies an attribute list to the line before it, which it belongs to, and drops it. */
function applyList(result: Line[], line: Line): void {
  const id = idOf(line.text.replace(/[{}]|^[ \t]*\{:/g, ' '));
  const last = result.findLastIndex(({ text }) => !isBlank(text));
  const before = result[last];
  // `* TOC` above `{:toc}` stands for a table of contents that kramdown makes.
  if (before && /\{:?[ \t]*toc\b/i.test(line.text) && /^[ \t]*(?:[-*+]|1\.)[ \t]/.test(before.text))
    result[last] = { ...before, text: '' };
  else if (before && id !== undefined && last === result.length - 1) result[last] = { ...before, id };
  result.push({ ...line, text: '' });
}
