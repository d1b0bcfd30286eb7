import type { DomElement } from '../dom/dom-element.ts';
import type { DomText } from '../dom/dom-text.ts';
import { isText } from '../dom/tree.ts';

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE AUDIO BLOCKQUOTE BODY CANVAS CENTER DD DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML ISINDEX LI MAIN MENU NAV NOFRAMES NOSCRIPT OL P PRE ' +
    'SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const VOID = /^(?:AREA|BASE|COL|COMMAND|EMBED|IMG|INPUT|KEYGEN|LINK|META|PARAM|SOURCE|TRACK|WBR)$/;

/** Tells whether an element is laid out on lines of its own. */
export function isBlockElement(element: DomElement): boolean {
  return BLOCKS.has(element.nodeName);
}

/**
 * Collapses white space as CSS does (Text Level 3, 4.1.1): one space for a run of spaces and line ends, none at the
 * edges of a block's lines, preformatted text as it is.
 */
export function collapseWhiteSpace(root: DomElement): void {
  const line = new Line();
  collapseBelow(root, line);
  line.end();
}

/** What is known of the line that the next text continues. */
class Line {
  private last: DomText | undefined;
  /** After an image or the like a space is kept, even as the first character that follows. */
  private keepsSpace = false;

  add(text: DomText): void {
    let collapsed = text.textContent;
    if (/[\r\n\t]| {2}/.test(collapsed)) collapsed = collapsed.replace(/[ \r\n\t]+/g, ' ');
    const isAfterSpace = !this.last || this.last.textContent.endsWith(' ');
    if (isAfterSpace && !this.keepsSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1);
    if (!collapsed) {
      text.remove();
      return;
    }
    if (collapsed !== text.textContent) text.textContent = collapsed;
    this.last = text;
  }

  meet(element: DomElement): void {
    if (isBlockElement(element) || element.nodeName === 'BR') {
      this.end();
    } else if (VOID.test(element.nodeName)) {
      this.last = undefined;
      this.keepsSpace = true;
    } else if (this.last) this.keepsSpace = false;
  }

  end(): void {
    const { last } = this;
    if (last?.textContent.endsWith(' ')) last.textContent = last.textContent.slice(0, -1);
    this.last = undefined;
    this.keepsSpace = false;
  }
}

function collapseBelow(parent: DomElement, line: Line): void {
  for (let child = parent.firstChild; child; ) {
    const next = child.nextSibling;
    if (isText(child)) line.add(child);
    else {
      line.meet(child);
      if (child.firstChild && child.nodeName !== 'PRE') {
        collapseBelow(child, line);
        line.meet(child);
      }
    }
    child = next;
  }
}
