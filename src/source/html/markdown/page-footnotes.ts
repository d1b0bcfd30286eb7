import { writeFootnote } from '../../../markdown/footnote-definition.ts';
import { percentDecode } from '../../../text/percent-decode.ts';
import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { headingSelector, isHeading, isText, isWithinAny, lengthOf, lineOf, nextInOrder } from '../dom/tree.ts';
import { inlineNoteClass, inlineNotes } from './inline-notes.ts';

/** Footnotes by label, taken out of the page. */
export type PageFootnotes = ReadonlyMap<string, DomElement>;

/** The attribute of a `<sup>` that is a reference to a footnote; its value is the label. */
export const noteAttribute = 'data-note';

/**
 * Takes the footnotes out of a page and marks their references. A reference is a short raised link, or one marked as
 * such, to a list item or paragraph of the same page.
 */
export function markFootnotes(document: DomDocument): PageFootnotes {
  const notes = new Map<string, DomElement>();
  for (const stray of document.querySelectorAll(`[${noteAttribute}]`)) stray.removeAttribute(noteAttribute);
  const inline = document.hasClassLike(inlineNoteClass) ? inlineNotes(document.body) : [];
  for (const { place, note } of inline) {
    const label = `${notes.size + 1}`;
    place.replaceWith(createReference(document, label));
    notes.set(label, note);
  }
  const anchors = document.querySelectorAll('a[href^="#"]').filter(isReference);
  markLinked(document, anchors, notes);
  if (notes.size === 0) markRaisedNumbers(document, notes);
  for (const note of notes.values()) removeNote(note);
  return notes;
}

function createReference(document: DomDocument, label: string): DomElement {
  const raised = document.createElement('sup');
  raised.setAttribute(noteAttribute, label);
  raised.textContent = label;
  return raised;
}

/** Marks links to footnotes. Of a footnote and its reference, which lead to each other, the reference comes first. */
function markLinked(document: DomDocument, anchors: readonly DomElement[], notes: Map<string, DomElement>): void {
  if (anchors.length === 0) return;
  const targets = new Map<string, DomElement>();
  for (const element of document.querySelectorAll('a[name]')) targets.set(element.getAttribute('name') ?? '', element);
  for (const element of document.querySelectorAll('[id]')) targets.set(element.id, element);
  const labels = new Map<DomElement, string>();
  const places = new Set<DomElement>();
  for (const anchor of anchors) {
    const target = targets.get(percentDecode((anchor.getAttribute('href') ?? '').slice(1)));
    const note = target?.closest('li, dd, p, aside, div');
    if (!note || note.contains(anchor) || lengthOf(note) < 3 || note.querySelector('h1, h2, h3, article')) continue;
    if (isWithinAny(anchor, labels) || places.has(note)) continue;
    const label = labels.get(note) ?? `${notes.size + 1}`;
    labels.set(note, label);
    for (let at: DomElement | null = anchor; at; at = at.parentNode) places.add(at);
    referenceOf(anchor).replaceWith(createReference(document, label));
    notes.set(label, note);
  }
  for (const note of labels.keys()) dropBackLinks(note);
}

/** Returns the raised element around a link that contains nothing else but brackets, else the link. */
function referenceOf(anchor: DomElement): DomElement {
  const raised = anchor.closest('sup');
  const bare = (element: DomElement) => lineOf(element).replace(/[\s()[\]]/g, '');
  return raised && bare(raised) === bare(anchor) ? raised : anchor;
}

/** Removes the back links from a footnote, and its own label before it. */
function dropBackLinks(note: DomElement): void {
  for (const back of note.querySelectorAll('.mw-cite-backlink, .footnote-back-link, .fn-backref')) back.remove();
  let isLabelled = /^[\s^↑[(]*[\^↑]/.test(lineOf(note));
  for (const back of note.querySelectorAll('a[href^="#"]')) {
    const line = lineOf(back);
    const isBack = line.length <= 3 || /back|return/i.test(`${back.className} ${back.getAttribute('role')} ${line}`);
    if (!isBack && !/^[[(]?\d{1,3}(?::\d+)?[\])]?$/.test(line)) continue;
    if (
      line &&
      lineOf(note)
        .replace(/^[\s[(^]+/, '')
        .startsWith(line.replace(/^[[(]/, ''))
    )
      isLabelled = true;
    back.remove();
  }
  for (const label of note.querySelectorAll('.label, .fn-bracket'))
    if (!/[\p{L}\p{N}]/u.test(lineOf(label))) label.remove();
  if (isLabelled) trimLabel(note);
}

/** Removes the rest of a label at the start of a footnote: `[`, `]`, `.`, `^`. */
function trimLabel(note: DomElement): void {
  for (let node = nextInOrder(note, note); node; node = nextInOrder(node, note)) {
    if (!isText(node)) continue;
    node.textContent = node.textContent.replace(/^[\s[\]().:^↑]+/, '');
    if (node.textContent) return;
  }
}

/** Removes a footnote from its page, with a list that becomes empty, and the heading and the rule above that. */
function removeNote(note: DomElement): void {
  let at: DomElement | null = note.parentNode;
  note.remove();
  while (at?.parentNode && at.nodeName !== 'BODY' && lengthOf(at) === 0) {
    const parent: DomElement = at.parentNode;
    const before = at.previousElementSibling;
    const isLast = at.nextElementSibling === null || isHeadOfList(at.nextElementSibling);
    at.remove();
    if (before && isLast && isHeadOfList(before)) before.remove();
    at = parent;
  }
}

/** Reports whether an element is a rule or a heading, or a box around nothing else. */
function isHeadOfList(element: DomElement): boolean {
  if (element.nodeName === 'HR' || isHeading(element)) return true;
  const inner = element.querySelector(headingSelector);
  return inner !== null && lengthOf(inner) === lengthOf(element);
}

/**
 * Marks footnotes without links: raised numbers in the text, and below it paragraphs or items that begin with these.
 * Each number has one footnote, and the first footnote is below the first reference.
 */
function markRaisedNumbers(document: DomDocument, notes: Map<string, DomElement>): void {
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
  for (const label of notes.keys()) {
    for (const reference of references.get(label) ?? []) {
      reference.setAttribute(noteAttribute, label);
      reference.textContent = label;
    }
  }
}

/** How generators name the target of a footnote's reference. */
const noteTarget =
  /^#(?:user-content-)?_?(?:fn|ftn|footnote|endnote|note|cite_note|easy-footnote|sdfootnote|sdendnote)/i;

function isReference(anchor: DomElement): boolean {
  const text = lineOf(anchor);
  if (!/^[[(]?(?:\d{1,3}(?::\d+)?|[a-z]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?:note|nb|fn) \d{1,3})[\])]?$/i.test(text)) return false;
  const raised = anchor.closest('sup') ?? anchor.querySelector('sup');
  if (raised || noteTarget.test(anchor.getAttribute('href') ?? '')) return true;
  const names = ['role', 'rel', 'class', 'epub:type'].map((name) => anchor.getAttribute(name) ?? '').join(' ');
  return /noteref|footnote/i.test(names);
}

/** Writes the definitions of those footnotes that `markdown` refers to, each as a block. */
export function footnoteDefinitions(
  notes: PageFootnotes,
  markdown: string,
  write: (note: DomElement) => string,
): string[] {
  const used = [...notes].filter(([label]) => markdown.includes(`[^${label}]`));
  return used.map(([label, note]) => writeFootnote(label, write(note)));
}
