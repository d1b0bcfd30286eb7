import type { DomElement } from '../dom/dom-element.ts';
import type { DomText } from '../dom/dom-text.ts';
import { isBlock, isText } from '../dom/tree.ts';

const voidElement = /^(?:AREA|BASE|COL|COMMAND|EMBED|IMG|INPUT|KEYGEN|LINK|META|PARAM|SOURCE|TRACK|WBR)$/;

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
    if (isBlock(element) || element.nodeName === 'BR') {
      this.end();
    } else if (voidElement.test(element.nodeName)) {
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
