import type { FootnoteDefinition } from '../../markdown/types.ts';

/** A text's footnotes, numbered in the order in which they are referred to. */
export interface Notes {
  /** The number of a footnote, from 1. */
  number(label: string): number;
  /** The next footnote that was referred to and has not been taken yet, with its number. */
  next(): Note | undefined;
  /** Numbers the footnotes that nothing has referred to: they are the author's words too. */
  addOthers(): void;
}
interface Note {
  readonly number: number;
  readonly definition: FootnoteDefinition;
}

export function createNotes(definitions: ReadonlyMap<string, FootnoteDefinition>): Notes {
  const numbers = new Map<string, number>();
  const labels: string[] = [];
  let taken = 0;

  function number(label: string): number {
    let number = numbers.get(label);
    if (number === undefined) {
      number = labels.push(label);
      numbers.set(label, number);
    }
    return number;
  }

  return {
    number,
    next() {
      while (taken < labels.length) {
        taken += 1;
        const definition = definitions.get(labels[taken - 1] ?? '');
        if (definition) return { number: taken, definition };
      }
      return undefined;
    },
    addOthers() {
      for (const label of definitions.keys()) number(label);
    },
  };
}
