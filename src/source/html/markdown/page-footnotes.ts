import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf } from '../dom/tree.ts';

/** Footnotes by label, taken out of the page. */
export type Footnotes = ReadonlyMap<string, DomElement>;

/** The attribute of a `<sup>` that is a reference to a footnote; its value is the label. */
export const NOTE = 'data-note';

/**
 * Takes the footnotes out of a page and marks where they are referred to. A reference is a short raised link, or one
 * that says what it is, to a list item or paragraph of the same page.
 */
export function markFootnotes(document: DomDocument): Footnotes {
  const notes = new Map<string, DomElement>();
  const labels = new Map<DomElement, string>();
  for (const stray of document.querySelectorAll(`[${NOTE}]`)) stray.removeAttribute(NOTE);
  const anchors = Array.from(document.querySelectorAll('a[href^="#"]')).filter(isReference);
  if (anchors.length === 0) return markRaisedNumbers(document);
  const targets = new Map<string, DomElement>();
  for (const element of document.querySelectorAll('[id]')) targets.set(element.getAttribute('id') ?? '', element);
  for (const anchor of anchors) {
    const target = targets.get(decodeFragment(anchor.getAttribute('href') ?? ''));
    const note = target?.closest('li, dd, p, aside, div');
    if (!note || note.contains(anchor) || lengthOf(note) < 3 || note.querySelector('h1, h2, h3, article')) continue;
    const label = labels.get(note) ?? `${labels.size + 1}`;
    labels.set(note, label);
    const mark = document.createElement('sup');
    mark.setAttribute(NOTE, label);
    mark.textContent = label;
    const raised = anchor.closest('sup');
    (raised && lineOf(raised) === lineOf(anchor) ? raised : anchor).replaceWith(mark);
    notes.set(label, note);
  }
  for (const note of notes.values()) {
    for (const back of note.querySelectorAll('a[href^="#"]')) if (lengthOf(back) <= 3) back.remove();
    for (const label of note.querySelectorAll('.label, .fn-bracket'))
      if (!/[\p{L}\p{N}]/u.test(lineOf(label))) label.remove();
    note.remove();
  }
  return notes;
}

/**
 * Marks footnotes without links: raised numbers in the text, and below it paragraphs or items that begin with these. Each
 * number has one note, and the first note is below the first reference.
 */
function markRaisedNumbers(document: DomDocument): Footnotes {
  const notes = new Map<string, DomElement>();
  const references = new Map<string, DomElement[]>();
  for (const raised of document.body.querySelectorAll('sup')) {
    const label = lineOf(raised).replace(/^[[(]|[\])]$/g, '');
    if (!/^\d{1,3}$/.test(label) || raised.querySelector('a[href]')) continue;
    const block = raised.closest('p, li, dd, div');
    const isFirst = block !== null && lineOf(block).startsWith(lineOf(raised)) && block.querySelector('sup') === raised;
    if (isFirst && block && references.has(label) && !notes.has(label) && lengthOf(block) > lengthOf(raised) + 2) {
      notes.set(label, block);
      raised.remove();
    } else references.set(label, [...(references.get(label) ?? []), raised]);
  }
  if (notes.size === 0) return notes;
  for (const [label, note] of notes) {
    for (const reference of references.get(label) ?? []) {
      reference.setAttribute(NOTE, label);
      reference.textContent = label;
    }
    note.remove();
  }
  return notes;
}

function isReference(anchor: DomElement): boolean {
  const text = lineOf(anchor);
  if (!/^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|note \d{1,3})[\])]?$/i.test(text)) return false;
  if (anchor.closest('sup')) return true;
  const names = ['role', 'rel', 'class', 'epub:type'].map((name) => anchor.getAttribute(name) ?? '').join(' ');
  return /noteref|footnote/i.test(names);
}

function decodeFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** Returns the definitions of those footnotes that `markdown` refers to, each as a block of its own. */
export function footnoteDefinitions(notes: Footnotes, markdown: string, write: (note: DomElement) => string): string[] {
  const definitions: string[] = [];
  for (const [label, note] of notes) {
    if (!markdown.includes(`[^${label}]`)) continue;
    const text = write(note).replace(/\n(?=[^\n])/g, '\n    ');
    definitions.push(`[^${label}]: ${text}`);
  }
  return definitions;
}
