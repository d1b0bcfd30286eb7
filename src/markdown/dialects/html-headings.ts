import type { Dialect } from './dialect.ts';
import { isBlank, type Line } from './dialect-lines.ts';

/**
 * HTML headings, `<h1 align="center">Title</h1>`, as READMEs have them: they become Markdown's, so that they are titles and
 * sections. A heading in a table, a list, a quote, preformatted text or a comment stays where it is.
 */
export const htmlHeadings: Dialect = {
  marks: /^[ \t]*<h[1-6][\s>]|<(?:div|p|center|header|a)\b[^<>\n]*>[ \t]*<h[1-6][\s>]/im,
  rewrite(source) {
    const lines = [...source];
    const result: Line[] = [];
    let enclosing = 0;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] as Line;
      if (line.code || !/[<>]/.test(line.text)) {
        result.push(line);
        continue;
      }
      const start = enclosing > 0 ? -1 : line.text.search(/<h[1-6](?:\s[^<>]*)?>/i);
      const isAlone = start >= 0 && /^[ \t]*(?:<[^>]*>[ \t]*)*$/.test(line.text.slice(0, start));
      const end = isAlone ? endOf(lines, index, start) : -1;
      if (end < 0) {
        enclosing = Math.max(0, enclosing + depthChange(line.text));
        result.push(line);
        continue;
      }
      index = takeHeading(lines, index, start, end, result);
    }
    return result;
  },
};

/** The index of the line in which a heading ends, of the next few; -1 where there is none. */
function endOf(lines: readonly Line[], from: number, start: number): number {
  const depth = /<h([1-6])/i.exec((lines[from] as Line).text.slice(start))?.[1];
  for (let index = from; index < Math.min(lines.length, from + 30); index += 1) {
    const { text, code } = lines[index] as Line;
    if (code || (index > from && isBlank(text))) return -1;
    if (new RegExp(`</h${depth}\\s*>`, 'i').test(index === from ? text.slice(start) : text)) return index;
  }
  return -1;
}

/** Pushes what is before a heading, and the heading; gives the index of its last line, or of the one before if more is on it. */
function takeHeading(lines: Line[], from: number, start: number, end: number, result: Line[]): number {
  const first = lines[from] as Line;
  const whole = lines
    .slice(from, end + 1)
    .map(({ text }) => text)
    .join('\n');
  const match = /<h([1-6])(\s[^>]*)?>([\s\S]*?)<\/h\1\s*>/i.exec(whole.slice(start));
  if (!match) return from;
  const [all, depth = '1', attributes = '', content = ''] = match;
  const before = whole.slice(0, start);
  const after = whole.slice(start + all.length);
  const id = /\bid\s*=\s*["']?([\w:.-]+)/.exec(attributes)?.[1];
  if (!isBlank(before)) result.push({ ...first, text: before });
  const text = content
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const blank = { ...first, text: '' };
  // Inline HTML is allowed in a heading; what would be Markdown in it is escaped.
  const title = text.replace(
    /(<[^<>]*>)|([*_`[\]\\])/g,
    (_, tag: string | undefined, character: string) => tag ?? `\\${character}`,
  );
  result.push(
    blank,
    { ...first, text: `${'#'.repeat(Number(depth))} ${title}`, ...(id !== undefined && { id }) },
    blank,
  );
  if (!isBlank(after)) {
    lines[end] = { ...(lines[end] as Line), text: after.trim() };
    return end - 1;
  }
  return end;
}

/** How many elements that keep their headings a line opens less those that it closes. */
function depthChange(text: string): number {
  let depth = 0;
  enclosingTag.lastIndex = 0;
  for (let match = enclosingTag.exec(text); match; match = enclosingTag.exec(text)) {
    const [tag] = match;
    depth += tag === '-->' || tag.startsWith('</') ? -1 : 1;
  }
  return depth;
}

const enclosingTag = /<\/?(?:table|ul|ol|dl|blockquote|pre|svg|details)\b[^<>]*>|<!--|-->/gi;
