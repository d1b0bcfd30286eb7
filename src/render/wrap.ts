import { type BreakOptions, breakOpportunities } from './line-break.ts';
import type { Line, Segment } from './segment.ts';
import { eachCluster, isNarrow } from './width.ts';

/**
 * Segments set into lines of at most `width` columns, broken where UAX 14 allows. A word wider than a line is broken
 * between its characters; a web address is not, unless it is a link that stays whole across lines. White space
 * between segments counts once, and none is left at a line's start or end. Linear in the text's length.
 */
export function wrap(segments: readonly Segment[], width: number, options: BreakOptions = {}): Line[] {
  const flow = flatten(segments);
  const { text } = flow;
  if (text.length === 0) return [];
  const { allowed, measure, addresses } = judge(flow, options);

  const lines: Line[] = [];
  const writer = lineWriter(flow);
  let start = 0;
  let column = 0;
  let candidate = -1;
  let candidateColumn = 0;
  const limit = Math.max(1, width);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      lines.push(writer(start, at));
      start = at + 1;
      column = 0;
      candidate = -1;
      continue;
    }
    if (at > start && allowed[at] === 1) {
      candidate = at;
      candidateColumn = column;
    }
    const unit = measure ? (measure.columns[at] as number) : 1;
    if (code !== 32 && unit > 0 && column + unit > limit && at > start) {
      if (candidate > start) {
        lines.push(writer(start, candidate));
        start = candidate;
        column -= candidateColumn;
        candidate = -1;
      } else if (!within(addresses, at)) {
        const cut = measure && measure.starts[at] === 0 ? start : forcedBreak(text, start, at);
        if (cut > start) {
          lines.push(writer(start, cut));
          column = span(measure?.columns, cut, at);
          start = cut;
        }
      }
    }
    column += unit;
  }
  if (start < text.length) lines.push(writer(start, text.length));
  return lines;
}

/** The columns of the widest line, when nothing but hard breaks ends one, and of the widest word. */
export function extent(segments: readonly Segment[], options: BreakOptions = {}): { widest: number; word: number } {
  const flow = flatten(segments);
  const { text } = flow;
  const { allowed, measure } = judge(flow, options);
  let widest = 0;
  let word = 0;
  let column = 0;
  let inWord = 0;
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (allowed[at] === 1 || code === 10) inWord = 0;
    if (code === 10) {
      column = 0;
      spaces = 0;
      continue;
    }
    const unit = measure ? (measure.columns[at] as number) : 1;
    column += unit;
    inWord += unit;
    spaces = code === 32 ? spaces + 1 : 0;
    if (column - spaces > widest) widest = column - spaces;
    if (inWord - spaces > word) word = inWord - spaces;
  }
  return { widest, word };
}

/** Segments as one text, and the segment that each stretch of it came from. */
interface Flow {
  readonly text: string;
  readonly ends: readonly number[];
  readonly runs: readonly Segment[];
}

function flatten(segments: readonly Segment[]): Flow {
  const ends: number[] = [];
  const runs: Segment[] = [];
  let text = '';
  let atSpace = true;
  for (const segment of segments) {
    let piece = segment.text;
    if (atSpace && !segment.code && piece.startsWith(' ')) piece = piece.slice(1);
    // A hard break swallows the space before it by being trimmed at the line's end, and the one after it here.
    if (piece.length === 0) continue;
    text += piece;
    ends.push(text.length);
    runs.push(segment);
    const last = piece.charCodeAt(piece.length - 1);
    atSpace = last === 32 || last === 10;
  }
  return { text, ends, runs };
}

/** Where the text may be broken, and how wide it is. */
function judge(flow: Flow, options: BreakOptions) {
  const { text } = flow;
  const allowed = breakOpportunities(text, options);
  keepCodeWhole(flow, allowed);
  const addresses = addressRanges(flow, allowed);
  const measure = isNarrow(text) ? undefined : measureUnits(text);
  // The library breaks emoji sequences after their joiners.
  measure?.starts.forEach((start, at) => {
    if (start === 0) allowed[at] = 0;
  });
  return { allowed, measure, addresses };
}

function keepCodeWhole({ text, ends, runs }: Flow, allowed: Uint8Array): void {
  let start = 0;
  for (let index = 0; index < runs.length; index++) {
    const end = ends[index] as number;
    if (runs[index]?.code) {
      for (let at = start + 1; at < end; at++) {
        if (text.charCodeAt(at - 1) !== 32) allowed[at] = 0;
      }
    }
    start = end;
  }
}

interface AddressRanges {
  readonly ranges: readonly (readonly [start: number, end: number])[];
  next: number;
}

/** Web addresses in the text that must not be broken, for a terminal finds them by their look. */
function addressRanges({ text, ends, runs }: Flow, allowed: Uint8Array): AddressRanges {
  const ranges: [number, number][] = [];
  if (text.includes('://') || text.includes('www.')) {
    let run = 0;
    for (const match of text.matchAll(
      /(?:https?:\/\/|www\.)[^\s<>"\u00a0\u202f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+/gi,
    )) {
      const end = match.index + match[0].length;
      while ((ends[run] as number) <= match.index) run++;
      const linked = runs[run]?.link !== undefined;
      for (let at = match.index + 1; at < end; at++) {
        allowed[at] =
          linked && text.charAt(at - 1) === '/' && text.charAt(at) !== '/' && text.charAt(at - 2) !== '/' ? 1 : 0;
      }
      if (!linked) ranges.push([match.index, end]);
    }
  }
  return { ranges, next: 0 };
}

/** Whether an offset lies in an address; offsets are asked for in rising order. */
function within(addresses: AddressRanges, at: number): boolean {
  const { ranges } = addresses;
  while (addresses.next < ranges.length && (ranges[addresses.next]?.[1] ?? 0) <= at) addresses.next++;
  const range = ranges[addresses.next];
  return range !== undefined && range[0] <= at;
}

interface Measure {
  /** The columns of each UTF-16 unit: a cluster's at its first unit, 0 at the others. */
  readonly columns: Uint8Array;
  /** 1 where a cluster starts. */
  readonly starts: Uint8Array;
}

function measureUnits(text: string): Measure {
  const columns = new Uint8Array(text.length);
  const starts = new Uint8Array(text.length);
  eachCluster(text, (start, width) => {
    columns[start] = width;
    starts[start] = 1;
  });
  return { columns, starts };
}

function span(columns: Uint8Array | undefined, from: number, to: number): number {
  if (!columns) return to - from;
  let sum = 0;
  for (let at = from; at < to; at++) sum += columns[at] as number;
  return sum;
}

// What may not begin a line, nor end one, even where a word has to be broken.
const CLINGING = ';:!?.,)]}\u00bb\u201d\u2019\u3001\u3002\u300d\u300f\u00a0\u202f';
const HOLDING = '\u00ab\u00a0\u202f([{\u201c';
const BACK = 6;

/** Where to break a word that fills the line up to `at`: there, or a little before, lest `:` or the like begin a line. */
function forcedBreak(text: string, start: number, at: number): number {
  for (let cut = at; cut > start && at - cut < BACK; cut--) {
    if (CLINGING.includes(text.charAt(cut)) || HOLDING.includes(text.charAt(cut - 1))) continue;
    if (cut < at && !isNarrow(text.slice(cut - 1, cut + 1))) break;
    return cut;
  }
  return at;
}

/** A function that gives the segments of a stretch of the text; stretches are asked for in rising order. */
function lineWriter({ text, ends, runs }: Flow): (start: number, end: number) => Line {
  let run = 0;
  return (start, stop) => {
    let end = stop;
    while (end > start && text.charCodeAt(end - 1) === 32) end--;
    const line: Segment[] = [];
    let at = start;
    while (at < end) {
      while ((ends[run] as number) <= at) run++;
      const to = Math.min(end, ends[run] as number);
      line.push({ ...(runs[run] as Segment), text: text.slice(at, to) });
      at = to;
    }
    return line;
  };
}
