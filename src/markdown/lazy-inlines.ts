import { closeInlines } from './close-inlines.ts';
import type { Definitions } from './definitions.ts';
import type { Checkbox, Inline, InlineContent, UnparsedInlines } from './syntax-tree.ts';

/**
 * Inline content, parsed on first access. References resolve against `definitions` at that time. A loose task item's
 * checkbox comes before the content.
 */
export class LazyInlines implements UnparsedInlines {
  #parsed: readonly Inline[] | undefined;

  constructor(
    readonly source: string,
    readonly definitions: Definitions,
    readonly checkbox?: Checkbox,
  ) {}

  get parsed(): readonly Inline[] {
    this.#parsed ??= this.#parse();
    return this.#parsed;
  }

  toJSON(): readonly Inline[] {
    return this.parsed;
  }

  #parse(): readonly Inline[] {
    const { source, definitions, checkbox } = this;
    const content = definitions.inlineParser.parse(source, definitions);
    const inlines = checkbox ? [checkbox, ...content] : content;
    return mayReorder.test(source) ? closeInlines(inlines) : inlines;
  }
}

/** A bidirectional control, or a character reference that may be one. */
const mayReorder = /[&\u202a-\u202e\u2066-\u2069]/;

/** Returns the inlines of a block or a table cell; parsed at the first call. */
export function inlines(content: InlineContent): readonly Inline[] {
  return 'parsed' in content ? content.parsed : content;
}
