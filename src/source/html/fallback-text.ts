import { decodeReferences } from '../../text/character-references.ts';
import { cleanText } from '../../text/sanitize.ts';
import { escapeText } from './markdown/escape-text.ts';

/** Characters, and tags and references, that a document is made of without taking more than seconds. */
const LENGTH_LIMIT = 12_000_000;
const NODE_LIMIT = 100_000;

/** Whether a page is beyond what is parsed into a document. */
export function isTooLarge(html: string): boolean {
  if (html.length > LENGTH_LIMIT) return true;
  return countUpTo(html, '<', NODE_LIMIT) + countUpTo(html, '&', NODE_LIMIT) > NODE_LIMIT;
}

function countUpTo(text: string, character: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count <= most; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** The words of a page with its paragraphs and headings, in time linear in its length and without building a document. */
export function flatText(html: string): string {
  const tag = /<(?:!--|(\/?)([a-z][a-z\d]*)|[!?])/gi;
  const blocks: string[] = [];
  let prefix = '';
  let text = '';
  let from = 0;
  const flush = () => {
    const line = escapeText(decodeReferences(text).replace(/\s+/g, ' ').trim());
    if (line) blocks.push(prefix + line);
    text = '';
  };
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    text += html.slice(from, match.index);
    const name = match[2]?.toLowerCase() ?? '';
    const end = endOfTag(html, tag.lastIndex, match[0], name, match[1] === '/');
    if (BREAKING.test(name)) {
      flush();
      const level = /^h([1-6])$/.exec(name);
      if (match[1] || !level) prefix = name === 'li' && !match[1] ? '- ' : '';
      else prefix = `${'#'.repeat(Number(level[1]))} `;
    }
    if (name === 'td' || name === 'th') text += ' ';
    from = end;
    tag.lastIndex = end;
  }
  text += html.slice(from);
  flush();
  return cleanText(blocks.join('\n\n'));
}

const BREAKING =
  /^(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|option|p|pre|section|table|title|tr|ul)$/;

/** The words of a page's `<title>`. */
export function flatTitle(html: string): string | undefined {
  const title = /<title[^<>]{0,1000}>([^<]{1,1000})/i.exec(html.slice(0, 100_000))?.[1] ?? '';
  return cleanText(decodeReferences(title).replace(/\s+/g, ' ')).trim() || undefined;
}

/** Where the text goes on: behind the tag, and behind all that is in a comment, a script or a style. */
function endOfTag(html: string, at: number, opening: string, name: string, closes: boolean): number {
  const behind = (mark: string, start: number) => {
    const index = html.indexOf(mark, start);
    return index < 0 ? html.length : index + mark.length;
  };
  if (opening === '<!--') return behind('-->', at);
  const end = behind('>', at);
  if (closes || !/^(?:script|style|template|textarea|title)$/.test(name)) return end;
  const close = html.indexOf(`</${name}`, end);
  return close < 0 ? html.length : behind('>', close);
}
