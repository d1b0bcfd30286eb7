import { mostPlaces, widestSpan } from '../../../markdown/html/table-limits.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { headless } from './heading-rows.ts';

/** Separators of cells and rows (unit and record separator), until the table is written. */
const cellSeparator = '\x1f';
const rowSeparator = '\x1e';

interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly alignment: string;
}

/** Returns a cell prefixed with its span and alignment. */
export function markCell(content: string, cell: DomElement): string {
  const span = (name: string) =>
    Math.min(widestSpan, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '', 10) || 1));
  return `${cellSeparator}${span('colspan')},${span('rowspan')},${alignmentOf(cell)}${cellSeparator}${content.trim()}`;
}

export function markRow(content: string): string {
  return `${rowSeparator}${content}`;
}

function alignmentOf(cell: DomElement): string {
  const own = cell.getAttribute('align') ?? /text-align\s*:\s*(\w+)/i.exec(cell.getAttribute('style') ?? '')?.[1] ?? '';
  return /^(?:left|center|right)$/i.test(own) ? own.toLowerCase() : '';
}

/**
 * Returns a table's marked rows and cells as a GFM table, each cell in its place on the grid (HTML, 4.9.12); of a
 * layout table the contents of its cells.
 */
export function tableRows(content: string, table: DomElement): string {
  const start = content.search(/[\x1e\x1f]/);
  if (start < 0) return `\n\n${content}\n\n`;
  const caption = content.slice(0, start).trim();
  const cells = content
    .slice(start)
    .split(rowSeparator)
    .map(readRow)
    .filter((row) => row.some(({ text }) => text));
  const count = cells.reduce((sum, row) => sum + row.length, 0);
  const spread = grid(cells, mostPlaces(count));
  const rows = spread ?? cells.map((row) => row.map(({ text }) => text));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const isEndless = !spread || columns * rows.length > mostPlaces(count);
  const nested = table.parentNode?.closest('table') ?? table.querySelector('table');
  if (nested || columns < 2 || isEndless || isLayout(rows)) {
    return `\n\n${[caption, ...rows.flat().filter(Boolean)].filter(Boolean).join('\n\n')}\n\n`;
  }
  const [header = [], ...body] = namesEachRow(table) || table.hasAttribute(headless) ? [[], ...rows] : rows;
  const line = (texts: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, at) => cellText(texts[at] ?? '')).join(' | ')} |`;
  const rule = `|${Array.from({ length: columns }, (_, at) => ` ${delimiter(cells, at)} |`).join('')}`;
  return `\n\n${caption ? `${caption}\n\n` : ''}${[line(header), rule, ...body.map(line)].join('\n')}\n\n`;
}

/** Returns the cells of a row. Content outside of them is its first cell. */
function readRow(row: string): readonly Cell[] {
  const [outside = '', ...marked] = row.split(cellSeparator);
  const cells: Cell[] = [];
  if (outside.trim()) cells.push({ text: outside.trim(), columns: 1, rows: 1, alignment: '' });
  for (let at = 0; at + 1 < marked.length; at += 2) {
    const [columns, rows, alignment = ''] = (marked[at] ?? '').split(',');
    cells.push({ text: (marked[at + 1] ?? '').trim(), columns: Number(columns), rows: Number(rows), alignment });
  }
  return cells;
}

/**
 * Places cells row by row: one that spans several places is written in the first of them, the others stay empty.
 * Undefined where that takes more places than `most`.
 */
function grid(rows: readonly (readonly Cell[])[], most: number): string[][] | undefined {
  const taken: number[] = [];
  // No column from here on is taken: most rows are short where one is very long.
  let reach = 0;
  const lines: string[][] = [];
  let places = 0;
  for (const cells of rows) {
    const line: string[] = [];
    let column = 0;
    const skipTaken = () => {
      while ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] ?? 0) - 1;
        line[column++] = '';
      }
    };
    for (const { text, columns, rows } of cells) {
      skipTaken();
      for (let at = 0; at < columns; at++) {
        taken[column] = rows - 1;
        line[column++] = at === 0 ? text : '';
      }
      if (rows > 1) reach = Math.max(reach, column);
    }
    // Further columns that cells of rows above reach down to.
    for (; column < reach; column++) {
      if ((taken[column] ?? 0) === 0) continue;
      taken[column] = (taken[column] ?? 0) - 1;
      line[column] = '';
    }
    while (reach > 0 && (taken[reach - 1] ?? 0) === 0) reach -= 1;
    places += line.length;
    if (places > most) return undefined;
    lines.push(Array.from(line, (text) => text ?? ''));
  }
  return lines;
}

/** Reports whether a table only puts things side by side, or its cells contain what no table can. */
function isLayout(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < 2 && rows.some((row) => row.some((text) => text.length > 100 || text.includes('\n')))) return true;
  return rows.some((row) => row.some(isFlow));
}

/** Returns the delimiter of a column, by the first cell with an alignment. */
function delimiter(rows: readonly (readonly Cell[])[], column: number): string {
  const alignment = rows.map((row) => row[column]?.alignment).find(Boolean);
  return alignment === 'center' ? ':---:' : alignment === 'right' ? '---:' : alignment === 'left' ? ':---' : '---';
}

/** Reports whether a cell has paragraphs, lists or code, for which a Markdown table has no place. */
function isFlow(cell: string): boolean {
  return cell.length > 600 || /```|\n\s*(?:[-*]|\d+\.|#{1,6}|>) /.test(cell) || cell.split(/\n\s*\n/).length > 3;
}

function cellText(cell: string): string {
  return cell
    .replace(/\\\n/g, '<br>')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
}

/** Reports whether a table is two columns of `<th>name</th><td>value</td>`: no row of these is a header. */
function namesEachRow(table: DomElement): boolean {
  const rows = table.querySelectorAll('tr');
  const isNamed = ({ children }: DomElement) =>
    children.length === 2 && children[0]?.nodeName === 'TH' && children[1]?.nodeName === 'TD';
  return rows.length > 0 && rows.every(isNamed);
}
