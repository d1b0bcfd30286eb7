import { writeCodeSpan } from '../../../markdown/code-fence.ts';
import { endsWithAddress, escapeInline, escapeLinkText, escapeMarkdown } from '../../../markdown/escape.ts';
import { heading as writeHeading } from '../../markdown-blocks.ts';
import type { DomElement, DomNode } from '../dom/dom-element.ts';
import type { DomText } from '../dom/dom-text.ts';
import { headingSelector, isBlock, isHeading, isText } from '../dom/tree.ts';
import { taskAttribute } from '../extract/reveal-content.ts';
import { texAttribute, texDisplayAttribute } from '../extract/reveal-formulas.ts';
import { abbreviationMarkup } from './abbreviation-markup.ts';
import { codeMarkup, emptyCodeLine } from './code-markup.ts';
import { collapseWhiteSpace } from './collapse-white-space.ts';
import { emphasisMarkup } from './emphasis-markup.ts';
import { formula, texFormula } from './formulas.ts';
import { imageMarkup, linkMarkup } from './link-markup.ts';
import { listItems } from './list-items.ts';
import { alert } from './page-alerts.ts';
import { noteAttribute } from './page-footnotes.ts';
import { bang, simplify } from './simplify.ts';
import { markCell, markRow, tableRows } from './table-markup.ts';

/** A writer of an element, given its contents as Markdown. {@link append} adjusts the blank lines around a block. */
type Writer = (content: string, element: DomElement) => string;

/**
 * Returns an element's contents as Markdown, in one walk. Addresses in it are expected to be absolute. The element is
 * simplified and its white space is collapsed on the way.
 */
export function toMarkdown(root: DomElement): string {
  simplify(root);
  collapseWhiteSpace(root);
  const abbreviation = abbreviationMarkup();
  const counting = [['li', listItems()] as const, ['abbr', abbreviation] as const, ['acronym', abbreviation] as const];
  const writers = new Map([...usualWriters, ...counting]);
  const lines = contentOf(root, writers, root.closest('a[href]') !== null)
    .trim()
    .split('\n');
  return lines
    .map((line) => line.trimEnd().replaceAll(bang, '\\!'))
    .join('\n')
    .replace(/\\\n(?=\n|$)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(?:\*\*\*\n+)+|(?:\n+\*\*\*)+$/g, '')
    .replace(keptEmptyLine, '')
    .trim();
}

const keptEmptyLine = new RegExp(` *${emptyCodeLine}`, 'g');

/** A writer for each name of an element, but for those that keep count, of which each page has its own. */
const usualWriters = writers();

function writers(): ReadonlyMap<string, Writer> {
  const writers = new Map<string, Writer>();
  const rule = (names: string, write: Writer) => {
    for (const name of names.split(' ')) writers.set(name, write);
  };
  rule('hr', () => '\n\n***\n\n');

  rule('h1 h2 h3 h4 h5 h6', heading);
  rule('strong b', (content, element) => emphasisMarkup(content, element, '**'));
  rule('em i cite dfn var', (content, element) => emphasisMarkup(content, element, '*'));
  rule('del s strike', (content, element) => emphasisMarkup(content, element, '~~'));
  rule('kbd sup sub mark ins', htmlElement);
  rule('q', (content) => (/^[“”«"„‘]/.test(content.trim()) ? content : `“${content}”`));
  rule('rt', (content) => (content.trim() ? `(${content.trim()})` : ''));
  rule('code tt samp', (_, element) => writeCodeSpan(element.textContent.replace(/[ \t]*\n[ \t]*/g, ' ')));
  rule('pre listing xmp', (_, element) => codeMarkup(element));
  rule('a', linkMarkup);
  rule('img', (_, element) => imageMarkup(element));
  rule('math', (_, element) => formula(element));
  rule('ul ol menu dir', (content, element) => {
    const space = element.parentNode?.nodeName === 'LI' ? '\n' : '\n\n';
    return space + content + space;
  });
  rule('p span div', marked);
  rule('dt summary', term);
  rule('dd details figcaption legend', (content) => `\n\n${content.trim()}\n\n`);
  rule('blockquote', quotation);
  rule('td th', markCell);
  rule('tr', markRow);
  rule('thead tbody tfoot', (content) => content);
  rule('table', tableRows);
  rule('br', (_, element) => (element.nextSibling && element.previousSibling ? '\\\n' : ''));
  rule('script style template head title iframe object svg audio video rp', () => '');
  return writers;
}

/** Elements whose writers look at the element itself, so that their contents are not written first. */
const writtenWhole = new Set(
  'code tt samp pre listing xmp img input hr br script style template head title iframe object svg audio video rp'.split(
    ' ',
  ),
);

/** Escapes a text so that Markdown reads it back unchanged. */
function escaped(text: DomText, isLinked: boolean): string {
  if (isLinked) return escapeLinkText(text.textContent);
  return startsLine(text) ? escapeMarkdown(text.textContent) : escapeInline(text.textContent);
}

/** Reports whether a text starts its line, where a character could begin a heading, a list or a quotation. */
function startsLine(text: DomText): boolean {
  for (let at: DomNode = text; ; at = at.parentNode) {
    const before: DomNode | null = at.previousSibling;
    if (before) return before.nodeName === 'BR' || isBlock(before);
    if (!at.parentNode) return true;
    if (isBlock(at.parentNode)) return !isHeading(at.parentNode);
  }
}

function contentOf(parent: DomElement, writers: ReadonlyMap<string, Writer>, isLinked: boolean): string {
  const chunks: string[] = [];
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    const chunk = isText(child) ? escaped(child, isLinked) : written(child, writers, isLinked);
    if (chunk.startsWith('\\\n')) chunks.push(closedAddress(chunks.pop() ?? '', isText(child.previousSibling)));
    append(chunks, chunk);
  }
  return chunks.join('');
}

/** Closes a bare address before a line break, whose backslash would become a part of it. */
function closedAddress(text: string, isBare: boolean): string {
  if (!endsWithAddress(text)) return text;
  if (!isBare) return text.endsWith(')') ? text : `${text} `;
  return text.replace(/(?:https?:\/\/|www\.)[^\s<>]*$/i, (address) =>
    /^w/i.test(address) ? `[${address}](<http://${address}>)` : `<${address}>`,
  );
}

/** Appends a chunk with as many line ends before it as either side asks for, two at the most. */
function append(chunks: string[], chunk: string): void {
  const last = chunks.pop() ?? '';
  let end = last.length;
  while (last[end - 1] === '\n') end--;
  let start = 0;
  while (chunk[start] === '\n') start++;
  if (end > 0) chunks.push(last.slice(0, end));
  const lineEnds = Math.min(2, Math.max(last.length - end, start));
  if (lineEnds > 0) chunks.push('\n'.repeat(lineEnds));
  if (start < chunk.length) chunks.push(chunk.slice(start));
}

function written(element: DomElement, writers: ReadonlyMap<string, Writer>, isLinked: boolean): string {
  const hasOwnLines = isBlock(element);
  if (isEmpty(element)) return hasOwnLines ? '\n\n' : '';
  const isLink = isLinked || (element.localName === 'a' && element.hasAttribute('href'));
  let content = writtenWhole.has(element.localName) ? '' : contentOf(element, writers, isLink);
  const [leading, trailing] = hasOwnLines ? ['', ''] : outerSpace(element);
  if (leading || trailing) content = content.trim();
  const write = writers.get(element.localName);
  const text = write ? write(content, element) : hasOwnLines ? `\n\n${content}\n\n` : content;
  return leading + text + trailing;
}

const meantEmpty =
  'area,base,br,col,command,embed,hr,img,input,keygen,link,meta,param,source,track,wbr,a,table,thead,tbody,tfoot,th,td,iframe,script,audio,video';
const meantEmptyNames = new Set(meantEmpty.split(','));

/** Reports whether an element shows nothing: no text, and nothing that has a meaning without one. */
function isEmpty(element: DomElement): boolean {
  if (element.extent.length > 0 || meantEmptyNames.has(element.localName)) return false;
  return element.querySelector(meantEmpty) === null;
}

/** Returns the white space at the edges of an inline element's text, which belongs outside of its delimiters. */
function outerSpace(element: DomElement): readonly [string, string] {
  const { startsWithSpace, endsWithSpace } = element.extent;
  if (!startsWithSpace && !endsWithSpace) return ['', ''];
  const text = element.textContent;
  if (!text.trim()) {
    const [, ascii = '', other = ''] = /^([ \t\r\n]*)(\s*)$/.exec(text) ?? [];
    return [ascii && isBesideSpace(element.previousSibling, / $/) ? other : text, ''];
  }
  const leading = text.slice(0, text.length - text.trimStart().length);
  const trailing = text.slice(text.trimEnd().length);
  return [
    isBesideSpace(element.previousSibling, / $/) ? leading.replace(/^[ \t\r\n]+/, '') : leading,
    isBesideSpace(element.nextSibling, /^ /) ? trailing.replace(/[ \t\r\n]+$/, '') : trailing,
  ];
}

function isBesideSpace(neighbour: DomNode | null, space: RegExp): boolean {
  if (!neighbour || isBlock(neighbour)) return false;
  return space.test(neighbour.textContent);
}

function heading(content: string, element: DomElement): string {
  const line = oneLine(content);
  if (!/[\p{L}\p{N}\p{S}]/u.test(line)) return line ? '\n\n***\n\n' : '\n\n';
  return `\n\n${writeHeading(Number(element.nodeName.charAt(1)), line)}\n\n`;
}

/** Writes a term or a summary as a bold line; one with a heading as that heading and the text around it. */
function term(content: string, element: DomElement): string {
  if (element.querySelector(headingSelector)) return `\n\n${content.trim()}\n\n`;
  return `\n\n**${oneLine(content).replaceAll('**', '')}**\n\n`;
}

function oneLine(content: string): string {
  return content.replace(/\\?[ \t]*\n[ \t\n]*/g, ' ').trim();
}

function quotation(content: string, element: DomElement): string {
  const kind = element.getAttribute(alert);
  const text = content.trim();
  const body = kind && /^[A-Z]+$/.test(kind) ? `[!${kind}]\n${text}` : text;
  return text ? `\n\n${body.replace(/^/gm, '> ')}\n\n` : '';
}

/** Returns a task's checkbox or a formula; of any other wrapper its contents. */
function marked(content: string, element: DomElement): string {
  const task = element.getAttribute(taskAttribute);
  if (task !== null)
    return `${task === 'done' ? '[x]' : '[ ]'}${/^\s/.test(element.nextSibling?.textContent ?? '') ? '' : ' '}`;
  const tex = element.getAttribute(texAttribute);
  if (tex !== null) return texFormula(tex, element.hasAttribute(texDisplayAttribute)) ?? content;
  return isBlock(element) ? `\n\n${content}\n\n` : content;
}

/** Writes as HTML what Markdown lacks; a footnote's reference has been written before. */
function htmlElement(content: string, element: DomElement): string {
  const label = element.getAttribute(noteAttribute);
  if (label && /^\d+$/.test(label)) return `[^${label}]`;
  const name = element.nodeName.toLowerCase();
  return content.trim() && !content.includes('\n\n') ? `<${name}>${content}</${name}>` : content;
}
