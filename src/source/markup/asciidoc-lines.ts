/** A line that opens or closes a delimited block. */
export const delimiter = /^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|`{3}.*|[|,:!]={3,})$/;

/** Reports whether a line begins with a term, `term::`. */
export function isTerm(line: string): boolean {
  return /^\s*\S.{0,300}?(?::{2,4}|;;)(?:\s|$)/.test(line) && !/^\s*\w+::[^\s:]/.test(line);
}

/** Returns the depth of a list item, by its marker; 0 for any other line. */
export function depthOf(line: string): number {
  return /^\s*(\*{1,6}|-|\.{1,6}|\d{1,9}\.)\s+\S/.exec(line)?.[1]?.length ?? 0;
}

/** Returns what the items of one list share: `**`, `.`, `::`. */
export function asciidocMarkerOf(line: string): string {
  const marker = /^\s*(\*{1,6}|-|\.{1,6}|\d{1,9}\.|<(?:\d+|\.)>)\s+\S/.exec(line)?.[1];
  if (marker) return /^\d/.test(marker) ? '1.' : marker.startsWith('<') ? '<1>' : marker;
  return isTerm(line) ? (/(:{2,4}|;;)(?:\s|$)/.exec(line)?.[1] ?? '') : '';
}

/** Reports whether a list with this marker can contain one with the other: `*` contains `**`. */
export function isOuter(marker: string, inner: string): boolean {
  return marker.charAt(0) === inner.charAt(0) && marker.length < inner.length && marker !== '';
}

/** Returns an item's marker, its term in a description list, and its text. */
export function itemOf(line: string): readonly [matched: string, term: string | undefined, text: string] {
  const item = /^\s*(?:\*{1,6}|-|\.{1,6}|\d{1,9}\.|<(?:\d+|\.)>)\s+/.exec(line);
  if (item) return [item[0], undefined, line.slice(item[0].length)];
  const term = /^\s*(\S.*?)(?::{2,4}|;;)(?:\s+|$)/.exec(line);
  return term ? [term[0], term[1], line.slice(term[0].length)] : ['', undefined, line];
}

/** Reports whether a line ends the paragraph before it. */
export function endsParagraph(line: string): boolean {
  return delimiter.test(line) || /^\[[\w%#."' ,=-]+\]$|^={2,6} |^\+$/.test(line);
}
