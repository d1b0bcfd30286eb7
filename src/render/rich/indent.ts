import { emptyLine, type Line, type Segment } from '../segment.ts';
import { columns } from '../width.ts';

/** The fewest columns of text, however deep it is nested: below that, indentation gives way. */
const least = 10;

/** Reports whether text keeps enough room beside a prefix of `prefix` columns. */
export function hasRoom(width: number, prefix: number): boolean {
  return width - prefix >= least;
}

/** Puts `first` before the first line; the others hang below its end, or `hang` columns in, but for empty ones. */
export function prefix(lines: readonly Line[], first: Segment, hang = columns(first.text)): Line[] {
  const indent: Segment = { text: ' '.repeat(hang), style: 0 };
  return lines.map((line, index) => {
    if (index === 0) return [first].concat(line);
    return line.length === 0 ? emptyLine : [indent].concat(line);
  });
}

/** Indents lines by `by` columns, if there is room; `layOut` gets the remaining width. */
export function indented(width: number, by: number, layOut: (width: number) => readonly Line[]): Line[] {
  if (!hasRoom(width, by)) return [...layOut(width)];
  const indent: Segment = { text: ' '.repeat(by), style: 0 };
  return layOut(width - by).map((line) => (line.length === 0 ? emptyLine : [indent].concat(line)));
}

/** Puts lines beside a bar, which continues beside empty ones; without it where it would leave them no room. */
export function barred(bar: Segment, width: number, layOut: (width: number) => Line[]): Line[] {
  const taken = columns(bar.text);
  if (!hasRoom(width, taken)) return layOut(width);
  const end: Segment = { ...bar, text: bar.text.trimEnd() };
  return layOut(width - taken).map((line) => (line.length === 0 ? [end] : [bar].concat(line)));
}
