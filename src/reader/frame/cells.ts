import { type Line, lineColumns, type Segment } from '../../render/segment.ts';
import { overlay, plain, type Style } from '../../render/style.ts';
import { columns, eachCluster, isNarrow } from '../../render/width.ts';

export function span(text: string, style: Style = plain): Segment {
  return { text, style };
}

export function blankCells(width: number, style: Style = plain): Segment {
  return span(' '.repeat(Math.max(0, width)), style);
}

/** Returns the columns `from` to `from + width` of a line; half of a wide character becomes a space. */
export function slice(line: Line, from: number, width: number): Line {
  const out: Segment[] = [];
  let column = 0;
  const end = from + width;
  for (const segment of line) {
    if (column >= end) break;
    const { text } = segment;
    if (isNarrow(text)) {
      const chunk = text.slice(Math.max(0, from - column), Math.max(0, end - column));
      if (chunk !== '') out.push({ ...segment, text: chunk });
      column += text.length;
      continue;
    }
    let chunk = '';
    eachCluster(text, (_, wide, cluster) => {
      const start = column;
      column += wide;
      if (start >= end || column <= from) {
        // A combining character belongs to the one before it.
        if (wide === 0 && start === end && chunk !== '') chunk += cluster;
        return;
      }
      if (start >= from && column <= end) chunk += cluster;
      else chunk += ' '.repeat(Math.min(column, end) - Math.max(start, from));
    });
    if (chunk !== '') out.push({ ...segment, text: chunk });
  }
  return out;
}

/** Pads or truncates a line to `width` columns; `cut` is put where it is truncated. */
export function fitted(
  line: Line,
  width: number,
  { cut, style = plain }: { readonly cut: string; readonly style?: Style },
): Line {
  const wide = lineColumns(line);
  if (wide <= width) return wide === width ? line : [...line, blankCells(width - wide, style)];
  const cutWidth = columns(cut);
  if (width <= cutWidth) return slice(line, 0, width);
  const kept = slice(line, 0, width - cutWidth);
  return [...kept, span(cut, kept.at(-1)?.style ?? style)];
}

/** Applies styles to ranges of a line's text, in UTF-16 units, ascending and not overlapping. */
export function marked(
  line: Line,
  ranges: readonly { readonly start: number; readonly end: number; readonly style: Style }[],
): Line {
  if (ranges.length === 0) return line;
  const out: Segment[] = [];
  let at = 0;
  let next = 0;
  for (const segment of line) {
    const end = at + segment.text.length;
    let from = at;
    while (from < end) {
      while (next < ranges.length && (ranges[next]?.end ?? 0) <= from) next++;
      const range = ranges[next];
      const inside = range !== undefined && range.start <= from;
      const to = Math.min(end, range === undefined ? end : inside ? range.end : range.start);
      const text = segment.text.slice(from - at, to - at);
      out.push({ ...segment, text, style: inside ? overlay(segment.style, range.style) : segment.style });
      from = to;
    }
    at = end;
  }
  return out;
}

/** Lays a style over that of every segment. */
export function restyled(line: Line, style: Style): Line {
  return line.map((segment) => ({ ...segment, style: overlay(segment.style, style) }));
}

/** Replaces the columns of a line from `column` on by a text. */
export function covered(line: Line, column: number, text: Segment): Line {
  const width = lineColumns(line);
  const end = column + columns(text.text);
  return [...slice(line, 0, column), text, ...slice(line, end, Math.max(0, width - end))];
}
