import { closeInlines } from './clean.ts';
import type { Definitions } from './definitions.ts';
import { cleanInlines, ordinaryInlines } from './inline.ts';
import { deferInlines, type InlineSource } from './inlines.ts';
import { lexRun } from './lex.ts';
import { countSourceWords } from './source-words.ts';
import type { Inline, UnparsedInlines } from './types.ts';

/** The text of a paragraph, a heading or a cell, waiting to be parsed. A class, since a long text has many of them. */
class Run implements InlineSource {
  constructor(
    readonly text: string,
    readonly definitions: Definitions,
  ) {}

  parse(tokens: UnparsedInlines): readonly Inline[] {
    const ordinary = tokens.length === 0 ? ordinaryInlines(this.text, this.definitions.links) : undefined;
    return this.close(ordinary ?? cleanInlines(lexRun(this.text, tokens, this.definitions)));
  }

  words(): number | undefined {
    return countSourceWords(this.text, this.definitions.links);
  }

  private close(inlines: readonly Inline[]): readonly Inline[] {
    return mayReorder.test(this.text) ? closeInlines(inlines) : inlines;
  }
}

/** A bidirectional control, or a reference that may be one. */
const mayReorder = /[&\u202a-\u202e\u2066-\u2069]/;

/**
 * Leaves a text to be parsed into inlines when somebody looks at them, and gives the array that stands for these; its
 * references lead to what `definitions` hold by then. `tokens` is an array that there is already.
 */
export function deferRun(text: string, definitions: Definitions, tokens: UnparsedInlines = []): UnparsedInlines {
  deferInlines(tokens, new Run(text, definitions));
  return tokens;
}
