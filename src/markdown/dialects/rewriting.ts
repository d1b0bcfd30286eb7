import type { Lines, SourceLine, Stretch } from './lines.ts';

/** Lines as a dialect rewrites them, from the first to the last: what it neither replaces nor skips stays. */
export class Rewriting {
  readonly #lines: Lines;
  readonly #stretches: Stretch[] = [];
  /** The index of the first line that is not taken yet. */
  #next = 0;
  #isChanged = false;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** The index of the first line that is neither kept nor replaced yet. */
  get next(): number {
    return this.#next;
  }

  /** Keeps the lines before `index` that have not been replaced. */
  keepUpTo(index: number): void {
    for (const stretch of this.#lines.stretches(this.#next, index)) this.#stretches.push(stretch);
    this.#next = Math.max(this.#next, index);
  }

  /** Replaces the lines from `start` on, before `end`, after everything kept or replaced so far. */
  replace(start: number, end: number, lines: readonly SourceLine[]): void {
    this.keepUpTo(start);
    this.#next = end;
    this.#isChanged = true;
    for (const made of lines) this.#stretches.push({ from: made.from, count: 1, made });
  }

  /** Returns the last lines of what is kept or replaced so far: at least `least`, where there are. */
  tail(least: number): Lines {
    return this.#lines.with(this.#stretches.slice(-least));
  }

  /** Replaces the last line of what is kept or replaced so far, or one `back` lines before it. */
  amend(back: number, made: SourceLine): void {
    const tail = this.tail(back + 1);
    const at = tail.length - 1 - back;
    const amended = [...tail.stretches(0, at), { from: made.from, count: 1, made }, ...tail.stretches(at + 1)];
    this.#stretches.splice(-back - 1, back + 1, ...amended);
    this.#isChanged = true;
  }

  /** The rewritten lines; the same object where nothing was replaced. */
  get done(): Lines {
    if (!this.#isChanged) return this.#lines;
    this.keepUpTo(this.#lines.length);
    return this.#lines.with(this.#stretches);
  }
}
