import type { DomElement } from '../dom/nodes.ts';
import { outermostWrapper, removeAll } from '../dom/tree.ts';
import { markAlerts } from '../markdown/page-alerts.ts';
import { prepareHeadings } from './headings.ts';

/** Readies a page for the search of its article: Readability judges by classes and loses what is marked unhappily. */
export function preparePage(body: DomElement, titles: readonly (string | undefined)[]): void {
  removeAll(body, 'script, style, template, dialog, nav, [hidden], [aria-hidden="true"]:not(img):not(svg)');
  markAlerts(body);
  freeQuotes(body);
  prepareHeadings(body, titles);
}

/** A quoted post stands in wrappers named after its network, which Readability would take for a row of share buttons. */
function freeQuotes(body: DomElement): void {
  for (const quote of body.querySelectorAll('blockquote')) {
    quote.removeAttribute('class');
    const wrapper = outermostWrapper(quote, /^(?:DIV|SECTION|FIGURE|ASIDE)$/);
    if (wrapper !== quote) wrapper.replaceWith(quote);
  }
}
