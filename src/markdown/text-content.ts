import { decodeReferences } from '../text/character-references.ts';
import { cleanText } from '../text/sanitize.ts';
import { isSpaceless, spaceless } from '../text/unspaced.ts';
import type { Inline } from './syntax-tree.ts';

/** Returns text content: character references decoded, sanitized, soft breaks normalized. */
export function textContent(raw: string): string {
  const text = cleanText(decodeReferences(raw));
  return joined.test(text) ? joinLines(text) : text;
}

/** A tab, or a line end next to a space or where it replaces none: other text has nothing to normalize. */
const joined = new RegExp(`\t| \n|\n |[${spaceless}]\n`);

/**
 * Normalizes soft breaks: strips the spaces around them, which mean nothing in Markdown; a tab becomes a space. Chinese
 * and Japanese have no spaces between words, so between two of their characters a soft break is dropped.
 */
function joinLines(text: string): string {
  const lines = text.replaceAll('\t', ' ').split('\n');
  let result = '';
  let before = '';
  for (const [index, line] of lines.entries()) {
    let start = 0;
    let end = line.length;
    // The spaces at both ends of the text separate it from its neighbours.
    if (index > 0) while (start < end && line.charCodeAt(start) === 32) start += 1;
    if (index < lines.length - 1) while (end > start && line.charCodeAt(end - 1) === 32) end -= 1;
    if (index > 0 && !(isSpaceless(before) && isSpaceless(line.charAt(start)))) result += '\n';
    result += line.slice(start, end);
    before = line.charAt(end - 1);
  }
  return result;
}

/** Adds a title to an inline, if there is one: see {@link decodeAttribute}. */
export function withTitle<Titled extends Inline>(
  inline: Titled,
  title: string | null | undefined,
  raw: string,
): Titled {
  return title ? { ...inline, title: decodeAttribute(title, raw) } : inline;
}

/**
 * Decodes a destination or a title whose backslash escapes are resolved already. `raw` is the whole inline: a reference
 * that it escapes, `\&amp;`, stays.
 */
export function decodeAttribute(text: string, raw: string): string {
  if (!text.includes('&')) return cleanText(text);
  if (!raw.includes('\\&')) return cleanText(decodeReferences(text));
  const parts = text.split(/(&[#a-zA-Z0-9]+;)/);
  return cleanText(parts.map((part) => (raw.includes(`\\${part}`) ? part : decodeReferences(part))).join(''));
}
