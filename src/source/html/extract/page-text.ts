import { percentDecode } from '../../../text/percent-decode.ts';
import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { headingSelector, lineOf, removeAll, rename } from '../dom/tree.ts';
import { markAlerts } from '../markdown/page-alerts.ts';
import { dropPermalinks } from './headings.ts';
import { isHidden } from './hidden.ts';
import { findContainer } from './page-container.ts';

const unseen = 'script, style, template, noscript, iframe, datalist, input';
/** Controls with a text, and what a page has in place of what cannot be shown. */
const controls = 'select, textarea, object';

/** Returns everything that a page shows, in order. */
export function wholePage(document: DomDocument): DomElement {
  removeAll(document.body, unseen);
  for (const select of document.body.querySelectorAll('select')) {
    select.textContent = select.querySelectorAll('option').map(lineOf).join(' / ');
  }
  for (const control of document.body.querySelectorAll(controls)) {
    rename(control, control.localName === 'textarea' ? 'div' : 'span');
  }
  for (const element of document.body.querySelectorAll('[hidden], [style], [aria-hidden="true"], dialog')) {
    if (isHidden(element) && element.getAttribute('aria-hidden') !== 'true') element.remove();
  }
  markAlerts(document.body);
  for (const heading of document.querySelectorAll(headingSelector)) dropPermalinks(heading);
  return document.body;
}

/** Returns the body, or its documentation container, without navigation: the last resort without an article. */
export function bodyText(document: DomDocument): DomElement {
  removeAll(
    document.body,
    `nav, footer, aside, form, button, ${controls}, [role="navigation"], [aria-hidden="true"]:not(img)`,
  );
  const container = findContainer(document);
  const body = wholePage(document);
  return container?.isDocumentation && body.contains(container.element) ? container.element : body;
}

/** Returns a page of nothing but images without words: the names of their files. */
export function images(document: DomDocument): DomElement {
  const found = document.createElement('div');
  for (const image of document.body.querySelectorAll('img')) {
    const file = (image.getAttribute('src') ?? '').replace(/[?#].*$/, '').replace(/^.*\//, '');
    const words = image.getAttribute('alt')?.trim() || image.getAttribute('title')?.trim() || percentDecode(file);
    if (!words || image.getAttribute('src')?.startsWith('data:')) continue;
    image.setAttribute('alt', words);
    const paragraph = document.createElement('p');
    paragraph.appendChild(image);
    found.appendChild(paragraph);
  }
  return found;
}
