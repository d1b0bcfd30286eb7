import type { FootnoteDefinition } from '../markdown/syntax-tree.ts';

/** The footnotes of one rendering, numbered in the order of their references. */
export interface Footnotes {
  /** Counts a reference. Returns the footnote's number and how often it has been referred to, this time included. */
  refer(label: string): ReferenceNumber;
  /** Records a definition at its place in the text, for {@link Footnotes.numberUnreferenced}. */
  define(definition: FootnoteDefinition): void;
  /** Returns the next footnote to be written, in order of number; its text may itself refer to others. */
  next(): Footnote | undefined;
  /** Numbers the definitions so far that have no reference, except those that `isAwaited` expects one for. */
  numberUnreferenced(isAwaited?: (label: string) => boolean): void;
}

interface ReferenceNumber {
  readonly number: number;
  readonly time: number;
}

export interface Footnote {
  readonly number: number;
  /** How often the text has referred to it; 0 for one that is written only because it is defined. */
  readonly references: number;
  readonly definition: FootnoteDefinition;
}

/** Creates the numbering for an article's definitions, which are looked up by label. */
export function createFootnotes(definitions: ReadonlyMap<string, FootnoteDefinition>): Footnotes {
  const numbered = new Map<string, { readonly number: number; references: number }>();
  const labels: string[] = [];
  let defined: FootnoteDefinition[] = [];
  let written = 0;

  function find(label: string) {
    let entry = numbered.get(label);
    if (!entry) {
      entry = { number: labels.push(label), references: 0 };
      numbered.set(label, entry);
    }
    return entry;
  }

  return {
    refer(label) {
      const entry = find(label);
      entry.references += 1;
      return { number: entry.number, time: entry.references };
    },
    define(definition) {
      if (!numbered.has(definition.label)) defined.push(definition);
    },
    next() {
      while (written < labels.length) {
        const label = labels[written++] as string;
        const definition = definitions.get(label);
        if (definition) return { number: written, references: find(label).references, definition };
      }
      return undefined;
    },
    numberUnreferenced(isAwaited = () => false) {
      const unreferenced = defined.filter(({ label }) => !numbered.has(label));
      defined = unreferenced.filter(({ label }) => isAwaited(label));
      for (const { label } of unreferenced) if (!isAwaited(label)) find(label);
    },
  };
}
