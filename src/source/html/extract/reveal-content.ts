import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf, rename } from '../dom/tree.ts';
import { isCaptionLine } from './phrases.ts';
import { revealCode } from './reveal-code.ts';
import { revealFormulas, texAttribute, texDisplayAttribute } from './reveal-formulas.ts';

/** The attribute of a task's checkbox in a list, `open` or `done`: form controls are dropped with their forms. */
export const taskAttribute = 'data-task';

/**
 * Moves what scripts, styles and listings put elsewhere to where it is read: streamed parts of a page, formulas,
 * checkboxes of tasks, texts for those without scripts. Line numbers and permalinks go.
 */
export function revealContent(document: DomDocument): void {
  const { body } = document;
  for (const own of [taskAttribute, texAttribute, texDisplayAttribute]) {
    for (const stray of body.querySelectorAll(`[${own}]`)) stray.removeAttribute(own);
  }
  placeStreamed(body);
  if (document.hasClassLike(/sectionbody/)) placeName(body);
  markTasks(body);
  revealFormulas(body);
  showNoscript(body);
  loadImages(body);
  if (document.hasClassLike(/wp-caption/)) frameCaptions(body);
  revealCode(body);
  if (!document.hasClassLike(/headerlink|anchor|mw-editsection|viewcode-|src/)) return;
  for (const element of body.querySelectorAll('a[class], span[class]')) {
    const { className } = element;
    if (sourceLinkClass.test(className) && lengthOf(element) < 15) element.remove();
    else if (/\b(?:headerlink|anchor)\b/.test(className) && isPermalink(element)) element.remove();
    else if (className.includes('mw-editsection')) element.remove();
  }
}

/** Distinguishes a symbol beside a text from a text that is a link to itself, as the short names of options are. */
function isPermalink(element: DomElement): boolean {
  const line = lineOf(element);
  if (/\p{L}{2}|\p{N}/u.test(line) || element.querySelector('code')) return false;
  return line === '' || lengthOf(element) !== (element.parentNode ? lengthOf(element.parentNode) : 0);
}

/** The classes of links from a declaration to its source: of Sphinx, rustdoc and Node. */
const sourceLinkClass = /^(?:viewcode-(?:link|back)|src|src rightside|srclink)$/;

/** Moves each part of a page that React streams (`<div hidden id="S:0">`) to its placeholder (`B:0`). */
function placeStreamed(body: DomElement): void {
  for (const part of body.querySelectorAll('[hidden][id^="S:"]')) {
    const place = body.querySelector(`template[id="B:${part.id.slice(2)}"]`);
    if (!place || part.contains(place)) continue;
    const skeleton = place.nextElementSibling;
    if (skeleton && lengthOf(skeleton) === 0) skeleton.remove();
    part.removeAttribute('hidden');
    place.replaceWith(part);
  }
}

/** Moves the first section of a manual page that AsciiDoc wrote, `NAME`, from the page's header to its text. */
function placeName(body: DomElement): void {
  const section = body.querySelector('#header > .sectionbody');
  const title = section?.previousElementSibling;
  const content = body.querySelector('#content');
  if (!section || !title || !content || section.contains(content)) return;
  for (const part of [section, title]) content.insertBefore(part, content.firstChild);
}

function markTasks(body: DomElement): void {
  for (const checkbox of body.querySelectorAll('li input[type="checkbox"]')) {
    const symbol = body.ownerDocument.createElement('span');
    symbol.setAttribute(taskAttribute, checkbox.hasAttribute('checked') ? 'done' : 'open');
    symbol.textContent = checkbox.hasAttribute('checked') ? '☑' : '☐';
    checkbox.replaceWith(symbol);
  }
}

/** Unwraps the text in `<noscript>` unless it is about scripts or escaped markup: it has what a page loads lazily. */
function showNoscript(body: DomElement): void {
  for (const noscript of body.querySelectorAll('noscript')) {
    const line = lineOf(noscript);
    const isOther = /javascript|cookies?\b|browser|navigateur|navegador|adblock|<\/?[a-z][^>]*>/i.test(line);
    if (line.length > 80 && !isOther) rename(noscript, 'div');
    else if (!line && isOnlyImage(noscript)) rename(noscript, 'span');
  }
}

/** Reports whether an image occurs nowhere else: most are the same as the one beside them, which a script loads. */
function isOnlyImage(noscript: DomElement): boolean {
  if (!noscript.querySelector('img')?.getAttribute('alt')?.trim()) return false;
  const frame = noscript.closest('figure, picture, a') ?? noscript.parentNode;
  return frame?.querySelectorAll('img').every((image) => noscript.contains(image)) === true;
}

/** Turns WordPress's old caption frames into figures. */
function frameCaptions(body: DomElement): void {
  for (const frame of body.querySelectorAll('div.wp-caption')) {
    const caption = frame.querySelector('.wp-caption-text');
    if (!caption || !frame.querySelector('img') || isCaptionLine(lineOf(caption))) continue;
    rename(caption, 'figcaption');
    rename(frame, 'figure');
  }
}

const later = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-hi-res-src', 'data-srcset', 'srcset'];

/** Gives lazily loaded images their address, in place of none or of a placeholder. */
function loadImages(body: DomElement): void {
  for (const image of body.querySelectorAll('img')) {
    const own = image.src.trim();
    if (own && !/^data:|(?:blank|placeholder|spacer|transparent|pixel|1x1|loading)[^/]*\.(?:gif|png|svg)/i.test(own))
      continue;
    const source = image.closest('picture')?.querySelector('source[srcset]')?.getAttribute('srcset');
    const waiting = [...later.map((name) => image.getAttribute(name)), source]
      .map((value) => value?.trim().split(/,?\s/, 1)[0] ?? '')
      .find((value) => value && !value.startsWith('data:'));
    if (waiting) image.setAttribute('src', waiting);
  }
}
