import { removeAll, removeComments } from './document.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** The body without what no page means to be read: the last resort where no article was found. */
export function bodyText(document: DomDocument): DomElement {
  removeComments(document.body);
  removeAll(
    document.body,
    'script, style, template, noscript, nav, footer, header, aside, form, button, select, iframe',
  );
  return document.body;
}
