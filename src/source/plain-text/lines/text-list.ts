import type { TextBlock, TextItem } from '../text-block.ts';
import { joinLines, type Line } from './line.ts';
import { markerOf } from './line-shape.ts';
import { joinWords } from './paragraphs.ts';

/** A list, and the lines that lead to it. */
export function readList(lines: readonly Line[]): TextBlock[] | undefined {
  const marked: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (markerOf(text)) marked.push(at);
  }
  const start = marked[0];
  if (start === undefined) return undefined;
  if (start > 0 && marked.length < 2 && !/[:：]$/.test(lines[start - 1]?.text ?? '')) return undefined;
  const items: { marker: NonNullable<ReturnType<typeof markerOf>>; indent: number; lines: string[] }[] = [];
  for (const line of lines.slice(start)) {
    const marker = markerOf(line.text);
    const last = items.at(-1);
    // A number that does not count on from the one before is a word of its item.
    const counts = marker?.number === undefined || !last || isNext(items, marker.number, line.indent);
    if (marker && counts) items.push({ marker, indent: line.indent, lines: [line.text.slice(marker.length)] });
    else last?.lines.push(line.text);
  }
  const drafts: TextBlock[] = [];
  if (start > 0) drafts.push({ kind: 'paragraph', text: joinWords(lines.slice(0, start)) });
  const indents: number[] = [];
  const list: TextItem[] = items.map(({ marker, indent, lines: texts }) => {
    while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + 1) indents.push(indent);
    return {
      depth: Math.min(indents.length - 1, 8),
      ...(marker.number !== undefined && { number: marker.mark }),
      text: joinLines(texts).replace(/ {2,}/g, ' '),
    };
  });
  drafts.push({ kind: 'list', items: list });
  return drafts;
}

function isNext(
  items: readonly { marker: { number?: number }; indent: number }[],
  number: number,
  indent: number,
): boolean {
  for (let at = items.length - 1; at >= 0 && at > items.length - 40; at--) {
    const item = items[at];
    if (item && item.indent === indent && item.marker.number !== undefined) return item.marker.number + 1 === number;
  }
  return number <= 1;
}

/** Whether a list goes on with these items: bullets with bullets, numbers with the next one. */
export function goesOn(items: readonly TextItem[], next: readonly TextItem[]): boolean {
  const last = items.at(-1)?.number;
  const number = next[0]?.number;
  if (last === undefined || number === undefined) return last === number;
  return Number.parseInt(last, 10) + 1 === Number.parseInt(number, 10);
}
