import { type Line, lineColumns, lineText, type Segment } from '../segment.ts';
import type { Range } from '../total-fit.ts';
import { columns, eachCluster } from '../width.ts';

/** Truncates a line that is wider than `width` columns, with `marker` in place of what is cut off. */
export function cutLine(line: Line, width: number, marker: Segment): Line {
  if (lineColumns(line) <= width) return line;
  const room = Math.max(1, width - columns(marker.text));
  let column = 0;
  let end = 0;
  eachCluster(lineText(line), (start, taken, cluster) => {
    if (column + taken <= room || start === 0) end = start + cluster.length;
    column += taken;
  });
  return [...(slices(line, [{ start: 0, end }])[0] ?? []), marker];
}

/**
 * Wraps a line at the last space that fits `width` columns, else at the edge; each line after the first begins with
 * `marker`. Nothing but those spaces is lost. Linear in the line's length.
 */
export function wrapLine(line: Line, width: number, marker: Segment): Line[] {
  if (lineColumns(line) <= width) return [line];
  const hang = columns(marker.text) < width / 2 ? columns(marker.text) : 0;
  const text = lineText(line);
  const ranges: Range[] = [];
  let start = 0;
  let column = 0;
  let limit = width;
  /** The last space that the line may end before, and the column after it; none in the indentation. */
  let space = -1;
  let afterSpace = 0;
  let inWord = false;
  const cut = (end: number, next: number, left: number): void => {
    ranges.push({ start, end });
    start = next;
    column = left;
    limit = Math.max(1, width - hang);
    space = -1;
  };
  eachCluster(text, (at, taken, cluster) => {
    if (cluster === ' ' && inWord) {
      space = at;
      afterSpace = column + 1;
    } else if (cluster !== ' ') inWord = true;
    if (column + taken > limit && at > start) {
      if (space === at) {
        cut(at, at + 1, -1);
      } else if (space >= start && space > 0) cut(space, space + 1, column - afterSpace);
      if (column + taken > limit && at > start) cut(at, at, 0);
    }
    column += taken;
  });
  ranges.push({ start, end: text.length });
  const [first = [], ...others] = slices(line, ranges);
  return [first, ...others.map((rest) => (hang > 0 ? [marker, ...rest] : rest))];
}

/** Returns the parts of a line between ascending offsets of its text. */
function slices(line: Line, ranges: readonly Range[]): Line[] {
  let index = 0;
  let before = 0;
  return ranges.map(({ start, end }) => {
    const slice: Segment[] = [];
    while (index < line.length) {
      const segment = line[index] as Segment;
      const text = segment.text.slice(Math.max(0, start - before), Math.max(0, end - before));
      if (text !== '') slice.push({ ...segment, text });
      if (before + segment.text.length > end) break;
      before += segment.text.length;
      index++;
    }
    return slice;
  });
}
