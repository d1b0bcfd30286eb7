import { columnsOf, type TextLine } from './line.ts';

/** The layout of a text: what its line ends mean. */
export interface LineLayout {
  /** The column at which lines were wrapped. */
  readonly width: number;
  /** Whether each paragraph is one line, however long. */
  readonly unwrapped: boolean;
}

/** Detects the layout by the lengths of lines: most of an unwrapped text is in lines too long for any page. */
export function layoutOf(lines: readonly TextLine[]): LineLayout {
  let all = 0;
  let long = 0;
  for (const { text } of lines) {
    all += text.length;
    if (text.length > 132) long += text.length;
  }
  return { width: Math.max(60, wrapColumn(lines, 120)), unwrapped: long > all * 0.5 };
}

/**
 * Finds the column at which lines were wrapped: many lines end just before, and few are longer. 80 for a text that has
 * hardly a line of 40 columns.
 */
export function wrapColumn(lines: readonly TextLine[], most = 400): number {
  const counts = new Array<number>(most + 10).fill(0);
  let wide = 0;
  for (const { text, indent } of lines) {
    const columns = indent + columnsOf(text);
    if (text === '' || columns < 40 || columns > most) continue;
    wide++;
    counts[columns] = (counts[columns] ?? 0) + 1;
  }
  if (wide < 2) return 80;
  const between = (from: number, to: number): number => counts.slice(from, to).reduce((sum, count) => sum + count, 0);
  let best = 80;
  let most8 = 0;
  for (let column = 40; column <= most; column++) {
    if (counts[column] === 0) continue;
    const worth = between(column - 7, column + 1) - 2 * between(column + 1, column + 9);
    if (worth >= most8) {
      most8 = worth;
      best = column;
    }
  }
  return best;
}
