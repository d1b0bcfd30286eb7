import TurndownService from 'turndown';
import { codeBlock, codeSpan } from './code.ts';
import type { DomElement } from './dom.ts';
import { escapeText } from './escape.ts';
import { image, link } from './link.ts';
import { CELL, ROW, tableRows } from './table.ts';

/**
 * An element's content as Markdown. Addresses in it are expected to be absolute; the element itself is left as it is.
 *
 * turndown walks and collapses white space; what it writes is ours wherever its own output does not read back as what
 * the page shows: emphasis beside a letter, tables, numbered lists, code, `<` and `&` in a text.
 */
export function toMarkdown(root: DomElement): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '\\',
  });
  service.escape = escapeText;
  const rule = (name: string, filter: Filter, replacement: (content: string, element: DomElement) => string) =>
    service.addRule(name, {
      filter: filter as TurndownService.Filter,
      replacement: (content, node) => replacement(content, node as unknown as DomElement),
    });

  rule('heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], (content, element) => {
    const line = oneLine(content);
    return line ? `\n\n${'#'.repeat(Number(element.nodeName.charAt(1)))} ${line.replace(/#+$/, '\\$&')}\n\n` : '\n\n';
  });
  rule('strong', ['strong', 'b'], (content, element) => emphasis(content, element, '**', 'strong'));
  rule('emphasis', ['em', 'i', 'cite', 'dfn', 'var'], (content, element) => emphasis(content, element, '*', 'em'));
  rule('struck', ['del', 's', 'strike'], (content, element) => emphasis(content, element, '~~', 'del'));
  rule('inline', ['kbd', 'sup', 'sub', 'mark', 'ins'], (content, element) => {
    const name = element.nodeName.toLowerCase();
    return content.trim() && !/\n\n/.test(content) ? `<${name}>${content}</${name}>` : content;
  });
  rule('quotation', ['q'], (content) => (/^[“”«"„‘]/.test(content.trim()) ? content : `“${content}”`));
  rule('code', ['code', 'tt', 'samp'], (_, element) => codeSpan(element));
  rule('pre', ['pre', 'listing', 'xmp'], (_, element) => codeBlock(element));
  rule('link', (node) => node.nodeName === 'A', link);
  rule('image', ['img'], (_, element) => image(element));
  rule('list', ['ul', 'ol', 'menu', 'dir'], (content, element) => {
    const nested = element.parentNode?.nodeName === 'LI';
    return nested ? `\n${content}\n` : `\n\n${content}\n\n`;
  });
  rule('item', ['li'], listItem);
  rule('term', ['dt'], (content) => (content.trim() ? `\n\n**${oneLine(content).replaceAll('**', '')}**\n\n` : ''));
  rule('description', ['dd'], (content) => `\n\n${content.trim()}\n\n`);
  rule('cell', ['td', 'th'], (content) => `${CELL}${content.trim()}`);
  rule('row', ['tr'], (content) => `${ROW}${content}`);
  rule('rows', ['thead', 'tbody', 'tfoot', 'colgroup'], (content) => content);
  rule('table', ['table'], (content, element) => tableRows(content, element));
  rule('break', ['br'], (_, element) => (element.nextSibling && element.previousSibling ? '\\\n' : ''));
  rule(
    'nothing',
    ['script', 'style', 'template', 'head', 'title', 'iframe', 'object', 'svg', 'math-annotation'],
    () => '',
  );

  return service
    .turndown(root as never)
    .replace(/\\\n(?=\s*(?:\n|$))/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

type Filter = string[] | ((node: DomElement) => boolean);

function oneLine(content: string): string {
  return content.replace(/\\?\s*\n\s*/g, ' ').trim();
}

/** `**…**` where that reads back as emphasis, the HTML element where a letter stands too near, else the bare content. */
function emphasis(content: string, element: DomElement, mark: string, tag: string): string {
  const inner = content.trim();
  if (!/[\p{L}\p{N}]/u.test(inner) || /\n\s*\n/.test(inner)) return content;
  const name = element.nodeName;
  for (let at = element.parentNode; at; at = at.parentNode) {
    if (at.nodeName === name || (/^H[1-6]$/.test(at.nodeName) && mark === '**')) return content;
  }
  const before = neighbour(element, 'previousSibling').slice(-1);
  const after = neighbour(element, 'nextSibling').slice(0, 1);
  const bare = inner.startsWith('\\') ? inner.slice(1) : inner;
  const opens = /[\p{L}\p{N}]/u.test(bare.charAt(0)) || !/[\p{L}\p{N}]/u.test(before);
  const closes = /[\p{L}\p{N}]/u.test(inner.slice(-1)) || !/[\p{L}\p{N}]/u.test(after);
  const sameMark =
    before === mark.charAt(0) ||
    after === mark.charAt(0) ||
    inner.startsWith(mark.charAt(0)) ||
    inner.endsWith(mark.charAt(0));
  return opens && closes && !sameMark ? `${mark}${inner}${mark}` : `<${tag}>${inner}</${tag}>`;
}

function neighbour(element: DomElement, side: 'previousSibling' | 'nextSibling'): string {
  let at: DomElement | null = element;
  while (at && !at[side]) {
    at = at.parentNode;
    if (!at || /^(?:P|DIV|LI|TD|TH|BLOCKQUOTE|H[1-6])$/.test(at.nodeName)) return '';
  }
  return at?.[side]?.textContent ?? '';
}

function listItem(content: string, element: DomElement): string {
  const list = element.parentNode;
  let marker = '- ';
  if (list?.nodeName === 'OL') {
    const items = Array.from(list.children).filter((child) => child.nodeName === 'LI');
    const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
    marker = `${Math.max(0, (Number.isNaN(start) ? 1 : start) + items.indexOf(element))}. `;
  }
  const body = content.replace(/^\n+|\s+$/g, '').replace(/\n/g, `\n${' '.repeat(marker.length)}`);
  return body.trim() ? `${marker}${body.trimStart()}\n` : '';
}
