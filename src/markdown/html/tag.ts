import { decodeReferences } from '../../text/character-references.ts';
import { cleanText } from '../../text/sanitize.ts';

/** A tag as written. Of a comment, declaration, processing instruction or CDATA section the name is empty. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** The source between the name and `>`: {@link attribute} reads it. */
  readonly attributes: string;
  /** The offset after it. */
  readonly end: number;
}

/** Reads the tag that the `<` at an offset opens; undefined where it is literal. Unclosed markup ends with the text. */
export function readTag(html: string, at: number): HtmlTag | undefined {
  const code = html.charCodeAt(at + 1);
  if (isLetter(code)) return readElement(html, at + 1, false);
  if (code === slash && isLetter(html.charCodeAt(at + 2))) return readElement(html, at + 2, true);
  if (code === exclamation) {
    if (html.startsWith('<!-->', at) || html.startsWith('<!--->', at)) return unnamed(html.indexOf('>', at) + 1);
    if (html.startsWith('<!--', at)) return unnamed(endOf(html, '-->', at + 4));
    if (html.startsWith('<![CDATA[', at)) return unnamed(endOf(html, ']]>', at + 9));
    return isLetter(html.charCodeAt(at + 2)) ? unnamed(endOf(html, '>', at + 2)) : undefined;
  }
  if (code !== question) return undefined;
  // An unclosed instruction ends at the first `>`, as in a browser: else it would swallow the rest.
  const isClosed = html.slice(at + 2, at + longestInstruction).includes('?>');
  return unnamed(endOf(html, isClosed ? '?>' : '>', at + 2));
}

/** Returns the value of a tag's attribute, decoded and sanitized; empty when it has none, undefined when it is absent. */
export function attribute(tag: HtmlTag, name: string): string | undefined {
  if (!tag.attributes) return undefined;
  assignment.lastIndex = 0;
  for (let found = assignment.exec(tag.attributes); found; found = assignment.exec(tag.attributes)) {
    if (found[1]?.toLowerCase() === name) return cleanText(decodeReferences(found[2] ?? found[3] ?? found[4] ?? ''));
  }
  return undefined;
}

const assignment = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const longestInstruction = 4_000;
const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isNameCode(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 0x2d || code === 0x3a;
}

function readElement(html: string, nameAt: number, closing: boolean): HtmlTag {
  let nameEnd = nameAt + 1;
  while (nameEnd < html.length && isNameCode(html.charCodeAt(nameEnd))) nameEnd += 1;
  const close = tagClose(html, nameEnd);
  return {
    name: html.slice(nameAt, nameEnd).toLowerCase(),
    closing,
    attributes: html.slice(nameEnd, close),
    end: Math.min(close + 1, html.length),
  };
}

/** Returns the offset of the tag's `>`, which a quoted value may contain too; the text's end without one. */
function tagClose(html: string, from: number): number {
  let afterEquals = false;
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (character === '>') return at;
    if (afterEquals && (character === '"' || character === "'")) {
      const quote = html.indexOf(character, at + 1);
      // An unclosed quote would swallow the rest of the article.
      if (quote < 0) return endOf(html, '>', at) - 1;
      at = quote;
      afterEquals = false;
    } else if (character === '=') afterEquals = true;
    else if (character > ' ') afterEquals = false;
  }
  return html.length;
}

function unnamed(end: number): HtmlTag {
  return { name: '', closing: false, attributes: '', end };
}

function endOf(html: string, closing: string, from: number): number {
  const at = html.indexOf(closing, from);
  return at < 0 ? html.length : at + closing.length;
}
