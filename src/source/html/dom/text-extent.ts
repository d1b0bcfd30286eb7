/** The length of a text once its white space is collapsed, without building that text. */
export interface Extent {
  /** Characters, without white space at both edges and with every run of it counted as one. */
  readonly length: number;
  readonly startsWithSpace: boolean;
  readonly endsWithSpace: boolean;
  /** Characters in links to other pages, and to places of the same page. */
  readonly linked: number;
  readonly linkedWithinPage: number;
}

export const EMPTY_EXTENT: Extent = {
  length: 0,
  startsWithSpace: false,
  endsWithSpace: false,
  linked: 0,
  linkedWithinPage: 0,
};

/** Returns the extent of a text followed by another. A text of nothing but white space has the length 0 and both edges. */
export function joinExtents(first: Extent, second: Extent): Extent {
  if (first === EMPTY_EXTENT) return second;
  if (second === EMPTY_EXTENT) return first;
  const isParted = first.length > 0 && second.length > 0 && (first.endsWithSpace || second.startsWithSpace);
  return {
    length: first.length + second.length + (isParted ? 1 : 0),
    startsWithSpace: first.startsWithSpace || (first.length === 0 && second.startsWithSpace),
    endsWithSpace: second.endsWithSpace || (second.length === 0 && first.endsWithSpace),
    linked: first.linked + second.linked,
    linkedWithinPage: first.linkedWithinPage + second.linkedWithinPage,
  };
}

export function extentOfText(text: string): Extent {
  if (text === '') return EMPTY_EXTENT;
  const trimmed = text.trim();
  // Most white space is one space between two words, with nothing to collapse.
  const length = /\s{2}/.test(trimmed) ? trimmed.replace(/\s{2,}/g, ' ').length : trimmed.length;
  const [starts, ends] = trimmed === '' ? [true, true] : [!text.startsWith(trimmed.charAt(0)), /\s$/.test(text)];
  return { length, startsWithSpace: starts, endsWithSpace: ends, linked: 0, linkedWithinPage: 0 };
}
