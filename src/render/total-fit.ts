import { type Line, lineColumns, type Segment } from './segment.ts';

/** A range of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What fitting needs to know of a text: where lines may begin, and the columns of each UTF-16 unit. */
export interface FittingText {
  readonly text: string;
  readonly allowed: Uint8Array;
  readonly columns: Uint8Array;
}

/** Costs beside the square of a line's free columns. */
const hyphenCost = 40;
const hyphensInARow = 120;
const widow = 400;
const wideCost = 60;
const ragged = 200;
/** How many spaces of a line may become three. */
const wideGaps = 2;
const short = 8;
const softHyphen = '\u00ad';

/**
 * Breaks a text into lines so that all of them together are as even as possible, rather than each as full as possible
 * (D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, 1981): the sum of the squares of the free columns is
 * least. Hyphens are costly, more so one below the other, and so are a short word alone on the last line, and in
 * justified text a line with too few spaces to spread. `undefined` where a word is wider than a line.
 */
export function fitText(given: FittingText, limit: number, justified: boolean): Range[] | undefined {
  const ranges: Range[] = [];
  let start = 0;
  while (start <= given.text.length) {
    const newline = given.text.indexOf('\n', start);
    const end = newline < 0 ? given.text.length : newline;
    const found = fitParagraph(given, { start, end }, limit, justified);
    if (!found) return undefined;
    ranges.push(...found);
    start = end + 1;
  }
  return ranges;
}

interface Breakpoint {
  readonly at: number;
  /** Columns of the paragraph before it, and those of the spaces just before it. */
  readonly column: number;
  readonly spaces: number;
  /** How many spaces are before it. */
  readonly gaps: number;
  readonly hyphen: boolean;
  cost: number;
  before: number;
}

function fitParagraph(
  given: FittingText,
  { start, end }: Range,
  limit: number,
  justified: boolean,
): Range[] | undefined {
  const points = breakpoints(given, start, end);
  for (let index = 1; index < points.length; index++) {
    const point = points[index] as Breakpoint;
    const isLast = index === points.length - 1;
    for (let from = index - 1; from >= 0; from--) {
      const first = points[from] as Breakpoint;
      const width = point.column - first.column - point.spaces + (point.hyphen ? 1 : 0);
      if (width > limit) break;
      if (first.cost === Number.POSITIVE_INFINITY) continue;
      const free = limit - width;
      const isWidow = isLast && from > 0 && width < short;
      const spreading = justified && !isLast ? spreadingCost(free, point.gaps - first.gaps - point.spaces) : 0;
      const cost = first.cost + lineCost(free, point, first, isWidow, isLast) + spreading;
      if (cost < point.cost) {
        point.cost = cost;
        point.before = from;
      }
    }
  }
  const ranges: Range[] = [];
  let index = points.length - 1;
  if ((points[index] as Breakpoint).cost === Number.POSITIVE_INFINITY) return undefined;
  while (index > 0) {
    const point = points[index] as Breakpoint;
    ranges.push({ start: (points[point.before] as Breakpoint).at, end: point.at });
    index = point.before;
  }
  return ranges.length === 0 ? [{ start, end }] : ranges.reverse();
}

function lineCost(free: number, point: Breakpoint, first: Breakpoint, isWidow: boolean, isLast: boolean): number {
  let cost = isLast ? 0 : free * free;
  if (point.hyphen) cost += first.hyphen ? hyphensInARow : hyphenCost;
  return isWidow ? cost + widow : cost;
}

/** Computes the cost of spreading a line: none up to twice its spaces, much where it would have to stay. */
function spreadingCost(free: number, gaps: number): number {
  const wide = Math.max(0, free - gaps);
  return wide <= wideGaps ? wide * wideCost : ragged + 8 * free * free;
}

function breakpoints({ text, allowed, columns }: FittingText, start: number, end: number): Breakpoint[] {
  const points: Breakpoint[] = [];
  let column = 0;
  let spaces = 0;
  let gaps = 0;
  for (let at = start; at <= end; at++) {
    if (at === start || at === end || allowed[at] === 1) {
      const hyphen = at > start && text.charAt(at - 1) === softHyphen;
      const cost = at === start ? 0 : Number.POSITIVE_INFINITY;
      points.push({ at, column, spaces, gaps, hyphen, cost, before: 0 });
    }
    if (at === end) break;
    column += columns[at] ?? 0;
    const isSpace = text.charCodeAt(at) === 32;
    spaces = isSpace ? spaces + 1 : 0;
    if (isSpace) gaps++;
  }
  return points;
}

/**
 * Spreads a line to `limit` columns by whole spaces, first where they are least visible: after the end of a sentence,
 * then after commas. A line whose spaces would be more than twice as wide, but for two of them, stays. `index` is the
 * line's place in its paragraph: gaps are chosen elsewhere in each, lest they form a river.
 */
export function justifyLine(line: Line, limit: number, index: number): Line {
  const extra = limit - lineColumns(line);
  if (extra <= 0) return line;
  const gaps = gapsOf(line);
  if (gaps.length + wideGaps < extra) return line;
  const once = Math.min(extra, gaps.length);
  const chosen = [...chooseGaps(gaps, once, index), ...chooseGaps(gaps, extra - once, index)];
  return line.map((segment, at) => widened(segment, at, chosen));
}

interface Gap {
  readonly segment: number;
  readonly at: number;
  /** 0 after the end of a sentence, 1 after other punctuation, 2 elsewhere. */
  readonly rank: number;
}

function gapsOf(line: Line): Gap[] {
  const gaps: Gap[] = [];
  let before = '';
  line.forEach(({ text, code }, segment) => {
    for (let at = 0; at < text.length; at++) {
      const character = text.charAt(at);
      const after = text.charAt(at + 1) || line[segment + 1]?.text.charAt(0) || '';
      // Not within code, nor at the spaces that French has within its quotation marks and before its punctuation.
      if (character === ' ' && !code && before !== '\u00ab' && !/[;:!?\u00bb]/.test(after)) {
        gaps.push({ segment, at, rank: /[.!?\u2026]/.test(before) ? 0 : /[,;:\u2013\u2014)]/.test(before) ? 1 : 2 });
      }
      before = character;
    }
  });
  return gaps;
}

/** The golden ratio: its multiples never fall on the same place twice. */
const golden = 0.618_034;

function chooseGaps(gaps: readonly Gap[], count: number, index: number): Gap[] {
  const chosen: Gap[] = [];
  for (let rank = 0; rank <= 2 && chosen.length < count; rank++) {
    const alike = gaps.filter((gap) => gap.rank === rank);
    const wanted = Math.min(count - chosen.length, alike.length);
    const shift = (index * golden) % 1;
    for (let turn = 0; turn < wanted; turn++) {
      // At least one apart: none is taken twice.
      chosen.push(alike[Math.floor(((turn + shift) * alike.length) / wanted)] as Gap);
    }
  }
  return chosen;
}

function widened(segment: Segment, index: number, chosen: readonly Gap[]): Segment {
  let text = segment.text;
  const places = chosen.filter((gap) => gap.segment === index).map(({ at }) => at);
  for (const at of places.sort((a, b) => b - a)) text = `${text.slice(0, at)} ${text.slice(at)}`;
  return text === segment.text ? segment : { ...segment, text };
}
