import { parseHTML } from 'linkedom';

/** What a browser shows of a page: its words in order, and how many list items there are, each of which has a marker. */
export interface VisibleText {
  readonly words: readonly string[];
  readonly items: number;
}

const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE', 'HEAD']);
// An element that HTML does not know is inline.
const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** What we need of the document's nodes; the types of the DOM itself are a browser's. */
interface Node {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly tagName: string;
  readonly childNodes: Iterable<Node>;
  getAttribute(name: string): string | null;
}

/** {@link VisibleText}, by a parser of HTML that is not ours. */
export function visibleText(html: string): VisibleText {
  const body: Node = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
  let text = '';
  let items = 0;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    if (node.nodeType !== 1) return;
    const name = node.tagName.toUpperCase();
    if (unseen.has(name)) return;
    if (name === 'IMG') text += node.getAttribute('alt') ?? '';
    if (name === 'LI') items += 1;
    const border = blocks.has(name) ? '\n' : '';
    text += border;
    for (const child of node.childNodes) walk(child);
    text += border;
  };
  walk(body);
  return { words: splitWords(text), items };
}

/** Words, parted by any white space. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
