import { alertOf } from '../../markdown/alert.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block, Blockquote, InlineContent, List, ListItem, Table } from '../../markdown/types.ts';
import { cleanText } from '../../text/sanitize.ts';
import type { Labels } from '../labels.ts';
import type { BreakOptions } from '../line-break.ts';
import { inlineText } from './inline.ts';
import type { Notes } from './notes.ts';
import { wrapPlain } from './wrap.ts';

/** What the blocks of one text share. */
export interface Sheet {
  /** Columns; `Infinity` where nothing wraps. */
  readonly width: number;
  readonly breaking: BreakOptions;
  readonly labels: Labels;
  readonly notes: Notes;
}

/**
 * A block as lines, without the line end of the last; empty where nothing is to be seen. Lines after the first begin
 * with `indent`: the first one follows what stands there already.
 */
export function blockLines(block: Block, sheet: Sheet, indent = ''): string {
  switch (block.type) {
    case 'paragraph':
    case 'text':
    case 'heading':
      return fillLines(block.tokens, sheet, indent);
    case 'code':
    case 'math':
      return indentLines(cleanText(block.text).replace(/\n$/, ''), indent);
    case 'list':
      return listLines(block, sheet, indent);
    case 'blockquote':
      return quoteLines(block, sheet, indent);
    case 'table':
      return tableLines(block, sheet, indent);
    case 'html':
      return joinBlocks(htmlBlocks(block), sheet, indent);
    case 'definition_list':
      return block.items
        .map(({ terms, descriptions }) => {
          const inner = `${indent}  `;
          const meaning = joinBlocks(
            descriptions,
            sheet,
            inner,
            descriptions.every(({ type }) => type === 'paragraph'),
          );
          return [...terms.map((term) => fillLines(term.tokens, sheet, indent)), meaning && `  ${meaning}`]
            .filter((line) => line !== '')
            .join(`\n${indent}`);
        })
        .join(`\n\n${indent}`);
    case 'checkbox':
      return block.checked ? '[x]' : '[ ]';
    default:
      return '';
  }
}

/** Blocks with a blank line between them, two where a rule stands; or close together, as in a tight list. */
export function joinBlocks(blocks: readonly Block[], sheet: Sheet, indent: string, tight = false): string {
  let text = '';
  let separator = '';
  for (const block of blocks) {
    if (block.type === 'hr' && text) separator = '\n\n\n';
    const lines = blockLines(block, sheet, indent);
    if (!lines) continue;
    if (text) text += separator === ' ' ? separator : separator + indent;
    text += lines;
    separator = block.type === 'checkbox' ? ' ' : tight ? '\n' : '\n\n';
  }
  return text;
}

function fillLines(tokens: InlineContent, sheet: Sheet, indent: string): string {
  return fillText(inlineText(inlines(tokens), sheet.notes), sheet, indent);
}

function fillText(text: string, sheet: Sheet, indent: string): string {
  if (sheet.width === Number.POSITIVE_INFINITY) return indent && text.includes('\n') ? indentLines(text, indent) : text;
  return wrapPlain(text, Math.max(sheet.width - indent.length, narrowest), sheet.breaking).join(`\n${indent}`);
}

/** However deep it is indented, text keeps so many columns. */
const narrowest = 8;

/** A quote has no marker: it is read aloud, and searched. An alert begins with what it is. */
function quoteLines(quote: Blockquote, sheet: Sheet, indent: string): string {
  const alert = alertOf(quote);
  if (!alert) return joinBlocks(quote.tokens, sheet, indent);
  const first = fillText(
    `${alert.label ?? sheet.labels.alerts[alert.kind]}: ${inlineText(alert.first, sheet.notes)}`.trim(),
    sheet,
    indent,
  );
  const rest = joinBlocks(alert.rest, sheet, indent);
  return rest ? `${first}\n\n${indent}${rest}` : first;
}

function indentLines(text: string, indent: string): string {
  return indent && text.includes('\n') ? text.replace(/\n(?!\n)/g, `\n${indent}`) : text;
}

function listLines(list: List, sheet: Sheet, indent: string): string {
  const separator = list.loose ? `\n\n${indent}` : `\n${indent}`;
  return list.items
    .map((item, index) => itemLines(item, list.start === '' ? '-' : `${list.start + index}.`, sheet, indent))
    .join(separator);
}

function itemLines(item: ListItem, marker: string, sheet: Sheet, indent: string): string {
  const inner = indent + ' '.repeat(marker.length + 1);
  const text = joinBlocks(item.tokens, sheet, inner, !item.loose);
  return text ? `${marker} ${text}` : marker;
}

function tableLines(table: Table, sheet: Sheet, indent: string): string {
  const rows = [table.header, ...table.rows].map((row) =>
    row.map((cell) => inlineText(inlines(cell.tokens), sheet.notes).replace(/\s*[\n\t]\s*/g, ' ')),
  );
  if (rows[0]?.every((cell) => cell === '')) rows.shift();
  return rows.map((row) => row.join('\t')).join(`\n${indent}`);
}
