/** What is larger than this is shown as written: a table of it is no longer read. */
const most = { rows: 500, cell: 400 };

/**
 * Returns the rows of separated values (RFC 4180), spaces around quotation marks allowed; undefined for what is
 * malformed, or too large. Their separator is found where none is given.
 */
export function parseCsv(text: string, given?: string): readonly (readonly string[])[] | undefined {
  const [firstLine = ''] = text.split('\n', 1);
  const separator = given ?? separatorOf(firstLine);
  const rows: string[][] = [];
  let row: string[] = [];
  const quotedField = / *"((?:[^"]|"")*)" */y;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    quotedField.lastIndex = at;
    const quoted = quotedField.exec(text)?.[1];
    if (quoted === undefined && text.charAt(at) === '"') return undefined;
    const end = quoted === undefined ? indexOfAny(text, at, separator) : quotedField.lastIndex;
    const value = quoted?.replace(/""/g, '"') ?? text.slice(at, end);
    at = end;
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
  return rows;
}

/** Returns the rows of separated values in a markup; what is malformed is split at each separator. */
export function valueRows(lines: readonly string[], separator: string): readonly (readonly string[])[] {
  const filled = lines.filter((line) => line !== '');
  return parseCsv(filled.join('\n'), separator) ?? filled.map((line) => line.split(separator));
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
