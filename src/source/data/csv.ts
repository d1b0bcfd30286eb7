import { escapeInline } from '../../markdown/escape.ts';
import { codeBlock, table } from '../markup/markdown-blocks.ts';
import type { Source } from '../source.ts';

/** The largest table; a larger one is shown as written, since nobody could read it. */
const most = { rows: 500, columns: 20, cell: 400 };

/**
 * Reads comma-, semicolon- or tab-separated values (RFC 4180) as a table, the first row as its header; as written where
 * that would be too large, or where rows differ in length.
 */
export function readCsv(text: string): Source {
  const rows = parseCsv(text);
  const markdown = rows
    ? table(rows.map((row) => row.map(writeCell)))
    : codeBlock(text.trimEnd().split(/\r?\n/), 'csv');
  return { markdown: `${markdown}\n`, metadata: {} };
}

function writeCell(cell: string): string {
  return escapeInline(cell.replace(/\s+/g, ' ').trim());
}

/** Parses the rows of a table; undefined where there is none, or too large a one. */
function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  const [firstLine = ''] = text.split('\n', 1);
  const separator = separatorOf(firstLine);
  const rows: string[][] = [];
  let row: string[] = [];
  const quotedField = /"((?:[^"]|"")*)"[ \t]*/y;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    let value = '';
    if (text.charAt(at) === '"') {
      quotedField.lastIndex = at;
      const match = quotedField.exec(text);
      if (match?.[1] === undefined) return undefined;
      value = match[1].replace(/""/g, '"');
      at = quotedField.lastIndex;
    } else {
      const end = indexOfAny(text, at, separator);
      value = text.slice(at, end);
      at = end;
    }
    if (value.length > most.cell) return undefined;
    row.push(value.replace(/\r$/, ''));
    if (text.charAt(at) === '\r') at += 1;
    const next = text.charAt(at);
    if (next === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    } else if (next !== '\n' && next !== '') return undefined;
    at += 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (rows.length > most.rows) return undefined;
  }
  const [header = []] = rows;
  const isTable =
    rows.length > 0 && header.length <= most.columns && rows.every(({ length }) => length === header.length);
  return isTable ? rows : undefined;
}

function indexOfAny(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== separator) at += 1;
  return at;
}

function separatorOf(line: string): string {
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
