export interface CsvOptions {
  /** Found in the first line where it is left out. */
  readonly separator?: string;
  readonly mostRows?: number;
  /** In characters. */
  readonly longestValue?: number;
}

/**
 * Returns the rows of separated values (RFC 4180), spaces around quotation marks allowed; undefined for what is
 * malformed, or too large.
 */
export function parseCsv(text: string, options: CsvOptions = {}): readonly (readonly string[])[] | undefined {
  const { separator = separatorOf(text), mostRows = Infinity, longestValue = Infinity } = options;
  const rows: string[][] = [];
  let row: string[] = [];
  const quotedField = / *"((?:[^"]|"")*)" */y;
  for (let at = 0; at < text.length; ) {
    quotedField.lastIndex = at;
    const quoted = quotedField.exec(text)?.[1];
    if (quoted === undefined && text.charAt(at) === '"') return undefined;
    const end = quoted === undefined ? indexOfAny(text, at, separator) : quotedField.lastIndex;
    const value = quoted?.replace(/""/g, '"') ?? text.slice(at, end);
    at = end;
    if (value.length > longestValue) return undefined;
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
    if (rows.length > mostRows) return undefined;
  }
  return rows;
}

/** Returns the rows of separated values in a markup; malformed lines are split at each separator. */
export function valueRows(lines: readonly string[], separator: string): readonly (readonly string[])[] {
  const filled = lines.filter((line) => line !== '');
  const rows = parseCsv(filled.join('\n'), { separator });
  return rows ?? filled.map((line) => parseCsv(line, { separator })?.[0] ?? line.split(separator));
}

function indexOfAny(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== separator) at += 1;
  return at;
}

function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
