import TurndownService from 'turndown';
import type { DomElement } from '../dom/tree.ts';
import { codeBlock, codeSpan, EMPTY_LINE } from './code.ts';
import { emphasis } from './emphasis-markup.ts';
import { escapeText } from './escape-text.ts';
import { formula } from './formulas.ts';
import { image, link } from './links.ts';
import { ALERT } from './page-alerts.ts';
import { NOTE } from './page-footnotes.ts';
import { BANG, simplify } from './simplify.ts';
import { CELL, ROW, tableRows } from './tables.ts';

/**
 * An element's content as Markdown. Addresses in it are expected to be absolute. The element is simplified on the way.
 *
 * turndown walks it and collapses white space; what is written is ours wherever turndown's own would not read back as
 * what the page shows: emphasis beside a letter, tables, numbers of lists, code, `<` and `&` in a text.
 */
export function toMarkdown(root: DomElement): string {
  simplify(root);
  const service = new TurndownService({ headingStyle: 'atx', hr: '***', codeBlockStyle: 'fenced' });
  service.escape = escapeText;
  const rule = (names: string, write: (content: string, element: DomElement) => string) =>
    service.addRule(names, {
      filter: names.split(' ') as TurndownService.Filter,
      replacement: (content, node) => write(content, node as unknown as DomElement),
    });

  rule('h1 h2 h3 h4 h5 h6', heading);
  rule('strong b', (content, element) => emphasis(content, element, '**'));
  rule('em i cite dfn var', (content, element) => emphasis(content, element, '*'));
  rule('del s strike', (content, element) => emphasis(content, element, '~~'));
  rule('kbd sup sub mark ins', marked);
  rule('q', (content) => (/^[“”«"„‘]/.test(content.trim()) ? content : `“${content}”`));
  rule('rt', (content) => (content.trim() ? `(${content.trim()})` : ''));
  rule('code tt samp', (_, element) => codeSpan(element));
  rule('pre listing xmp', (_, element) => codeBlock(element));
  rule('a', link);
  rule('img', (_, element) => image(element));
  rule('math', (content, element) => formula(content, element));
  rule('ul ol menu dir', (content, element) => {
    const space = element.parentNode?.nodeName === 'LI' ? '\n' : '\n\n';
    return space + content + space;
  });
  rule('li', listItems());
  rule('input', taskBox);
  rule('dt summary', (content) => `\n\n**${oneLine(content).replaceAll('**', '')}**\n\n`);
  rule('dd details figcaption legend', (content) => `\n\n${content.trim()}\n\n`);
  rule('blockquote', quotation);
  rule('td th', (content) => `${CELL}${content.trim()}`);
  rule('tr', (content) => `${ROW}${content}`);
  rule('thead tbody tfoot', (content) => content);
  rule('table', tableRows);
  rule('br', (_, element) => (element.nextSibling && element.previousSibling ? '\\\n' : ''));
  rule('script style template head title iframe object svg audio video rp', () => '');

  const lines = service.turndown(root as never).split('\n');
  return lines
    .map((line) => line.trimEnd().replaceAll(BANG, '\\!'))
    .join('\n')
    .replace(/\\\n(?=\n|$)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(?:\*\*\*\n+)+|(?:\n+\*\*\*)+$/g, '')
    .replace(new RegExp(` *${EMPTY_LINE}`, 'g'), '')
    .trim();
}

function heading(content: string, element: DomElement): string {
  const line = oneLine(content).replace(/#+$/, '\\$&');
  if (!/[\p{L}\p{N}\p{S}]/u.test(line)) return line ? '\n\n***\n\n' : '\n\n';
  return `\n\n${'#'.repeat(Number(element.nodeName.charAt(1)))} ${line}\n\n`;
}

function oneLine(content: string): string {
  return content.replace(/\\?[ \t]*\n[ \t\n]*/g, ' ').trim();
}

function quotation(content: string, element: DomElement): string {
  const kind = element.getAttribute(ALERT);
  const text = content.trim();
  const body = kind && /^[A-Z]+$/.test(kind) ? `[!${kind}]\n${text}` : text;
  return text ? `\n\n${body.replace(/^/gm, '> ')}\n\n` : '';
}

function taskBox(_: string, element: DomElement): string {
  const box = element.getAttribute('checked') === null ? '[ ]' : '[x]';
  return /^\s/.test(element.nextSibling?.textContent ?? '') ? box : `${box} `;
}

/** What Markdown has no marks for stays the HTML that it was; a footnote's mark has become one before. */
function marked(content: string, element: DomElement): string {
  const label = element.getAttribute(NOTE);
  if (label && /^\d+$/.test(label)) return `[^${label}]`;
  const name = element.nodeName.toLowerCase();
  return content.trim() && !content.includes('\n\n') ? `<${name}>${content}</${name}>` : content;
}

/** A writer of list items, which counts the numbered ones and parts two lists that stand one below the other. */
function listItems(): (content: string, element: DomElement) => string {
  const next = new Map<DomElement, number>();
  const others = new Set<DomElement>();
  return (content, element) => {
    const body = content.replace(/^\n+/, '').trimEnd();
    const list = element.parentNode;
    if (!body.trim() || !list) return '';
    const before = list.previousElementSibling;
    // Of two lists without a text between them the second has other marks, else Markdown would make them one.
    if (before?.nodeName === list.nodeName && !others.has(before)) others.add(list);
    let marker = others.has(list) ? '* ' : '- ';
    if (list.nodeName === 'OL') {
      const own = Number.parseInt(element.getAttribute('value') ?? '', 10);
      const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
      const number =
        [own, next.get(list), start].find((value) => value !== undefined && value >= 0 && value < 1e9) ?? 1;
      next.set(list, number + 1);
      marker = `${number}${others.has(list) ? ')' : '.'} `;
    }
    // A list below the item's only paragraph belongs to it without a gap.
    const isTight = !body.includes('```') && !/\n\n(?!- |\d+\. )/.test(body);
    const lines = (isTight ? body.replace(/\n{2,}/g, '\n') : body).trimStart();
    return `${marker}${lines.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)}\n`;
  };
}
