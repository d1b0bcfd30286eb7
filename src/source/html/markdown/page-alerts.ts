import { alertKinds } from '../../../markdown/alert-kind.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lineOf, rename } from '../dom/tree.ts';
import { nameWords } from '../extract/boilerplate.ts';

/** The attribute of a `<blockquote>` that was an admonition; its value is the alert's name. */
export const alert = 'data-alert';

/** Turns the admonitions of documentation ("Note", "Warning") into quotations with their kind. */
export function markAlerts(body: DomElement): void {
  for (const stray of body.querySelectorAll(`[${alert}]`)) stray.removeAttribute(alert);
  if (!body.ownerDocument.hasClassLike(/admonition|alert|callout|custom-block/)) return;
  const remarks = body.querySelectorAll(
    '[class*="admonition"], [class*="markdown-alert"], [class*="callout"], .custom-block, article .alert, main .alert',
  );
  for (const remark of remarks) {
    if (!/^(?:DIV|ASIDE|SECTION|BLOCKQUOTE)$/.test(remark.nodeName) || !body.contains(remark)) continue;
    if (remark.closest(`blockquote[${alert}]`)) continue;
    const kind = [remark.getAttribute('data-callout') ?? '', ...nameWords(remark)]
      .map((word) => alertKinds.get(word))
      .find(Boolean);
    if (!kind) continue;
    const title = remark.querySelector('[class*="title"], [class*="heading"]');
    const word = title ? lineOf(title).toLowerCase() : '';
    if (alertKinds.has(word)) title?.remove();
    // A title of its own, such as “FAQ”, is the alert's name, as of Obsidian's callouts.
    rename(remark, 'blockquote').setAttribute(alert, (alertKinds.get(word) === kind ? word : kind).toUpperCase());
  }
}
