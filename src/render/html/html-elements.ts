import { alertOf } from '../../markdown/alert.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { infoLanguage } from '../../markdown/info-language.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type {
  Block,
  Blockquote,
  Code,
  DefinitionList,
  List,
  ListItem,
  Table,
  TableCell,
} from '../../markdown/syntax-tree.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import type { HtmlContext } from './html-context.ts';
import { checkboxHtml, inlineHtml } from './phrasing-html.ts';

/** Writes blocks as HTML, each ended by a line end; HTML in the article is converted to blocks, never copied. */
export function blocksHtml(blocks: Iterable<Block>, context: HtmlContext): string {
  let html = '';
  for (const block of blocks) html += blockHtml(block, context);
  return html;
}

function blockHtml(block: Block, context: HtmlContext): string {
  switch (block.type) {
    case 'paragraph':
      return element('p', inlineHtml(inlines(block.tokens), context));
    case 'text':
      return `${inlineHtml(inlines(block.tokens), context)}\n`;
    case 'heading': {
      // The page's own headings are its sections; this one is in a quote or in HTML.
      const name = `h${Math.min(Math.max(block.depth, 2), 6)}`;
      return element(name, inlineHtml(inlines(block.tokens), context));
    }
    case 'code':
      return codeHtml(block);
    case 'math':
      return `<pre class="math"><code>${escapeText(block.text)}</code></pre>\n`;
    case 'list':
      return listHtml(block, context);
    case 'blockquote':
      return quoteHtml(block, context);
    case 'table':
      return tableHtml(block, context);
    case 'hr':
      return '<hr>\n';
    case 'html':
      return blocksHtml(htmlBlocks(block), context);
    case 'definition_list':
      return definitionsHtml(block, context);
    case 'checkbox':
      return checkboxHtml(block.checked, context);
    case 'footnote':
      context.footnotes.define(block);
      return '';
    case 'def':
    case 'space':
      return '';
  }
}

function element(name: string, html: string): string {
  return html === '' ? '' : `<${name}>${html}</${name}>\n`;
}

function codeHtml({ lang, text }: Code): string {
  const name = /^[\w+#.-]{1,40}/.exec(infoLanguage(lang))?.[0];
  const language = name ? ` class="language-${escapeAttribute(name)}"` : '';
  return `<pre><code${language}>${escapeText(text.replace(/\n$/, ''))}</code></pre>\n`;
}

function listHtml(list: List, context: HtmlContext): string {
  const name = list.ordered ? 'ol' : 'ul';
  const start = list.start === '' || list.start === 1 ? '' : ` start="${list.start}"`;
  return `<${name}${start}>\n${list.items.map((item) => itemHtml(item, context)).join('')}</${name}>\n`;
}

function itemHtml(item: ListItem, context: HtmlContext): string {
  return `<li${item.task ? ' class="task"' : ''}>${blocksHtml(item.tokens, context).trimEnd()}</li>\n`;
}

function quoteHtml(quote: Blockquote, context: HtmlContext): string {
  const alert = alertOf(quote);
  if (!alert) return `<blockquote>\n${blocksHtml(quote.tokens, context)}</blockquote>\n`;
  const { kind, label: title, first, rest } = alert;
  const label = `<p class="label">${escapeText(title ?? context.labels.alerts[kind])}</p>\n`;
  const html = element('p', inlineHtml(first, context)) + blocksHtml(rest, context);
  return `<aside class="${kind}" role="note">\n${label}${html}</aside>\n`;
}

function tableHtml(table: Table, context: HtmlContext): string {
  const row = (cells: readonly TableCell[], name: string, more = '') =>
    `<tr>${cells
      .map((cell, column) => {
        const align = cell.align ?? table.align[column];
        const side = align === 'right' || align === 'center' ? ` class="${align}"` : '';
        return `<${name}${more}${side}>${inlineHtml(inlines(cell.tokens), context)}</${name}>`;
      })
      .join('')}</tr>\n`;
  const hasHead = table.header.some((cell) => inlines(cell.tokens).length > 0);
  const head = hasHead ? `<thead>\n${row(table.header, 'th', ' scope="col"')}</thead>\n` : '';
  const body = table.rows.map((cells) => row(cells, 'td')).join('');
  return `<div class="table">\n<table>\n${head}${body && `<tbody>\n${body}</tbody>\n`}</table>\n</div>\n`;
}

function definitionsHtml(list: DefinitionList, context: HtmlContext): string {
  const items = list.items.map(({ terms, descriptions }) => {
    const names = terms.map((term) => element('dt', inlineHtml(inlines(term.tokens), context))).join('');
    return `${names}<dd>${blocksHtml(descriptions, context).trimEnd()}</dd>\n`;
  });
  return `<dl>\n${items.join('')}</dl>\n`;
}
