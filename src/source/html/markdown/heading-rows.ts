import type { DomElement } from '../dom/dom-element.ts';
import { headingSelector, lengthOf } from '../dom/tree.ts';

/** The attribute of a table without a header row. */
export const headless = 'data-headless';

/** Splits tables at rows that are one heading, above each group of declarations: in a cell it would be lost. */
export function freeHeadingRows(root: DomElement): void {
  for (const table of root.querySelectorAll('table')) {
    if (table.parentNode?.closest('table') || table.querySelector('table, caption')) continue;
    const rows = table.querySelectorAll('tr');
    if (!table.querySelector(headingSelector) || !rows.some(headingOf)) continue;
    const { parentNode: parent } = table;
    let part: DomElement | undefined;
    for (const row of rows) {
      const heading = headingOf(row);
      part = heading ? undefined : (part ?? emptyPart(table));
      if (part && !part.parentNode) parent?.insertBefore(part, table);
      if (heading) parent?.insertBefore(heading, table);
      else part?.appendChild(row);
    }
    table.remove();
  }
}

/** Returns the heading that is the whole text of a row. */
function headingOf(row: DomElement): DomElement | undefined {
  const heading = row.querySelector(headingSelector);
  return heading && lengthOf(heading) > 0 && lengthOf(heading) === lengthOf(row) ? heading : undefined;
}

function emptyPart(table: DomElement): DomElement {
  const part = table.ownerDocument.createElement('table');
  if (!table.querySelector('th')) part.setAttribute(headless, '');
  return part;
}
