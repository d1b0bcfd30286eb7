import { Tokenizer } from 'marked';
import { paragraphEnd } from './start-in-paragraph.ts';

/**
 * Guards against a long paragraph in a list: marked searches for a Setext underline through the whole paragraph, from
 * each of its lines. It may do so within a bounded length.
 */
export function lheading(this: Tokenizer, source: string) {
  const lineEnd = source.indexOf('\n');
  if (lineEnd < 0 || source.charCodeAt(lineEnd + 1) === 0x0a) return undefined;
  const window =
    source.length > longestHeading ? source.slice(0, source.lastIndexOf('\n', longestHeading) + 1) : source;
  const end = window.search(paragraphEnd);
  // What ends the paragraph may be the underline itself, or the line above it, which looks like the head of a table.
  const lineAfter = end < 0 ? -1 : window.indexOf('\n', end + 1);
  const lastEnd = lineAfter < 0 ? -1 : window.indexOf('\n', lineAfter + 1);
  let length = lastEnd < 0 ? window.length : lastEnd + 1;
  if (!/\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/.test(window.slice(0, length))) return undefined;
  // What is after it marked would read to the end of the text for the rows of a table.
  while (source.charCodeAt(length) === 0x0a) length += 1;
  return Tokenizer.prototype.lheading.call(this, source.slice(0, length));
}

const longestHeading = 4_000;

/**
 * Guards against lines that look like the head of a table and are none: marked reads all rows first, and only then
 * finds that the head and the line below it differ in cells. And against a header of very many cells above very many
 * short rows, each of which is padded: a table ends before the row that would exceed a number of cells (as in
 * cmark-gfm).
 */
export function table(this: Tokenizer, source: string) {
  const lineEnd = source.indexOf('\n');
  if (lineEnd < 0) return undefined;
  const headEnd = source.indexOf('\n', lineEnd + 1) + 1;
  if (headEnd > 0 && !Tokenizer.prototype.table.call(this, source.slice(0, headEnd))) return undefined;
  const columns = source.slice(0, lineEnd).split('|').length;
  if (columns < 100) return false;
  let end = 0;
  for (let row = 0; row < mostCells / columns + 2; row += 1) {
    end = source.indexOf('\n', end) + 1;
    if (end === 0) return false;
  }
  return Tokenizer.prototype.table.call(this, source.slice(0, end));
}

const mostCells = 500_000;

/**
 * Guards against paragraphs that tables end: at each of their lines marked reads all rows that would follow. Within a
 * few lines after the paragraph, it finds the same end.
 */
export function paragraph(this: Tokenizer, source: string) {
  for (let size = 256; size < source.length; size *= 2) {
    const window = source.slice(0, source.lastIndexOf('\n', size) + 1);
    const found = this.rules.block.paragraph.exec(window)?.[0];
    if (found === undefined) continue;
    if (/\n[^\n]*\n[^\n]*\n/.test(window.slice(found.length))) {
      return Tokenizer.prototype.paragraph.call(this, found);
    }
  }
  return false;
}
