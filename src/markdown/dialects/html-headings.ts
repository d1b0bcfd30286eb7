import type { Dialect } from './dialect.ts';
import { closingLine, isBlank } from './dialect-lines.ts';
import type { Lines, SourceLine } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * HTML headings, `<h1 align="center">Title</h1>`, as in READMEs: they become Markdown's, so that they are titles and
 * sections. A heading in a table, a list, a quote, preformatted text or a comment stays where it is.
 */
export const htmlHeadings: Dialect = {
  substrings: ['<h', '<H'],
  // Without the flag i, for which V8 folds the case of all characters but these when a text is first read.
  pattern: /^[ \t]*<[hH][1-6][\s>]|<(?:div|p|center|header|a|DIV|P|CENTER|HEADER|A)\b[^<>\n]*>[ \t]*<[hH][1-6][\s>]/m,
  rewrite(lines) {
    const result = new Rewriting(lines);
    let enclosing = 0;
    for (const index of lines.find(linePattern)) {
      let at = index;
      let line = index < result.next ? undefined : lines.at(index);
      while (line && !line.code) {
        const heading = enclosing > 0 ? undefined : headingAt(lines, at, line);
        if (heading) result.replace(at, heading.end + 1, heading.lines);
        else {
          enclosing = Math.max(0, enclosing + depthChange(line.text));
          // The rest of a line after a heading.
          if (at < result.next) result.replace(at, at + 1, [line]);
        }
        at = heading?.end ?? at;
        line = heading?.rest;
      }
    }
    return result.done;
  },
};

/** What a line has that begins a heading, or an element that keeps headings, or ends one. */
const linePattern = /<\/?(?:h[1-6]|table|ul|ol|dl|blockquote|pre|svg|details)\b|<!--|-->/i;

/** In lines. */
const longestHeading = 30;

interface HtmlHeading {
  /** The index of its last line. */
  readonly end: number;
  /** The text before it, and the heading. */
  readonly lines: readonly SourceLine[];
  /** The text after it on its last line. */
  readonly rest: SourceLine | undefined;
}

/** Reads the heading that is alone at the start of `first`, the line at an index. */
function headingAt(lines: Lines, from: number, first: SourceLine): HtmlHeading | undefined {
  const start = first.text.search(/<h[1-6](?:\s[^<>]*)?>/i);
  if (start < 0 || !/^[ \t]*(?:<[^>]*>[ \t]*)*$/.test(first.text.slice(0, start))) return undefined;
  const level = /<h([1-6])/i.exec(first.text.slice(start))?.[1];
  const end = closingLine(lines, from, first.text.slice(start), new RegExp(`</h${level}\\s*>`, 'i'), longestHeading);
  let whole = first.text;
  for (let index = from + 1; index <= end; index += 1) whole += `\n${lines.at(index)?.text ?? ''}`;
  const match = end < 0 ? null : /<h([1-6])(\s[^>]*)?>([\s\S]*?)<\/h\1\s*>/i.exec(whole.slice(start));
  if (!match) return undefined;
  const [all, depth = '1', attributes = '', content = ''] = match;
  const before = whole.slice(0, start);
  const after = whole.slice(start + all.length);
  const id = /\bid\s*=\s*["']?([\w:.-]+)/.exec(attributes)?.[1];
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
  const heading = { ...first, text: `${'#'.repeat(Number(depth))} ${title}`, ...(id !== undefined && { id }) };
  const last = end === from ? first : lines.at(end);
  return {
    end,
    lines: [...(isBlank(before) ? [] : [{ ...first, text: before }]), blank, heading, blank],
    rest: isBlank(after) || !last ? undefined : { ...last, text: after.trim() },
  };
}

/** Counts the elements that keep their headings which a line opens, less those that it closes. */
function depthChange(text: string): number {
  let depth = 0;
  for (const [tag] of text.matchAll(enclosingTag)) depth += tag === '-->' || tag.startsWith('</') ? -1 : 1;
  return depth;
}

const enclosingTag = /<\/?(?:table|ul|ol|dl|blockquote|pre|svg|details)\b[^<>]*>|<!--|-->/gi;
