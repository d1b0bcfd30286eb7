import type { TextBlock, TextItem } from '../text-block.ts';
import { joinLines, type TextLine } from './line.ts';
import type { LineLayout } from './line-layout.ts';
import { forcedBreaks, type Marker, markersOf } from './line-shape.ts';
import { joinWords } from './paragraphs.ts';

/** The lines of an item that begins with a letter or a small numeral. */
interface LabelledLines {
  readonly indent: number;
  readonly lines: string[];
}

/** A list item while its lines are read. */
interface OpenItem {
  readonly marker: Marker;
  readonly indent: number;
  readonly lines: string[];
  readonly labelled: LabelledLines[];
}

/** Reads a list, and the lines before it; undefined where there is none. */
export function readList(lines: readonly TextLine[], layout: LineLayout): TextBlock[] | undefined {
  const markers = markersOf(lines);
  const start = markers.findIndex(Boolean);
  if (start < 0) return undefined;
  const marked = markers.filter(Boolean).length;
  if (start > 0 && marked < 2 && !/[:：]$/.test(lines[start - 1]?.text ?? '')) return undefined;
  const items: OpenItem[] = [];
  const blocks: TextBlock[] = start > 0 ? [{ kind: 'paragraph', text: joinWords(lines.slice(0, start)) }] : [];
  let labelled: LabelledLines[] = [];
  const closeLabelled = (): void => {
    if (labelled.length > 0) blocks.push({ kind: 'verse', lines: joinLabelled(labelled) });
    labelled = [];
  };
  const closeItems = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items: nestItems(items) });
    items.length = 0;
  };
  for (const [at, line] of lines.entries()) {
    const marker = markers[at];
    const last = items.at(-1);
    if (at < start) continue;
    if (marker?.isLabel || (!marker && standsAlone(lines, at, labelled.at(-1) ?? last, layout))) {
      const text = { indent: line.indent, lines: [line.text] };
      // Below an item, and further in than its marker, it belongs to it.
      if (last && line.indent > last.indent) last.labelled.push(text);
      else {
        closeItems();
        labelled.push(text);
      }
      // A number that does not follow the one before is a word of its item.
    } else if (marker && (marker.number === undefined || !last || isNext(items, marker.number, line.indent))) {
      closeLabelled();
      items.push({ marker, indent: line.indent, lines: [line.text.slice(marker.length)], labelled: [] });
    } else {
      ((labelled.at(-1) ?? last?.labelled.at(-1))?.lines ?? last?.lines)?.push(line.text);
    }
  }
  closeLabelled();
  closeItems();
  return blocks;
}

/** Reports whether a line below an item is not its text: no further in, though its first word fitted the line before. */
function standsAlone(
  lines: readonly TextLine[],
  at: number,
  item: { readonly indent: number } | undefined,
  layout: LineLayout,
): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line || !before || !item || line.indent > item.indent || !/^["“«(]?[\p{Lu}\p{Lo}\d]/u.test(line.text))
    return false;
  return forcedBreaks([before, line], layout.width * 0.75) > 0;
}

function joinItem(lines: readonly string[]): string {
  return joinLines(lines).replace(/ {2,}/g, ' ');
}

/** Joins labelled items, a line each; deeper indents stay. */
function joinLabelled(items: readonly LabelledLines[]): string[] {
  const [first] = items;
  return items.map(
    ({ indent, lines }) => '\u00a0'.repeat(Math.min(Math.max(indent - (first?.indent ?? 0), 0), 16)) + joinItem(lines),
  );
}

function nestItems(items: readonly OpenItem[]): TextItem[] {
  const indents: number[] = [];
  return items.map(({ marker, indent: column, lines, labelled }) => {
    // `**` is an item below `*`.
    const indent = column + (/^\*{2}/.test(marker.text) ? 2 * (marker.text.length - 1) : 0);
    while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + 1) indents.push(indent);
    return {
      depth: Math.min(indents.length - 1, 8),
      ...(marker.number !== undefined && { number: marker.text }),
      text: joinItem(lines),
      ...(labelled.length > 0 && { more: joinLabelled(labelled) }),
    };
  });
}

function isNext(
  items: readonly { marker: { number?: number }; indent: number }[],
  number: number,
  indent: number,
): boolean {
  for (let at = items.length - 1; at >= 0 && at > items.length - 40; at--) {
    const item = items[at];
    if (item && item.indent === indent && item.marker.number !== undefined)
      return item.marker.number + 1 === number || (number === 1 && item.marker.number > 1);
  }
  return number <= 1;
}

/** Reports whether a list continues with these items: bullets with bullets, numbers with the next one. */
export function goesOn(items: readonly TextItem[], next: readonly TextItem[]): boolean {
  const last = items.at(-1)?.number;
  const number = next[0]?.number;
  if (last === undefined || number === undefined) return last === number;
  return Number.parseInt(last, 10) + 1 === Number.parseInt(number, 10);
}
