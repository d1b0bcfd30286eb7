import { closeInlines } from './clean.ts';
import type { Inline, UnparsedInlines } from './types.ts';

/** What inlines will be parsed from. */
export interface InlineSource {
  /** The words of what will be parsed, where they can be told without parsing it. */
  words(): number | undefined;
  /** `tokens` is what marked's block pass has put into the array already: a loose task's box. */
  parse(tokens: UnparsedInlines): readonly Inline[];
}

/**
 * Where an array that stands for inlines keeps what they will be parsed from, then what they were parsed to. A
 * `WeakMap` would do the same, but with one entry a paragraph it is what a long text's time goes to.
 */
const content = Symbol('content');

interface Holder extends ReadonlyArray<unknown> {
  [content]?: InlineSource | readonly Inline[];
}

/** The inlines of a block or a table cell, parsed at the first call. */
export function inlines(tokens: UnparsedInlines): readonly Inline[] {
  const known = (tokens as Holder)[content];
  // Without a source the array holds them itself: a box, or an article that was parsed when the program was built.
  if (known === undefined) return tokens as readonly Inline[];
  if (!('parse' in known)) return known;
  const parsed = known.parse(tokens);
  (tokens as Holder)[content] = parsed;
  return parsed;
}

/** The words of inlines that nobody has looked at yet, where they can be told without parsing them. */
export function unparsedWords(tokens: UnparsedInlines): number | undefined {
  const known = (tokens as Holder)[content];
  return known !== undefined && 'parse' in known ? known.words() : undefined;
}

/** Leaves the parsing of inlines to the first time that somebody looks at them. */
export function deferInlines(tokens: UnparsedInlines, source: InlineSource): void {
  (tokens as Holder)[content] = source;
}

/** Inlines that are known already, as tokens that {@link inlines} gives them for. */
export function parsedInlines(known: readonly Inline[]): UnparsedInlines {
  const tokens: Holder = [];
  tokens[content] = closeInlines(known);
  return tokens;
}
