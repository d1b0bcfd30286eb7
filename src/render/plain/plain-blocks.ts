import { alertOf } from '../../markdown/alert.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block, Blockquote, InlineContent, List, ListItem, Table } from '../../markdown/syntax-tree.ts';
import { cleanText } from '../../text/sanitize.ts';
import type { Footnotes } from '../footnotes.ts';
import type { Labels } from '../labels.ts';
import type { BreakOptions } from '../line-break.ts';
import { inlineText } from './plain-inlines.ts';
import { wrapPlain } from './wrap-plain.ts';

/** The context that the blocks of one text are written with. */
export interface PlainContext {
  /** Columns of a line; `Infinity` where lines are not wrapped. */
  readonly width: number;
  readonly breaking: BreakOptions;
  readonly labels: Labels;
  readonly footnotes: Footnotes;
}

/**
 * Writes a block as lines, without the line end of the last; empty where nothing is shown. Lines after the first begin
 * with `indent`: the first one follows what is there already.
 */
export function blockLines(block: Block, context: PlainContext, indent = ''): string {
  switch (block.type) {
    case 'paragraph':
    case 'text':
    case 'heading':
      return fillLines(block.tokens, context, indent);
    case 'code':
    case 'math':
      return indentLines(cleanText(block.text).replace(/\n$/, ''), indent);
    case 'list':
      return listLines(block, context, indent);
    case 'blockquote':
      return quoteLines(block, context, indent);
    case 'table':
      return tableLines(block, context, indent);
    case 'html':
      return joinBlocks(htmlBlocks(block), context, indent);
    case 'definition_list':
      return block.items
        .map(({ terms, descriptions }) => {
          const inner = `${indent}  `;
          const meaning = joinBlocks(
            descriptions,
            context,
            inner,
            descriptions.every(({ type }) => type === 'paragraph'),
          );
          return [...terms.map((term) => fillLines(term.tokens, context, indent)), meaning && `  ${meaning}`]
            .filter((line) => line !== '')
            .join(`\n${indent}`);
        })
        .join(`\n\n${indent}`);
    case 'footnote':
      context.footnotes.define(block);
      return '';
    case 'checkbox':
      return block.checked ? '[x]' : '[ ]';
    default:
      return '';
  }
}

/** Joins blocks with a blank line between them, two around a rule; none in a tight list. */
export function joinBlocks(blocks: readonly Block[], context: PlainContext, indent: string, tight = false): string {
  let text = '';
  let separator = '';
  for (const block of blocks) {
    if (block.type === 'hr' && text) separator = '\n\n\n';
    const lines = blockLines(block, context, indent);
    if (!lines) continue;
    if (text) text += separator === ' ' ? separator : separator + indent;
    text += lines;
    separator = block.type === 'checkbox' ? ' ' : tight ? '\n' : '\n\n';
  }
  return text;
}

function fillLines(tokens: InlineContent, context: PlainContext, indent: string): string {
  return fillText(inlineText(inlines(tokens), context.footnotes), context, indent);
}

function fillText(text: string, context: PlainContext, indent: string): string {
  if (context.width === Number.POSITIVE_INFINITY) return indentLines(text, indent);
  return wrapPlain(text, Math.max(context.width - indent.length, narrowest), context.breaking).join(`\n${indent}`);
}

/** The fewest columns of text, however deep it is indented. */
const narrowest = 8;

/** Writes a quote, without a marker since it is read aloud and searched. An alert begins with its label. */
function quoteLines(quote: Blockquote, context: PlainContext, indent: string): string {
  const alert = alertOf(quote);
  if (!alert) return joinBlocks(quote.tokens, context, indent);
  const first = fillText(
    `${alert.label ?? context.labels.alerts[alert.kind]}: ${inlineText(alert.first, context.footnotes)}`.trim(),
    context,
    indent,
  );
  const rest = joinBlocks(alert.rest, context, indent);
  return rest ? `${first}\n\n${indent}${rest}` : first;
}

function indentLines(text: string, indent: string): string {
  return indent && text.includes('\n') ? text.replace(/\n(?!\n)/g, `\n${indent}`) : text;
}

function listLines(list: List, context: PlainContext, indent: string): string {
  const separator = list.loose ? `\n\n${indent}` : `\n${indent}`;
  return list.items
    .map((item, index) => itemLines(item, list.start === '' ? '-' : `${list.start + index}.`, context, indent))
    .join(separator);
}

function itemLines(item: ListItem, marker: string, context: PlainContext, indent: string): string {
  const inner = indent + ' '.repeat(marker.length + 1);
  const text = joinBlocks(item.tokens, context, inner, !item.loose);
  return text ? `${marker} ${text}` : marker;
}

function tableLines(table: Table, context: PlainContext, indent: string): string {
  const rows = [table.header, ...table.rows].map((row) =>
    row.map((cell) => inlineText(inlines(cell.tokens), context.footnotes).replace(/\s*[\n\t]\s*/g, ' ')),
  );
  if (rows[0]?.every((cell) => cell === '')) rows.shift();
  return rows.map((row) => row.join('\t')).join(`\n${indent}`);
}
