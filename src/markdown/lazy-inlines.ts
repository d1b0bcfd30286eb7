import { closeInlines } from './close-inlines.ts';
import type { Definitions } from './definitions.ts';
import { scanInlines } from './fast/simple-inlines.ts';
import { countSourceWords } from './fast/source-words.ts';
import { LateInlines } from './inlines.ts';
import { lexRun } from './marked/marked-blocks.ts';
import type { Checkbox, Inline } from './types.ts';

/**
 * The text of a paragraph, a heading or a cell, waiting to be parsed: what its references lead to is looked up in
 * `definitions` when it is. `box` is what stands before the text: a loose task's.
 */
export class Run extends LateInlines {
  constructor(
    readonly text: string,
    readonly definitions: Definitions,
    readonly box?: Checkbox,
  ) {
    super();
  }

  protected parse(): readonly Inline[] {
    const { text, definitions, box } = this;
    const found = scanInlines(text, definitions) ?? lexRun(text, definitions);
    const inlines = box ? [box, ...found] : found;
    return mayReorder.test(text) ? closeInlines(inlines) : inlines;
  }

  protected words(): number | undefined {
    return this.definitions.long ? countSourceWords(this.text, this.definitions.links) : undefined;
  }
}

/** A bidirectional control, or a reference that may be one. */
const mayReorder = /[&\u202a-\u202e\u2066-\u2069]/;
