import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf } from '../dom/tree.ts';

/** A note within the text that it annotates, and its replacement there. */
export interface InlineNote {
  readonly place: DomElement;
  readonly note: DomElement;
}

/** A part of each name that such notes have. */
export const inlineNoteClass = /side-?note|margin-?note|ltx_note|modern-footnotes/;

/**
 * Takes out the notes that pages show in the margin or above the text and write within the sentence: side notes after
 * their checkbox (Tufte CSS), notes of LaTeXML, notes that a raised number opens.
 */
export function inlineNotes(body: DomElement): readonly InlineNote[] {
  const found: InlineNote[] = [];
  for (const note of body.querySelectorAll('[class]')) {
    const place = body.contains(note) && lengthOf(note) > 2 ? placeOf(note) : undefined;
    if (!place) continue;
    // Its reference may be around it, or be its own place.
    const marker = place.contains(note) ? note.ownerDocument.createElement('sup') : place;
    if (marker !== place) place.replaceWith(marker);
    note.remove();
    found.push({ place: marker, note });
  }
  return found;
}

const inMargin = /(?:^|\s)(?:sidenote|marginnote|sidenote-content|margin-note|side-note)(?:\s|$)/;
const opened = /(?:^|\s)modern-footnotes-footnote__note(?:\s|$)/;

/** Returns the reference of a note; undefined for an element that is none. */
function placeOf(note: DomElement): DomElement | undefined {
  const { className } = note;
  if (className.includes('ltx_note_content')) {
    const outer = note.closest('.ltx_note');
    for (const label of note.querySelectorAll('.ltx_note_mark, .ltx_tag_note, .ltx_note_type')) label.remove();
    return outer?.className.includes('ltx_role_footnote') ? outer : undefined;
  }
  if (inMargin.test(className) && /^(?:SPAN|SMALL|ASIDE)$/.test(note.nodeName)) return labelOf(note);
  if (!opened.test(className)) return undefined;
  const number = note.previousElementSibling;
  return number?.nodeName === 'SUP' && lineOf(number).length <= 3 ? number : undefined;
}

/** Finds the label of a checkbox before a note in the margin; neither is text. Without one the note is inline. */
function labelOf(note: DomElement): DomElement | undefined {
  const checkbox = note.previousElementSibling;
  const label = checkbox?.nodeName === 'INPUT' ? checkbox.previousElementSibling : checkbox;
  if (label?.nodeName !== 'LABEL' || lengthOf(label) > 3) return note.nodeName === 'SPAN' ? note : undefined;
  if (checkbox !== label) checkbox?.remove();
  return label;
}
