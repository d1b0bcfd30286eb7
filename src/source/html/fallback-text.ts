import { escapeMarkdown } from '../../markdown/escape.ts';
import { blockElements } from '../../markdown/html/block-elements.ts';
import { type HtmlTag, readTag } from '../../markdown/html/tag.ts';
import { decodeReferences } from '../../text/character-references.ts';
import { cleanText } from '../../text/sanitize.ts';

/** Characters, and tags and references, that are parsed into a document within seconds. */
const lengthLimit = 12_000_000;
const nodeLimit = 100_000;

/** Reports whether a page is too large to be parsed into a document. */
export function isTooLarge(html: string): boolean {
  if (html.length > lengthLimit) return true;
  // A tag or a reference has at least three characters.
  if (html.length <= 3 * nodeLimit) return false;
  return countUpTo(html, '<', nodeLimit) + countUpTo(html, '&', nodeLimit) > nodeLimit;
}

function countUpTo(text: string, character: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count <= most; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** Returns the words of a page with its paragraphs and headings, in linear time and without a document. */
export function flatText(html: string): string {
  const blocks: string[] = [];
  let prefix = '';
  let text = '';
  const flush = () => {
    const line = escapeMarkdown(decodeReferences(text).replace(/\s+/g, ' ').trim());
    if (line) blocks.push(prefix + line);
    text = '';
  };
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(from, at + 1))) {
    const tag = readTag(html, at);
    if (!tag) continue;
    text += html.slice(from, at);
    from = endOfUnseen(html, tag);
    const { name, closing } = tag;
    if (blockElements.has(name) ? !/^t[dh]$/.test(name) : breaking.test(name)) {
      flush();
      const level = /^h([1-6])$/.exec(name)?.[1];
      prefix = closing ? '' : level ? `${'#'.repeat(Number(level))} ` : name === 'li' ? '- ' : '';
    }
    if (name === 'td' || name === 'th') text += ' ';
  }
  text += html.slice(from);
  flush();
  return cleanText(blocks.join('\n\n'));
}

/** What separates words besides blocks. */
const breaking = /^(?:br|head|option|title)$/;

/** Returns the words of a page's `<title>`. */
export function flatTitle(html: string): string | undefined {
  const title = /<title[^<>]{0,1000}>([^<]{1,1000})/i.exec(html.slice(0, 100_000))?.[1] ?? '';
  return cleanText(decodeReferences(title).replace(/\s+/g, ' ')).trim() || undefined;
}

/** Returns the offset after a tag, and after the contents of a script, a style or the like. */
function endOfUnseen(html: string, { name, closing, end }: HtmlTag): number {
  if (closing || !/^(?:script|style|template|textarea|title)$/.test(name)) return end;
  const close = html.indexOf(`</${name}`, end);
  return close < 0 ? html.length : (readTag(html, close)?.end ?? html.length);
}
