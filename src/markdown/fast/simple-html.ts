import { endsInBlanks, lineEnd, rawElement, skipBlankLines } from './block-start.ts';
import { add, type Scan } from './scan.ts';

/** Parses an HTML block: a comment, raw text up to its closing tag, or an element up to the next blank line. */
export function parseHtml(scan: Scan, first: number): boolean {
  const { text } = scan;
  let end: number;
  const closing = rawClosing(text, first);
  if (closing) {
    closing.lastIndex = first + 4;
    if (!closing.test(text)) return false;
    end = lineEnd(text, closing.lastIndex);
    // marked goes on after a single line end; spaces on the next line then belong to another block.
    if (/^\n[ \t]/.test(text.slice(end, end + 2)) && skipBlankLines(text, end + 1) > end + 1) return false;
  } else {
    end = lineEnd(text, first);
    while (end + 1 < text.length && skipBlankLines(text, end + 1) === end + 1) end = lineEnd(text, end + 1);
  }
  if (endsInBlanks(text, end)) return false;
  return add(scan, end, 'html', (raw) => ({ type: 'html', raw, text: raw }));
}

/** Returns what ends an HTML block that may hold blank lines: a comment, or an element whose contents are raw text. */
function rawClosing(text: string, first: number): RegExp | undefined {
  if (text.startsWith('<!--', first)) return /^-?>/.test(text.slice(first + 4, first + 6)) ? never : /-->/g;
  const name = rawElement(text, first);
  return name === undefined ? undefined : new RegExp(`</${name}>`, 'gi');
}

/** A pattern that matches nothing. */
const never = /(?!)/g;

/** Reports whether a line is a single tag, which starts an HTML block (condition 7). */
export function isTagAlone(text: string, first: number): boolean {
  tagAlone.lastIndex = first;
  return tagAlone.test(text);
}

const aTag = String.raw`<(?:[a-z][a-z0-9-]*(?:[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>\`]+))?)*[ \t]*\/?|\/[a-z][a-z0-9-]*[ \t]*)>`;
const tag = new RegExp(aTag, 'y');
const tagAlone = new RegExp(String.raw`${aTag}[ \t]*(?:\n|$)`, 'y');

/** Reports whether a line may be a single tag, spelled in another way. */
export function mayBeTag(text: string, first: number): boolean {
  tag.lastIndex = first;
  if (tag.test(text)) return isTagAlone(text, first);
  const line = text.slice(first, lineEnd(text, first)).trimEnd();
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '');
  return bare.indexOf('>') === bare.length - 1 || /["']/.test(bare);
}
