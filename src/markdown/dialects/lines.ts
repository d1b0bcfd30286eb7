/** A line of a text that dialects rewrite. */
export interface SourceLine {
  readonly text: string;
  /** The index of the line of the source that it comes from. */
  readonly from: number;
  /** Whether it is in a fenced code block or is one of its fences: no dialect but those of fences looks at it. */
  readonly code: boolean;
  /** The id that the heading on this line is given. */
  readonly id?: string;
}

/** Adjacent lines of the source, unchanged, or one line that a dialect has created. */
export interface Stretch {
  /** The index of its first line in the source. */
  readonly from: number;
  readonly count: number;
  readonly made?: SourceLine;
}

/** The source text. In numbers, since a long one has a million lines. */
interface Source {
  readonly text: string;
  /** Where each line starts, and after the last one where the next would. */
  readonly starts: Uint32Array;
  /** 1 for each line of fenced code. */
  readonly code: Uint8Array;
}

/** The lines of a text. Lines that no dialect has rewritten become strings only on access. */
export class Lines {
  readonly #source: Source;
  readonly #stretches: readonly Stretch[];
  /** The index of the first line of each stretch. */
  readonly #firsts: readonly number[];
  readonly length: number;
  /** The stretch accessed last: the next one is near it. */
  #near = 0;

  constructor(source: Source, stretches: readonly Stretch[]) {
    this.#source = source;
    this.#stretches = stretches;
    let length = 0;
    this.#firsts = stretches.map(({ count }) => {
      length += count;
      return length - count;
    });
    this.length = length;
  }

  /** Splits a text into lines and marks those of fenced code. */
  static of(text: string): Lines {
    const starts = startsOf(text);
    const count = starts.length - 1;
    const lines = new Lines({ text, starts, code: new Uint8Array(count) }, [{ from: 0, count }]);
    return lines.withCode();
  }

  /** Returns a line; undefined after the last one, and before the first. */
  at(index: number): SourceLine | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const stretch = this.#stretchOf(index);
    const { made, from } = this.#stretches[stretch] as Stretch;
    if (made) return made;
    const line = from + index - (this.#firsts[stretch] ?? 0);
    const { text, starts, code } = this.#source;
    return { text: text.slice(starts[line], (starts[line + 1] ?? 0) - 1), from: line, code: code[line] === 1 };
  }

  /** Finds the lines that match a pattern, in order, from `start` on; a match may need lines after them. */
  *find(pattern: RegExp, start = 0): Generator<number> {
    const { text, starts } = this.#source;
    const everywhere = new RegExp(pattern, `g${pattern.flags}`);
    let line = -1;
    let first = start;
    for (const { from, count, made } of this.stretches(start)) {
      if (made) {
        if (pattern.test(made.text)) yield first;
      } else {
        for (let next = from; next < from + count; next = line + 1) {
          // The next match may be known from the stretch before.
          if (line < next) line = lineOf(starts, next, indexOf(everywhere, text, starts[next] ?? 0));
          if (line >= from + count) break;
          yield first + line - from;
        }
      }
      first += count;
    }
  }

  /** Yields the stretches of the lines from `start` on, before `end`. */
  *stretches(start = 0, end = this.length): Generator<Stretch> {
    for (let index = start; index < end; ) {
      const at = this.#stretchOf(index);
      const stretch = this.#stretches[at] as Stretch;
      const skipped = index - (this.#firsts[at] ?? 0);
      const count = Math.min(stretch.count - skipped, end - index);
      yield stretch.made ? stretch : { from: stretch.from + skipped, count };
      index += count;
    }
  }

  /** Returns the same lines in other stretches. */
  with(stretches: readonly Stretch[]): Lines {
    return new Lines(this.#source, stretches);
  }

  /** Marks fenced code anew, after lines have become fences. */
  withCode(): Lines {
    const source = { ...this.#source, code: new Uint8Array(this.#source.code.length) };
    const isCode = createFences();
    const stretches = this.#stretches.map((stretch): Stretch => {
      const { from, count, made } = stretch;
      if (made) return { from, count, made: { ...made, code: isCode(made.text) } };
      markCode(source, from, from + count, isCode);
      return stretch;
    });
    return new Lines(source, stretches);
  }

  /** Returns the offset in the source at which one of its lines starts; its length after the last one. */
  startOf(from: number): number {
    const { text, starts } = this.#source;
    return Math.min(starts[from] ?? text.length, text.length);
  }

  /** Returns the whole text. */
  join(): string {
    const { text, starts } = this.#source;
    return this.#stretches
      .map(({ from, count, made }) => made?.text ?? text.slice(starts[from], (starts[from + count] ?? 0) - 1))
      .join('\n');
  }

  /** Returns the index of the stretch that contains a line. */
  #stretchOf(index: number): number {
    let at = this.#near;
    while ((this.#firsts[at] ?? 0) > index) at -= 1;
    while (at + 1 < this.#firsts.length && (this.#firsts[at + 1] ?? 0) <= index) at += 1;
    this.#near = at;
    return at;
  }
}

/** Marks those of the lines from one to another that are code, as `isCode` has it, which is called for those with fences. */
function markCode({ text, starts, code }: Source, from: number, end: number, isCode: (line: string) => boolean): void {
  const fence = /```|~~~/g;
  for (let next = from; next < end; ) {
    const line = Math.min(end, lineOf(starts, next, indexOf(fence, text, starts[next] ?? 0)));
    if (isCode('')) code.fill(1, next, line);
    if (line < end && isCode(text.slice(starts[line], (starts[line + 1] ?? 0) - 1))) code[line] = 1;
    next = line + 1;
  }
}

function startsOf(text: string): Uint32Array {
  let starts = new Uint32Array(1024);
  let count = 0;
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) {
    if (count + 2 > starts.length) {
      const more = new Uint32Array(starts.length * 2);
      more.set(starts);
      starts = more;
    }
    starts[count] = at;
    count += 1;
  }
  starts[count] = text.length + 1;
  return starts.subarray(0, count + 1);
}

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** Returns the line of an offset, which is not before the line `from`. */
function lineOf(starts: Uint32Array, from: number, offset: number): number {
  if (offset === Number.POSITIVE_INFINITY) return offset;
  let line = from;
  while ((starts[line + 1] ?? offset + 1) <= offset) line += 1;
  return line;
}

const opening = /^[ \t]*(?:>[ \t]?)*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const closing = /^[ \t]*(?:>[ \t]?)*[ \t]*(`{3,}|~{3,})[ \t]*$/;

/** Creates a function that takes line after line, or only those with fences, and reports whether each is fenced code. */
function createFences(): (line: string) => boolean {
  let fence = '';
  return (line) => {
    if (!line.includes('```') && !line.includes('~~~')) return fence !== '';
    if (fence === '') {
      fence = opening.exec(line)?.[1] ?? '';
      return fence !== '';
    }
    if (closing.exec(line)?.[1]?.startsWith(fence)) fence = '';
    return true;
  };
}
