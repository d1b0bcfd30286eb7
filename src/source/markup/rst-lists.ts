import { dedent, indentOf, type TakenLines, takeIndented } from './markup-lines.ts';

/** The marker that a list item begins with. */
interface ListMarker {
  readonly kind: 'bullet' | 'number' | 'auto' | 'label';
  readonly number?: number;
  readonly label: string;
  readonly width: number;
}

/** Reads the marker at the start of a line; undefined without one. */
export function rstMarkerOf(line: string): ListMarker | undefined {
  const [marker = '', label = ''] =
    /^([*+\-•‣⁃]|#\.|\(?(?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,8})[.)])(?:\s+|$)/.exec(line) ?? [];
  if (marker === '') return undefined;
  const width = marker.length + (/\s$/.test(marker) ? 0 : 1);
  const number = /^\(?(\d+)/.exec(label)?.[1];
  if (number !== undefined) return { kind: 'number', number: Number(number), label, width };
  return { kind: label === '#.' ? 'auto' : /\w/.test(label) ? 'label' : 'bullet', label, width };
}

/** Reports whether a numbered line begins a list: only before a blank line, another item or its own continuation. */
export function isListLine(lines: readonly string[], at: number, marker: ListMarker): boolean {
  const next = lines[at + 1] ?? '';
  return next === '' || isSameList(marker, rstMarkerOf(next)) || indentOf(next) >= marker.width;
}

/** Reports whether an item goes on with a list that begins with another: `#.` counts on from a number. */
export function isSameList(first: ListMarker, next: ListMarker | undefined): boolean {
  return next !== undefined && (next.kind === first.kind || (first.kind === 'number' && next.kind === 'auto'));
}

/** Takes the lines of a list item whose marker is `width` wide; `end` is the index after them. */
export function takeItem(lines: readonly string[], at: number, width: number): TakenLines {
  const { end } = takeIndented(lines, at + 1, Math.min(width, 2));
  return { lines: dedentAll([(lines[at] ?? '').slice(width), ...lines.slice(at + 1, end)]), end };
}

/** Removes the common indent of all lines but the first, which has none. */
export function dedentAll([first = '', ...rest]: readonly string[]): string[] {
  const lines = rest[0] === '' ? [first, '', ...dedent(rest)] : [first, ...dedent(rest)];
  while (lines[0] === '') lines.shift();
  return lines;
}
