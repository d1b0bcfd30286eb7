import { containBidi } from './bidi.ts';
import { type BreakOptions, breakOpportunities, mayBreakBefore } from './line-break.ts';
import type { Line, Segment } from './segment.ts';
import { fitText, justifyLine } from './total-fit.ts';
import { columns, eachCluster, isNarrow } from './width.ts';

/**
 * Wraps segments into lines of at most `width` columns, broken where UAX 14 allows. A word wider than a line is broken
 * between its characters; a web address is not, unless it is a link that stays whole across lines. White space
 * between segments counts once, and none is left at a line's start or end. Linear in the text's length.
 */
export function wrap(segments: readonly Segment[], width: number, options: BreakOptions = {}): Line[] {
  const limit = Math.max(1, width);
  const fitting = segments.length === 1 ? fittingLine(segments[0] as Segment, limit) : undefined;
  if (fitting) return [fitting];
  const flow = flatten(segments);
  if (flow.text.length === 0) return [];
  const fitted = options.fit && wrapFitted(flow, limit, options);
  if (fitted) return fitted;
  // Bidirectional controls are not narrow.
  return isNarrow(flow.text)
    ? wrapNarrow(flow, limit, options)
    : containBidi(showHyphens(wrapWide(flow, limit, options), flow.text, limit), flow.text);
}

/** Breaks all lines together; `undefined` where a word is wider than its line. */
function wrapFitted(flow: Flow, limit: number, options: BreakOptions): Line[] | undefined {
  const { allowed, measure } = measureFlow(flow, options);
  const ranges = fitText({ text: flow.text, allowed, columns: measure.columns }, limit, options.fit === 'justified');
  if (!ranges) return undefined;
  const write = lineWriter(flow);
  const lines = showHyphens(
    ranges.map(({ start, end }) => write(start, end)),
    flow.text,
    limit,
  );
  const isLast = (index: number) => {
    const end = ranges[index]?.end ?? 0;
    return end >= flow.text.length || flow.text.charAt(end) === '\n';
  };
  const set =
    options.fit === 'justified'
      ? lines.map((line, index) => (isLast(index) ? line : justifyLine(line, limit, index)))
      : lines;
  return containBidi(set, flow.text);
}

/** Returns a segment as the one line that it fits on, as most cells, items and headings do. */
function fittingLine({ text, style, link }: Segment, limit: number): Line | undefined {
  if (text.length > limit || !isNarrow(text)) return undefined;
  const bare = text.trim();
  // White space at the edges, and line ends, are for the general case.
  if (bare.length < text.length || bare === '' || text.includes('\n')) return undefined;
  return [link ? { text, style, link } : { text, style }];
}

/** Wraps text of characters one column wide: lines are cut by counting, and break rules applied only there. */
function wrapNarrow(flow: Flow, limit: number, options: BreakOptions): Line[] {
  const { text } = flow;
  const lines: Line[] = [];
  const writer = lineWriter(flow);
  const wholes = wholeRanges(flow);
  const held = wholes.length > 0 ? heldOffsets(text, wholes) : undefined;
  let next = 0;
  let start = 0;
  let end = -1;
  while (start < text.length) {
    if (end < start) {
      end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
    }
    // Spaces may hang over the edge, for they are not written there.
    let last = start + limit;
    while (last < end && text.charCodeAt(last) === 32) last++;
    if (last >= end) {
      lines.push(writer(start, end));
      start = end + 1;
      continue;
    }
    while (next < wholes.length && (wholes[next]?.end ?? 0) <= start) next++;
    let cut = last;
    while (cut > start && (held?.[cut] === 1 || !mayBreakBefore(text, cut, options))) cut--;
    if (cut === start) cut = cutWord(text, start, last, end, wholes, next);
    lines.push(writer(start, cut));
    start = cut;
  }
  return lines;
}

/** Finds where to cut a word that is wider than its line: after it if it is an address, else near the line's edge. */
function cutWord(
  text: string,
  start: number,
  edge: number,
  end: number,
  wholes: readonly WholeRange[],
  next: number,
): number {
  for (let index = next; index < wholes.length; index++) {
    const range = wholes[index] as WholeRange;
    if (range.start > edge) break;
    if (range.kind !== 'address' || range.end <= edge) continue;
    let after = Math.min(range.end, end);
    while (after < end && text.charCodeAt(after) === 32) after++;
    return after;
  }
  return forcedBreak(text, start, edge);
}

function wrapWide(flow: Flow, limit: number, options: BreakOptions): Line[] {
  const { text } = flow;
  const { allowed, measure, addresses } = measureFlow(flow, options);
  const lines: Line[] = [];
  const writer = lineWriter(flow);
  let start = 0;
  let column = 0;
  let candidate = -1;
  let candidateColumn = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      lines.push(writer(start, at));
      start = at + 1;
      column = 0;
      candidate = -1;
      continue;
    }
    // A word broken at a soft hyphen needs room for the hyphen.
    if (at > start && allowed[at] === 1 && !(column === limit && text.charAt(at - 1) === SOFT_HYPHEN)) {
      candidate = at;
      candidateColumn = column;
    }
    const unit = measure.columns[at] as number;
    if (code !== 32 && unit > 0 && column + unit > limit && at > start) {
      if (candidate > start) {
        lines.push(writer(start, candidate));
        start = candidate;
        column -= candidateColumn;
        candidate = -1;
      } else if (!within(addresses, at)) {
        const cut = forcedBreak(text, start, at);
        lines.push(writer(start, cut));
        column = span(measure.columns, cut, at);
        start = cut;
      }
    }
    column += unit;
  }
  if (start < text.length) lines.push(writer(start, text.length));
  return lines;
}

/** Measures the widest line, when only hard breaks end one, and the widest word. */
export function extent(segments: readonly Segment[], options: BreakOptions = {}): { widest: number; word: number } {
  const flow = flatten(segments);
  const { text } = flow;
  if (/^[A-Za-z0-9 ]*$/.test(text)) return extentOfWords(text);
  const { allowed, measure } = measureFlow(flow, options);
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
    const unit = measure.columns[at] as number;
    column += unit;
    inWord += unit;
    spaces = code === 32 ? spaces + 1 : 0;
    if (column - spaces > widest) widest = column - spaces;
    if (inWord - spaces > word) word = inWord - spaces;
  }
  return { widest, word };
}

/** Measures letters, digits and spaces, which need no tables: most cells of most tables have no more. */
function extentOfWords(text: string): { widest: number; word: number } {
  let word = 0;
  for (const one of text.split(' ')) word = Math.max(word, one.length);
  return { widest: text.trimEnd().length, word };
}

/** Segments as one text, with the segment of each range of it. */
interface Flow {
  readonly text: string;
  readonly ends: readonly number[];
  readonly pieces: readonly Segment[];
}

function flatten(segments: readonly Segment[]): Flow {
  const ends: number[] = [];
  const pieces: Segment[] = [];
  let text = '';
  let atSpace = true;
  for (const segment of segments) {
    let piece = segment.text;
    if (atSpace && !segment.code && piece.startsWith(' ')) piece = piece.slice(1);
    // A hard break swallows the space before it by being trimmed at the line's end, and the one after it here.
    if (piece.length === 0) continue;
    text += piece;
    ends.push(text.length);
    pieces.push(segment);
    const last = piece.charCodeAt(piece.length - 1);
    atSpace = last === 32 || last === 10;
  }
  return { text, ends, pieces };
}

/** A range that does not break as text does. */
interface WholeRange {
  readonly start: number;
  readonly end: number;
  /** Code breaks at its spaces, a linked address after its slashes, a bare one nowhere, since a terminal detects it. */
  readonly kind: 'code' | 'linked' | 'address';
}

function wholeRanges({ text, ends, pieces }: Flow): WholeRange[] {
  const ranges: WholeRange[] = [];
  let start = 0;
  for (let index = 0; index < pieces.length; index++) {
    const end = ends[index] as number;
    if (pieces[index]?.code) ranges.push({ start, end, kind: 'code' });
    start = end;
  }
  if (!text.includes('://') && !text.includes('www.')) return ranges;
  let run = 0;
  for (const match of text.matchAll(
    // No flag `i`: to fold the case of so wide a class takes longer than to lay out a page.
    /(?:[hH][tT][tT][pP][sS]?:\/\/|[wW]{3}\.)[^\s<>"\u00a0\u202f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+/g,
  )) {
    while ((ends[run] as number) <= match.index) run++;
    const kind = pieces[run]?.link ? 'linked' : 'address';
    ranges.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** Marks each offset with 1 where a whole range forbids a break. */
function heldOffsets(text: string, ranges: readonly WholeRange[]): Uint8Array {
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
function measureFlow(flow: Flow, options: BreakOptions) {
  const { text } = flow;
  const allowed = breakOpportunities(text, options);
  const wholes = wholeRanges(flow);
  for (const range of wholes) {
    for (let at = range.start + 1; at < range.end; at++) if (!breaksWithin(text, at, range)) allowed[at] = 0;
  }
  const measure = measureUnits(text);
  // The library breaks emoji sequences after their joiners.
  for (let at = 0; at < text.length; at++) if (measure.starts[at] === 0) allowed[at] = 0;
  return { allowed, measure, addresses: { ranges: wholes.filter(({ kind }) => kind === 'address'), next: 0 } };
}

interface AddressRanges {
  readonly ranges: readonly WholeRange[];
  next: number;
}

/** Tells whether an offset is in a bare address; offsets must rise from call to call. */
function within(addresses: AddressRanges, at: number): boolean {
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

function span(widths: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += widths[at] as number;
  return sum;
}

const SOFT_HYPHEN = '\u00ad';

/** Removes soft hyphens, except those at which a line was broken, which become hyphens. */
function showHyphens(lines: Line[], text: string, limit: number): Line[] {
  if (!text.includes(SOFT_HYPHEN)) return lines;
  return lines.map((line) => {
    const shown = line.map((segment) => ({ ...segment, text: segment.text.replaceAll(SOFT_HYPHEN, '') }));
    const last = shown.at(-1);
    const broken = line.at(-1)?.text.endsWith(SOFT_HYPHEN) ?? false;
    const wide = shown.reduce((sum, segment) => sum + columns(segment.text), 0);
    if (broken && last && wide < limit) shown[shown.length - 1] = { ...last, text: `${last.text}-` };
    return shown;
  });
}

// What may not begin a line, nor end one, even where a word has to be broken.
const CLINGING = ';:!?.,)]}\u00bb\u201d\u2019\u3001\u3002\u300d\u300f\u00a0\u202f';
const HOLDING = '\u00ab\u00a0\u202f([{\u201c';
const BACK = 6;

/** Finds where to break a word that fills the line up to `at`: there, or a little before, lest `:` begin a line. */
function forcedBreak(text: string, start: number, at: number): number {
  for (let cut = at; cut > start && at - cut < BACK; cut--) {
    if (CLINGING.includes(text.charAt(cut)) || HOLDING.includes(text.charAt(cut - 1))) continue;
    if (cut < at && !isNarrow(text.slice(cut - 1, cut + 1))) break;
    return cut;
  }
  return at;
}

/** Creates a function that returns the segments of a range of the text; ranges must rise from call to call. */
function lineWriter({ text, ends, pieces }: Flow): (start: number, end: number) => Line {
  let run = 0;
  return (start, stop) => {
    let end = stop;
    while (end > start && text.charCodeAt(end - 1) === 32) end--;
    const line: Segment[] = [];
    let at = start;
    while (at < end) {
      while ((ends[run] as number) <= at) run++;
      const { style, link, code } = pieces[run] as Segment;
      const to = Math.min(end, ends[run] as number);
      const piece = text.slice(at, to);
      line.push({ text: piece, style, ...(link && { link }), ...(code && { code }) });
      at = to;
    }
    return line;
  };
}
