import { closeInlines } from './close-inlines.ts';
import type { Inline, UnparsedInlines } from './types.ts';

/** Inlines that are parsed when somebody looks at them. A class, since a long text has many of them. */
export abstract class LateInlines {
  #parsed: readonly Inline[] | undefined;

  /** The inlines, parsed at the first look. */
  get parsed(): readonly Inline[] {
    this.#parsed ??= this.parse();
    return this.#parsed;
  }

  /** How many words they have, as long as they are not parsed and that can be told without it. */
  get unparsedWords(): number | undefined {
    return this.#parsed ? undefined : this.words();
  }

  toJSON(): readonly Inline[] {
    return this.parsed;
  }

  protected abstract parse(): readonly Inline[];
  protected abstract words(): number | undefined;
}

/** Where an array of marked's keeps what it stands for: a `WeakMap` is slower by far. */
const content = Symbol('content');

interface Holder {
  [content]?: LateInlines;
}

/** The inlines of a block or a table cell, parsed at the first call. */
export function inlines(tokens: UnparsedInlines): readonly Inline[] {
  // Else the array holds them itself: a box, or an article that was parsed when the program was built.
  return lateInlines(tokens)?.parsed ?? (tokens as readonly Inline[]);
}

/** The words of inlines that nobody has looked at yet, where they can be told without parsing them. */
export function unparsedWords(tokens: UnparsedInlines): number | undefined {
  return lateInlines(tokens)?.unparsedWords;
}

function lateInlines(tokens: UnparsedInlines): LateInlines | undefined {
  return tokens instanceof LateInlines ? tokens : (tokens as Holder)[content];
}

/** Has an array of marked's stand for inlines. */
export function standFor(tokens: readonly unknown[], late: LateInlines): void {
  (tokens as Holder)[content] = late;
}

/** Inlines that are known already, as tokens that {@link inlines} gives them for. */
export function parsedInlines(known: readonly Inline[]): UnparsedInlines {
  return closeInlines(known);
}
