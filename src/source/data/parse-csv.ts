/** What is larger than this is shown as written: a table of it is no longer read, and its columns not seen. */
const most = { rows: 500, columns: 20, cell: 400 };

/** Returns the rows of separated values (RFC 4180); undefined for what is no table, or too large. Their separator is found where none is given. */
export function parseCsv(text: string, given?: string): readonly (readonly string[])[] | undefined {
  const [firstLine = ''] = text.split('\n', 1);
  const separator = given ?? separatorOf(firstLine);
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
