import type { DomNode } from './dom-element.ts';
import { TEXT_NODE } from './node-types.ts';

/** The length of a text once its white space is collapsed, without building that text. */
export interface Extent {
  /** Characters, without white space at both edges and with every run of it counted as one. */
  readonly length: number;
  readonly startsWithSpace: boolean;
  readonly endsWithSpace: boolean;
  /** Characters in links to other pages, and to places of the same page. */
  readonly linked: number;
  readonly linkedWithinPage: number;
}

const noText: Extent = { length: 0, startsWithSpace: false, endsWithSpace: false, linked: 0, linkedWithinPage: 0 };
const onlySpace: Extent = { ...noText, startsWithSpace: true, endsWithSpace: true };

export function extentOfText(text: string): Extent {
  if (text === '') return noText;
  let length = 0;
  let isInSpace = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters are printable ASCII.
    if ((code > 32 && code < 127) || !isSpace(code)) {
      length += isInSpace && length > 0 ? 2 : 1;
      isInSpace = false;
    } else isInSpace = true;
  }
  if (length === 0) return onlySpace;
  return {
    length,
    startsWithSpace: isSpace(text.charCodeAt(0)),
    endsWithSpace: isInSpace,
    linked: 0,
    linkedWithinPage: 0,
  };
}

/** Reports whether `\s` matches a character. */
function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/**
 * Returns the extent of a node and of its siblings after it. A text of nothing but white space has the length 0 and
 * both edges.
 */
export function extentOfSiblings(first: DomNode | null): Extent {
  let length = 0;
  let startsWithSpace = false;
  let endsWithSpace = false;
  let linked = 0;
  let linkedWithinPage = 0;
  for (let node = first; node; node = node.nextSibling) {
    const { extent } = node;
    const isSeparated = length > 0 && extent.length > 0 && (endsWithSpace || extent.startsWithSpace);
    if (length === 0) startsWithSpace ||= extent.startsWithSpace;
    endsWithSpace = extent.endsWithSpace || (extent.length === 0 && endsWithSpace);
    length += extent.length + (isSeparated ? 1 : 0);
    linked += extent.linked;
    linkedWithinPage += extent.linkedWithinPage;
    if (node.nodeType === TEXT_NODE || node.localName !== 'a') continue;
    if (/^#./.test(node.getAttribute('href') ?? '')) linkedWithinPage += extent.length;
    else linked += extent.length;
  }
  if (length === 0 && !startsWithSpace && !endsWithSpace) return noText;
  return { length, startsWithSpace, endsWithSpace, linked, linkedWithinPage };
}
