import type { FootnoteDefinition } from '../../article/types.ts';

/** The footnotes that a text refers to, numbered in the order in which they are met. */
export interface Notes {
  /** The number of a footnote, from 1. */
  number(label: string): number;
  /** The next footnote that was referred to and has not been taken yet, with its number. */
  next(): { readonly number: number; readonly note: FootnoteDefinition } | undefined;
}

export function createNotes(definitions: ReadonlyMap<string, FootnoteDefinition>): Notes {
  const numbers = new Map<string, number>();
  const labels: string[] = [];
  let taken = 0;
  return {
    number(label) {
      let number = numbers.get(label);
      if (number === undefined) {
        number = labels.push(label);
        numbers.set(label, number);
      }
      return number;
    },
    next() {
      while (taken < labels.length) {
        taken += 1;
        const note = definitions.get(labels[taken - 1] ?? '');
        if (note) return { number: taken, note };
      }
      return undefined;
    },
  };
}
