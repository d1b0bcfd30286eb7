import type { DomElement } from '../dom/dom-element.ts';

/** Creates a writer of list items, which numbers them and separates two consecutive lists. */
export function listItems(): (content: string, element: DomElement) => string {
  const next = new Map<DomElement, number>();
  const others = new Set<DomElement>();
  return (content, element) => {
    const body = content.replace(/^\n+/, '').trimEnd();
    const list = element.parentNode;
    if (!body.trim() || !list) return '';
    const before = list.previousElementSibling;
    // Of two lists without a text between them the second has other markers, else Markdown would join them.
    if (!next.has(list) && before?.nodeName === list.nodeName && !others.has(before)) others.add(list);
    if (list.nodeName !== 'OL') return item(others.has(list) ? '* ' : '- ', body);
    const expected = next.get(list);
    const number = numberOf(element, list, expected);
    const step = list.hasAttribute('reversed') ? -1 : 1;
    next.set(list, number + step);
    const letter = letterFor(list.getAttribute('type'), number);
    if (letter) return `${letter}. ${body.replace(/\n(?!\n)/g, '\n\n')}\n\n`;
    if (number < 0 || number > 999_999_999) return `\\${number}. ${body}\n\n`;
    // Markdown numbers from a list's first item: another number begins another list.
    const isCounted = expected === undefined || (number === expected && step === 1);
    if (!isCounted) {
      if (others.has(list)) others.delete(list);
      else others.add(list);
    }
    return item(`${number}${others.has(list) ? ')' : '.'} `, body);
  };
}

function item(marker: string, body: string): string {
  // A list below the item's only paragraph belongs to it without a gap.
  const isTight = !body.includes('```') && !/\n\n(?!- |\* |\d+[.)] )/.test(body);
  const lines = (isTight ? body.replace(/\n{2,}/g, '\n') : body).trimStart();
  return `${marker}${lines.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)}\n`;
}

/** Returns the number of an item: its own, or the one after the last, or where its list starts. */
function numberOf(element: DomElement, list: DomElement, expected: number | undefined): number {
  const own = Number.parseInt(element.getAttribute('value') ?? '', 10);
  if (!Number.isNaN(own)) return own;
  if (expected !== undefined) return expected;
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  if (!Number.isNaN(start)) return start;
  return list.hasAttribute('reversed') ? list.children.filter(({ nodeName }) => nodeName === 'LI').length : 1;
}

/** Returns `a`, `B`, `iv` for lists of such a type, which Markdown lacks. */
function letterFor(type: string | null, number: number): string | undefined {
  if (number < 1 || number > 3999) return undefined;
  const small = type?.toLowerCase();
  const letters = small === 'a' ? alphabetic(number) : small === 'i' ? roman(number) : undefined;
  return type === small ? letters : letters?.toUpperCase();
}

function alphabetic(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let numeral = '';
  for (const [value, letters] of numerals) {
    numeral += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return numeral;
}
