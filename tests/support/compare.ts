import { splitWords, type VisibleText } from './visible-text.ts';

/** The faults of a plain text: words that are lost or out of order, and others that nobody wrote. */
export interface Faults {
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/**
 * Compares a plain text, not wrapped, with what a browser shows. All words must be there in order; what else is there
 * must be a list's marker or a task's box, and no more of them than there are list items.
 */
export function comparePlain(text: string, { words, items }: VisibleText): Faults {
  const written = splitWords(plainDigits(text).replace(/^((?: *(?:-|\d+\.) )+)\[ \](?= |$)/gm, '$1[x]'));
  const lost: string[] = [];
  const others: string[] = [];
  let at = 0;
  for (const word of words) {
    const found = written.indexOf(plainDigits(word), at);
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

/** Returns text without its white space: what wrapping must leave as it is. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What the rich page draws beside the words: bars, rules, bullets, boxes, the characters for an image and a power. */
const drawn = new Set('│┃▏┼─•◦▪·✓☐▨^');

/**
 * Compares a rich page, without colour and without addresses, with what a browser shows, character by character, for a
 * long word may be broken over lines. What else is there must be drawn, or be the number of a heading or a list item.
 */
export function compareRich(text: string, reference: VisibleText): Faults {
  // The language at the right of a block of code is no word of the text.
  const bare = text.replace(/^(.*▏.*?) {2,}\S+$/gm, '$1');
  const pages = [
    linesOfTables(text, 'line'),
    linesOfTables(text, 'group'),
    linesOfTables(bare, 'line'),
    linesOfTables(bare, 'group'),
  ];
  const wanted = [reference.words, reference.labelled];
  let best: Faults | undefined;
  for (const page of pages) {
    for (const words of wanted) {
      const faults = compareCharacters(page, words, reference.items + reference.headings);
      if (faults.lost.length + faults.added.length === 0) return faults;
      best ??= faults;
    }
  }
  return best ?? { lost: [], added: [] };
}

function compareCharacters(text: string, words: readonly string[], numbers: number): Faults {
  const written = Array.from(plainDigits(withoutSpaces(text)));
  const lost: string[] = [];
  let others = '';
  let at = 0;
  for (const word of words) {
    const start = at;
    const before = others;
    for (const character of plainDigits(word)) {
      while (at < written.length && written[at] !== character) {
        others += written[at];
        at += 1;
      }
      if (at === written.length) {
        lost.push(word);
        at = start;
        others = before;
        break;
      }
      at += 1;
    }
  }
  others += written.slice(at).join('');
  const left = Array.from(others).filter((character) => !drawn.has(character));
  const added = left.filter((character) => !/[\d.]/.test(character));
  // An item's number has nine digits at most, and a dot.
  if (left.length > numbers * 10) added.push(`${left.length} digits for ${numbers} numbers`);
  return { lost, added };
}

/** Replaces superscript and subscript characters by the ones that they represent. */
export function plainDigits(text: string): string {
  return text.replace(
    /[\u00b2\u00b3\u00b9\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2070-\u209c\u2c7c\u2c7d]/g,
    (character) => character.normalize('NFKC'),
  );
}

/**
 * Reads tables that are drawn, cell by cell: where no rule separates them, either each line or all lines together are a
 * row.
 */
function linesOfTables(text: string, row: 'line' | 'group'): string {
  const written: string[] = [];
  let table: string[] = [];
  const endTable = () => {
    if (table.some((line) => line.includes('┼'))) {
      const groups = table.join('\n').split(/\n?[^\n]*┼[^\n]*\n?/);
      for (const [index, group] of groups.entries()) {
        const lines = group.split('\n');
        const alone = row === 'line' && index > 0 && groups.length === 2;
        for (const part of alone ? lines.map((line) => [line]) : [lines]) written.push(...cellsOf(part));
      }
    } else {
      written.push(...table);
    }
    table = [];
  };
  for (const line of text.split('\n')) {
    if (/[│┼]/.test(line)) table.push(line);
    else {
      endTable();
      written.push(line);
    }
  }
  endTable();
  return written.join('\n');
}

function cellsOf(lines: readonly string[]): string[] {
  const cells: string[] = [];
  for (const line of lines) {
    for (const [column, part] of line.split('│').entries()) cells[column] = `${cells[column] ?? ''}${part}\n`;
  }
  return cells;
}
