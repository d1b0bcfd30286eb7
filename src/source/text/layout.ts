import { columnsOf, type Line } from './line.ts';

/** How a text was set: what its line ends mean. */
export interface Layout {
  /** The column that lines were wrapped at. */
  readonly width: number;
  /** Whether each paragraph is one line, however long. */
  readonly unwrapped: boolean;
}

export function layoutOf(lines: readonly Line[]): Layout {
  let all = 0;
  let long = 0;
  for (const { text } of lines) {
    all += text.length;
    if (text.length > 132) long += text.length;
  }
  return { width: Math.max(60, wrapColumn(lines, 120)), unwrapped: long > all * 0.5 };
}

/**
 * The column that the lines were wrapped at: the longest length, up to `most`, that two lines in a hundred reach.
 * 80 for a text without two lines of 40 columns.
 */
export function wrapColumn(lines: readonly Line[], most = 10_000): number {
  const counts = new Map<number, number>();
  let wide = 0;
  for (const { text, indent } of lines) {
    const columns = indent + columnsOf(text);
    if (columns < 40 || columns > most) continue;
    wide++;
    counts.set(columns, (counts.get(columns) ?? 0) + 1);
  }
  let seen = 0;
  for (const columns of [...counts.keys()].sort((a, b) => b - a)) {
    seen += counts.get(columns) ?? 0;
    if (seen > wide * 0.02 && seen >= 2) return columns;
  }
  return 80;
}
