import { splitWords, type VisibleText } from './visible-text.ts';

/** What is wrong with a plain text: words that are lost or out of order, and others that nobody wrote. */
export interface Faults {
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/**
 * Compares a plain text, not wrapped, with what a browser shows. All words must be there in order; what else is there
 * must be a list's marker or a task's box, and no more of them than there are list items.
 */
export function comparePlain(text: string, { words, items }: VisibleText): Faults {
  const written = splitWords(text.replace(/\[ \] /g, '[x] '));
  const lost: string[] = [];
  const others: string[] = [];
  let at = 0;
  for (const word of words) {
    const found = written.indexOf(word, at);
    if (found < 0) {
      lost.push(word);
      continue;
    }
    for (const other of written.slice(at, found)) others.push(other);
    at = found + 1;
  }
  for (const other of written.slice(at)) others.push(other);
  const added = others.filter((other) => !/^(-|\d+\.|\[x\])$/.test(other));
  const markers = others.filter((other) => /^(-|\d+\.)$/.test(other)).length;
  if (markers > items) added.push(`${markers} markers for ${items} items`);
  return { lost, added };
}

/** Text without its white space: what wrapping must leave as it is. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}
