import type { BlockAttributes } from './asciidoc-block-attributes.ts';

/**
 * Reads the rows of a table, its cells as written; the first is its header, which may be empty. `kind` is the first
 * character of its delimiter.
 */
export function readTable(
  lines: readonly string[],
  { named, options }: BlockAttributes,
  kind: string,
): readonly (readonly string[])[] {
  const separator = kind === ',' || named.get('format') === 'csv' ? ',' : kind === ':' ? ':' : kind === '!' ? '!' : '|';
  const cells: string[] = [];
  let columns = columnCount(named.get('cols') ?? '');
  const isCellPerLine = separator === '|' && lines.every((line) => (line.match(/\|/g)?.length ?? 0) < 2);
  for (const line of lines) {
    if (line === '') {
      columns ||= cells.length;
      continue;
    }
    const fields =
      separator === '|' || separator === '!'
        ? line.split(
            new RegExp(
              `(?:^|(?<=\\s))(?:\\d*\\.?\\d*[+*])?[<^>]?\\.?[<^>]?[adehlmsv]?\\${separator}|(?<!\\\\)\\${separator}`,
            ),
          )
        : line.split(separator);
    const isCell = separator === ',' || separator === ':' || /^\S{0,8}[|!]/.test(line);
    if (!isCell && cells.length > 0) cells.push(`${cells.pop()}\n${line}`);
    else
      for (const field of separator === '|' || separator === '!' ? fields.slice(1) : fields) cells.push(field.trim());
    columns ||= isCellPerLine ? 0 : cells.length;
  }
  columns ||= Math.max(1, cells.length);
  const rows: string[][] = [];
  for (let at = 0; at < cells.length; at += columns)
    rows.push(cells.slice(at, at + columns).map((cell) => cell.replace(/\\\|/g, '|')));
  const hasHeader = /header/.test(options) || (lines[1] === '' && lines[0] !== '');
  return hasHeader || rows.length < 2 ? rows : [[], ...rows];
}

/** Counts the columns that `cols` declares: `1,2,3` or `3*`. */
function columnCount(columns: string): number {
  let count = 0;
  for (const column of columns.split(/[,;]/).filter((each) => each.trim() !== ''))
    count += Number(/^\s*(\d+)\*/.exec(column)?.[1] ?? 1);
  return Math.min(count, 100);
}
