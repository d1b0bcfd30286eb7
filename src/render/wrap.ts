import { containBidi } from './bidi.ts';
import { type BreakOptions, mayBreakBefore } from './line-break.ts';
import type { Line, Segment } from './segment.ts';
import {
  type Flow,
  flatten,
  heldOffsets,
  lineWriter,
  measureFlow,
  type WholeRange,
  wholeRanges,
  within,
} from './text-flow.ts';
import { fitText, justifyLine } from './total-fit.ts';
import { columns, isNarrow } from './width.ts';

/**
 * Wraps segments into lines of at most `width` columns, broken where UAX 14 allows. A word wider than a line is broken
 * between its characters; a web address is not, unless it is a link that stays whole across lines. White space
 * between segments counts once, and none is left at a line's start or end. Linear in the text's length.
 */
export function wrap(segments: readonly Segment[], width: number, options: BreakOptions = {}): Line[] {
  const limit = Math.max(1, width);
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

/** Wraps text of characters one column wide: lines are cut by counting, and break rules applied only there. */
function wrapNarrow(flow: Flow, limit: number, options: BreakOptions): Line[] {
  const { text } = flow;
  const lines: Line[] = [];
  const writer = lineWriter(flow);
  // Most cells, items and headings fit on one line.
  if (text.length <= limit && !text.includes('\n')) return [writer(0, text.length)];
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
    if (at > start && allowed[at] === 1 && !(column === limit && text.charAt(at - 1) === softHyphen)) {
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
        column = measure.columns.subarray(cut, at).reduce((sum, columns) => sum + columns, 0);
        start = cut;
      }
    }
    column += unit;
  }
  if (start < text.length) lines.push(writer(start, text.length));
  return lines;
}

const softHyphen = '\u00ad';

/** Removes soft hyphens, except those at which a line was broken, which become hyphens. */
function showHyphens(lines: Line[], text: string, limit: number): Line[] {
  if (!text.includes(softHyphen)) return lines;
  return lines.map((line) => {
    const shown = line.map((segment) => ({ ...segment, text: segment.text.replaceAll(softHyphen, '') }));
    const last = shown.at(-1);
    const broken = line.at(-1)?.text.endsWith(softHyphen) ?? false;
    const wide = shown.reduce((sum, segment) => sum + columns(segment.text), 0);
    if (broken && last && wide < limit) shown[shown.length - 1] = { ...last, text: `${last.text}-` };
    return shown;
  });
}

// What may not begin a line, nor end one, even where a word has to be broken.
const clinging = ';:!?.,)]}\u00bb\u201d\u2019\u3001\u3002\u300d\u300f\u00a0\u202f';
const holding = '\u00ab\u00a0\u202f([{\u201c';
const back = 6;

/** Finds where to break a word that fills the line up to `at`: there, or a little before, lest `:` begin a line. */
function forcedBreak(text: string, start: number, at: number): number {
  for (let cut = at; cut > start && at - cut < back; cut--) {
    if (clinging.includes(text.charAt(cut)) || holding.includes(text.charAt(cut - 1))) continue;
    if (cut < at && !isNarrow(text.slice(cut - 1, cut + 1))) break;
    return cut;
  }
  return at;
}
