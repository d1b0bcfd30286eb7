import { decodeEntities } from '../text/character-references.ts';
import { cleanText } from '../text/sanitize.ts';
import type { Inline } from './types.ts';

/** A run of words as it is read: references decoded, clean, its lines joined. */
export function readText(raw: string): string {
  const text = cleanText(decodeEntities(raw));
  return joined.test(text) ? joinLines(text) : text;
}

/** A tab, or a line end with spaces or an ideograph about it: other text is joined as it stands. */
const joined = /\t| \n|\n |[\u2e80-\u9fff\uff01-\uff60]\n/;

/**
 * Lines without the spaces around their ends, for which Markdown has no meaning; a tab is a space. Chinese and Japanese
 * have no spaces between words, so between two of their characters a line end is nothing.
 */
function joinLines(text: string): string {
  const lines = text.replaceAll('\t', ' ').split('\n');
  let result = '';
  let before = Number.NaN;
  for (const [index, line] of lines.entries()) {
    let start = 0;
    let end = line.length;
    // The spaces at the two ends of the text part it from its neighbours.
    if (index > 0) while (start < end && line.charCodeAt(start) === 32) start += 1;
    if (index < lines.length - 1) while (end > start && line.charCodeAt(end - 1) === 32) end -= 1;
    if (index > 0 && !(isIdeograph(before) && isIdeograph(line.charCodeAt(start)))) result += '\n';
    result += line.slice(start, end);
    before = line.charCodeAt(end - 1);
  }
  return result;
}

/** Chinese characters, kana and the full-width punctuation that goes with them. */
function isIdeograph(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x312f) || (code >= 0x3190 && code <= 0x9fff) || (code >= 0xff01 && code <= 0xff60);
}

/** An inline with its title, if it has one: see {@link decodeAttribute}. */
export function withTitle<Titled extends Inline>(
  inline: Titled,
  title: string | null | undefined,
  raw: string,
): Titled {
  return title ? { ...inline, title: decodeAttribute(title, raw) } : inline;
}

/**
 * An address or a title whose backslashes are resolved already: a reference that was written `\&amp;` in `raw`, the whole
 * of the inline, is to stay.
 */
export function decodeAttribute(text: string, raw: string): string {
  if (!text.includes('&')) return cleanText(text);
  if (!raw.includes('\\&')) return cleanText(decodeEntities(text));
  const parts = text.split(/(&[#a-zA-Z0-9]+;)/);
  return cleanText(parts.map((part) => (raw.includes(`\\${part}`) ? part : decodeEntities(part))).join(''));
}
