/** The cells of a table, its header first, and the index of the line after it. */
export interface RstTable {
  readonly rows: readonly (readonly string[])[];
  readonly end: number;
}

/** Reports whether a line is the border of a grid table: `+-----+----+`. */
export function isGridBorder(line: string): boolean {
  return /^\+(?:[-=]+\+)+$/.test(line);
}

/** Reports whether a line is the border of a simple table: `=====  ====`. */
export function isSimpleBorder(line: string): boolean {
  return /^=+(?: +=+)+$/.test(line);
}

/**
 * Reads a grid table; undefined where its edges do not align. A cell over several rows or columns is the first one's;
 * the others are empty.
 */
export function readGridTable(lines: readonly string[], start: number): RstTable | undefined {
  let end = start;
  while (/^[+|]/.test(lines[end] ?? '')) end += 1;
  if (end - start < 3 || !isGridBorder(lines[end - 1] ?? '')) return undefined;
  const edges = new Set<number>();
  for (const line of lines.slice(start, end)) {
    if (!/^\+[-=+]+\+$/.test(line)) continue;
    for (const { index } of line.matchAll(/\+/g)) edges.add(index);
  }
  const columns = [...edges].sort((a, b) => a - b);
  // A line without an edge at the table's end is not part of it.
  const last = columns.at(-1) ?? 0;
  if (lines.slice(start, end).some((line) => line.length !== last + 1 || !/[+|]$/.test(line))) return undefined;
  const rows: string[][] = [];
  let row: string[] = columns.slice(1).map(() => '');
  for (const line of lines.slice(start + 1, end)) {
    // A border within a row, beside a cell over several rows, ends it too.
    const isBorder = /[+|][-=]{2,}[-=+]*[+|]/.test(line);
    let from = 0;
    for (let column = 0; column + 1 < columns.length; column += 1) {
      const to = columns[column + 1] ?? line.length;
      if (!/[|+]/.test(line.charAt(to))) continue;
      const text = line.slice((columns[from] ?? 0) + 1, to).trim();
      if (text !== '' && !/^[-=+]+$/.test(text)) row[from] = `${row[from] ?? ''}\n${text}`.trim();
      from = column + 1;
    }
    if (!isBorder) continue;
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = columns.slice(1).map(() => '');
  }
  if (row.some((cell) => cell !== '')) rows.push(row);
  return { rows, end };
}

/** Cuts a line at columns, but not through a word: there it is a cell over both. */
function cutAt(line: string, columns: readonly number[]): string[] {
  const cells = columns.map(() => '');
  let from = 0;
  for (const [index, column] of columns.entries()) {
    const to = columns[index + 1];
    if (to !== undefined && /\S\S/.test(line.slice(to - 1, to + 1))) continue;
    cells[from] = line.slice(columns[from] ?? column, to).trim();
    from = index + 1;
  }
  return cells;
}

/** Reads a simple table. A row whose first cell is empty goes on with the row above it. */
export function readSimpleTable(lines: readonly string[], start: number): RstTable | undefined {
  const border = lines[start] ?? '';
  const columns = Array.from(border.matchAll(/=+/g), ({ index }) => index);
  const borders: number[] = [start];
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (!/^=[= ]*$/.test(line)) {
      if (line === '' && borders.length > 1 && lines[end - 1] === '') return undefined;
      continue;
    }
    borders.push(end);
    const next = lines[end + 1] ?? '';
    if (borders.length === 3 || next === '') break;
  }
  if (borders.length < 2) return undefined;
  const rows: string[][] = [];
  const last = borders.at(-1) ?? end;
  for (const line of lines.slice(start + 1, last)) {
    if (line === '' || /^[=-][=\- ]*$/.test(line)) continue;
    const cells = cutAt(line, columns);
    const row = rows.at(-1);
    if (cells[0] === '' && row) {
      for (const [index, cell] of cells.entries()) if (cell !== '') row[index] = `${row[index] ?? ''}\n${cell}`.trim();
    } else rows.push(cells);
  }
  return { rows, end: last + 1 };
}
