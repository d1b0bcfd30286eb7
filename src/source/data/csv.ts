import { escapeInline } from '../../markdown/escape.ts';
import { codeBlock, table } from '../markdown-blocks.ts';
import type { Source } from '../source.ts';
import { parseCsv } from './parse-csv.ts';

/** What is larger than this is shown as written: a table of it is no longer read, and its columns not seen. */
const most = { mostRows: 500, longestValue: 400 };
const mostColumns = 20;

/**
 * Reads comma-, semicolon- or tab-separated values (RFC 4180) as a table, the first row as its header; as written where
 * that would be too large, or where rows differ in length.
 */
export function readCsv(text: string): Source {
  const rows = parseCsv(text, most) ?? [];
  const [header] = rows;
  const isTable =
    header !== undefined && header.length <= mostColumns && rows.every(({ length }) => length === header.length);
  const markdown = isTable
    ? table(rows.map((row) => row.map(writeCell)))
    : codeBlock(text.trimEnd().split(/\r?\n/), 'csv');
  return { markdown: `${markdown}\n`, metadata: {} };
}

function writeCell(cell: string): string {
  return escapeInline(cell.replace(/\s+/g, ' ').trim());
}
