import type { DomElement } from '../dom/nodes.ts';

/** Marks of a cell's and a row's start (unit and record separator), until the table is written. */
export const CELL = '\x1f';
export const ROW = '\x1e';

/** A table's marked rows and cells as a GFM table; one that only lays a page out becomes what its cells hold. */
export function tableRows(content: string, table: DomElement): string {
  const start = content.indexOf(ROW);
  if (start < 0) return `\n\n${content}\n\n`;
  const caption = content.slice(0, start).trim();
  const rows = content
    .slice(start + ROW.length)
    .split(ROW)
    .map((row) =>
      row
        .split(CELL)
        .map((cell) => cell.trim())
        // What a row holds outside of its cells is its first cell.
        .filter((cell, at) => at > 0 || cell),
    )
    .filter((row) => row.some(Boolean));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const nested = table.parentNode?.closest('table') ?? table.querySelector('table');
  if (nested || columns < 2 || rows.length < 2 || rows.some((row) => row.some(isFlow))) {
    return `\n\n${[caption, ...rows.flat()].filter(Boolean).join('\n\n')}\n\n`;
  }
  const [header = [], ...body] = namesEachRow(table) ? [[], ...rows] : rows;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, at) => cellText(cells[at] ?? '')).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(columns)}`;
  return `\n\n${caption ? `${caption}\n\n` : ''}${[line(header), rule, ...body.map(line)].join('\n')}\n\n`;
}

/** Paragraphs, lists and code do not fit into a cell of a Markdown table. */
function isFlow(cell: string): boolean {
  return cell.length > 600 || /```|\n\s*(?:[-*]|\d+\.|#{1,6}|>) /.test(cell) || cell.split(/\n\s*\n/).length > 3;
}

function cellText(cell: string): string {
  return cell
    .replace(/\\\n/g, '<br>')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
}

/** Two columns of `<th>name</th><td>value</td>`: no row of these is a header. */
function namesEachRow(table: DomElement): boolean {
  return Array.from(table.querySelectorAll('tr')).every(
    (row) => row.children.length === 2 && row.children[0]?.nodeName === 'TH' && row.children[1]?.nodeName === 'TD',
  );
}
