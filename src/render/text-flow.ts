import { type BreakOptions, breakOpportunities } from './line-break.ts';
import type { Line, Segment } from './segment.ts';
import type { Range } from './total-fit.ts';
import { eachCluster, isNarrow } from './width.ts';

/** Segments as one text, with the segment of each range of it. */
export interface Flow {
  readonly text: string;
  readonly ends: readonly number[];
  readonly segments: readonly Segment[];
}

export function flatten(segments: readonly Segment[]): Flow {
  const ends: number[] = [];
  const kept: Segment[] = [];
  let text = '';
  let atSpace = true;
  for (const segment of segments) {
    let chunk = segment.text;
    if (atSpace && !segment.code && chunk.startsWith(' ')) chunk = chunk.slice(1);
    // A hard break swallows the space before it by being trimmed at the line's end, and the one after it here.
    if (chunk.length === 0) continue;
    text += chunk;
    ends.push(text.length);
    kept.push(segment);
    const last = chunk.charCodeAt(chunk.length - 1);
    atSpace = last === 32 || last === 10;
  }
  return { text, ends, segments: kept };
}

/** A range that does not break as text does. */
export interface WholeRange extends Range {
  /** Code breaks at its spaces, a linked address after its slashes, a bare one nowhere, since a terminal detects it. */
  readonly kind: 'code' | 'linked' | 'address';
}

export function wholeRanges({ text, ends, segments }: Flow): WholeRange[] {
  const ranges: WholeRange[] = [];
  let start = 0;
  for (let index = 0; index < segments.length; index++) {
    const end = ends[index] as number;
    if (segments[index]?.code) ranges.push({ start, end, kind: 'code' });
    start = end;
  }
  if (!text.includes('://') && !text.includes('www.')) return ranges;
  let run = 0;
  for (const match of text.matchAll(
    // No flag `i`: to fold the case of so wide a class takes longer than to lay out a page.
    /(?:[hH][tT][tT][pP][sS]?:\/\/|[wW]{3}\.)[^\s<>"\u00a0\u202f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+/g,
  )) {
    while ((ends[run] as number) <= match.index) run++;
    const kind = segments[run]?.link ? 'linked' : 'address';
    ranges.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** Marks each offset with 1 where a whole range forbids a break. */
export function heldOffsets(text: string, ranges: readonly WholeRange[]): Uint8Array {
  const held = new Uint8Array(text.length + 1);
  for (const range of ranges) {
    for (let at = range.start + 1; at < range.end; at++) if (!breaksWithin(text, at, range)) held[at] = 1;
  }
  return held;
}

function breaksWithin(text: string, at: number, { kind }: WholeRange): boolean {
  const before = text.charAt(at - 1);
  if (kind === 'code') return before === ' ';
  return kind === 'linked' && before === '/' && text.charAt(at) !== '/' && text.charAt(at - 2) !== '/';
}

/** Finds where the text may be broken, and how wide it is. */
export function measureFlow(flow: Flow, options: BreakOptions) {
  const { text } = flow;
  const allowed = breakOpportunities(text, options);
  const wholes = wholeRanges(flow);
  const held = heldOffsets(text, wholes);
  const measure = measureUnits(text);
  // The library breaks emoji sequences after their joiners.
  for (let at = 0; at < text.length; at++) if (held[at] === 1 || measure.starts[at] === 0) allowed[at] = 0;
  return { allowed, measure, addresses: { ranges: wholes.filter(({ kind }) => kind === 'address'), next: 0 } };
}

interface AddressRanges {
  readonly ranges: readonly WholeRange[];
  next: number;
}

/** Reports whether an offset is in a bare address; offsets must rise from call to call. */
export function within(addresses: AddressRanges, at: number): boolean {
  const { ranges } = addresses;
  while (addresses.next < ranges.length && (ranges[addresses.next]?.end ?? 0) <= at) addresses.next++;
  const range = ranges[addresses.next];
  return range !== undefined && range.start <= at;
}

interface Measure {
  /** The columns of each UTF-16 unit: a cluster's at its first unit, 0 at the others. */
  readonly columns: Uint8Array;
  /** 1 where a cluster starts. */
  readonly starts: Uint8Array;
}

function measureUnits(text: string): Measure {
  const widths = new Uint8Array(text.length);
  const starts = new Uint8Array(text.length);
  if (isNarrow(text)) {
    widths.fill(1);
    starts.fill(1);
  } else {
    eachCluster(text, (start, width) => {
      widths[start] = width;
      starts[start] = 1;
    });
  }
  return { columns: widths, starts };
}

/** Creates a function that returns the segments of a range of the text; ranges must rise from call to call. */
export function lineWriter({ text, ends, segments }: Flow): (start: number, end: number) => Line {
  let run = 0;
  return (start, stop) => {
    let end = stop;
    while (end > start && text.charCodeAt(end - 1) === 32) end--;
    const line: Segment[] = [];
    let at = start;
    while (at < end) {
      while ((ends[run] as number) <= at) run++;
      const segment = segments[run] as Segment;
      const to = Math.min(end, ends[run] as number);
      const chunk = text.slice(at, to);
      line.push(chunk === segment.text ? segment : { ...segment, text: chunk });
      at = to;
    }
    return line;
  };
}
