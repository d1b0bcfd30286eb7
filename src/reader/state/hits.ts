import { type Line, lineText } from '../../render/segment.ts';
import { columns } from '../../render/width.ts';
import type { Hit, Matcher } from '../../view/search/matcher.ts';
import type { Layout } from '../layout/layout.ts';

/** A range of a line that belongs to a hit, in UTF-16 units of the line's text. */
export interface HitRange extends Hit {
  readonly line: number;
  /** The index of the hit in its unit. */
  readonly hit: number;
}

/** The characters of source that are searched at a time: some milliseconds' worth. */
export const turn = 15_000;

/** The hits of a search on a page, found one unit at a time. A function of its arguments alone. */
export class Hits {
  readonly #counts: Int32Array;
  readonly #ranges = new Map<number, readonly HitRange[]>();
  /** All units before this one are searched. */
  #searched = 0;
  #total = 0;

  constructor(
    readonly layout: Layout,
    readonly find: Matcher,
  ) {
    this.#counts = new Int32Array(layout.count).fill(-1);
  }

  /** Counts the hits of a unit. */
  count(unit: number): number {
    const known = this.#counts[unit] ?? 0;
    if (known >= 0) return known;
    const count = this.#search(unit).reduce((most, { hit }) => Math.max(most, hit + 1), 0);
    this.#counts[unit] = count;
    return count;
  }

  /** Returns the ranges of a unit's hits; one that crosses the end of a line has several. */
  ranges(unit: number): readonly HitRange[] {
    let known = this.#ranges.get(unit);
    if (!known) {
      known = this.#search(unit);
      if (this.#ranges.size > 200) this.#ranges.clear();
      this.#ranges.set(unit, known);
    }
    return known;
  }

  #search(unit: number): readonly HitRange[] {
    const { text, lines } = joined(this.layout.lines(unit), this.layout.page.hyphenate ?? false);
    return this.find(text).flatMap(({ start, end }, hit) =>
      lines.flatMap(({ line, at, length, skipped }) => {
        const from = Math.max(start, at);
        const to = Math.min(end, at + length);
        return from < to ? [{ line, start: from - at + skipped, end: to - at + skipped, hit }] : [];
      }),
    );
  }

  /** Searches for one turn; true when all is searched. */
  advance(): boolean {
    let left = turn;
    while (this.#searched < this.layout.count && left > 0) {
      left -= this.cost(this.#searched);
      this.#total += this.count(this.#searched);
      this.#searched++;
    }
    return this.isComplete;
  }

  get isComplete(): boolean {
    return this.#searched >= this.layout.count;
  }

  /** The number of hits; so far, while the search is not complete. */
  get total(): number {
    return this.#total;
  }

  /** Counts the hits before a unit; undefined while that is not known. */
  before(unit: number): number | undefined {
    if (unit > this.#searched) return undefined;
    let sum = 0;
    for (let index = 0; index < unit; index++) sum += Math.max(0, this.#counts[index] ?? 0);
    return sum;
  }

  /** Returns the hits in each section that has some, as far as they are known. */
  bySection(): ReadonlyMap<number, number> {
    const sums = new Map<number, number>();
    for (let unit = 0; unit < this.#searched; unit++) {
      const count = this.#counts[unit] ?? 0;
      if (count <= 0) continue;
      const section = this.layout.sectionAt(unit);
      sums.set(section, (sums.get(section) ?? 0) + count);
    }
    return sums;
  }

  /** Returns what searching a unit costs, in characters. */
  cost(unit: number): number {
    if ((this.#counts[unit] ?? 0) >= 0) return 1;
    const { start, end } = this.layout.range(unit);
    return end - start + 50;
  }
}

interface JoinedLine {
  readonly line: number;
  /** Its offset in the joined text. */
  readonly at: number;
  readonly length: number;
  /** The characters of the line before it. */
  readonly skipped: number;
}

/**
 * Joins a unit's lines to running text: without the prefix of each, a space between two; where words are `hyphenated`,
 * without the hyphens at line ends.
 */
function joined(lines: readonly Line[], hyphenated: boolean): { text: string; lines: readonly JoinedLine[] } {
  const kept: JoinedLine[] = [];
  let text = '';
  let wasBroken = false;
  for (const [line, content] of lines.entries()) {
    const whole = lineText(content);
    const skipped = kept.length === 0 ? 0 : (/^[\s│┃|]+/.exec(whole)?.[0].length ?? 0);
    const isBroken = hyphenated && /\p{L}-$/u.test(whole) && line < lines.length - 1;
    const words = whole.slice(skipped, isBroken ? -1 : undefined);
    if (words === '') continue;
    if (text !== '' && !wasBroken && !mayPartLetters(text, words)) text += ' ';
    wasBroken = isBroken;
    kept.push({ line, at: text.length, length: words.length, skipped });
    text += words;
  }
  return { text, lines: kept };
}

/** Reports whether a line may be broken between two characters without a space: wide ones, in Korean too. */
function mayPartLetters(before: string, after: string): boolean {
  const last = before.charAt(before.length - 1);
  const first = after.charAt(0);
  return last > '\u2e7f' && first > '\u2e7f' && columns(last) === 2 && columns(first) === 2;
}
