import { closeInlines } from './clean.ts';
import type { Inline, UnparsedInlines } from './types.ts';

/** What inlines will be parsed from. */
export interface InlineSource {
  /** `tokens` is what marked's block pass has put into the array already: a loose task's box. */
  parse(tokens: UnparsedInlines): readonly Inline[];
}

/**
 * Where an array that marked's block pass left for inlines keeps what they will be parsed from, then what they were
 * parsed to. A `WeakMap` would do the same, but with one entry a paragraph it is what a long text's time goes to.
 */
const content = Symbol('content');

interface Holder extends ReadonlyArray<unknown> {
  [content]?: { readonly source: InlineSource } | { readonly inlines: readonly Inline[] };
}

/** The inlines of a block or a table cell, parsed at the first call. */
export function inlines(tokens: UnparsedInlines): readonly Inline[] {
  const known = (tokens as Holder)[content];
  // Without a source the array holds them itself: a box, or an article that was parsed when the program was built.
  if (known === undefined) return tokens as readonly Inline[];
  if ('inlines' in known) return known.inlines;
  const parsed = known.source.parse(tokens);
  (tokens as Holder)[content] = { inlines: parsed };
  return parsed;
}

/** Leaves the parsing of inlines to the first time that somebody looks at them. */
export function deferInlines(tokens: UnparsedInlines, source: InlineSource): void {
  (tokens as Holder)[content] = { source };
}

/** Inlines that are known already, as tokens that {@link inlines} gives them for. */
export function parsedInlines(known: readonly Inline[]): UnparsedInlines {
  const tokens: Holder = [];
  tokens[content] = { inlines: closeInlines(known) };
  return tokens;
}
