import { parseHTML } from 'linkedom';
import { spaceless } from '../../src/text/unspaced.ts';

/** What a browser shows of a page: its words in order, and how many things there are that bring a marker of their own. */
export interface VisibleText {
  readonly words: readonly string[];
  readonly items: number;
  readonly headings: number;
  /** The same words where each row of a table is labelled, `header: value` for each of its cells. */
  readonly labelled: readonly string[];
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
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): unknown;
}

/**
 * Reads {@link VisibleText} by a parser of HTML that is not ours. An image is its alternative text; without one it is
 * the name of its file to the rich page, and nothing to plain text.
 */
export function visibleText(html: string, format: 'plain' | 'rich' = 'plain'): VisibleText {
  const body: Node = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
  const { text, count } = readText(body, format, false);
  return {
    words: splitWords(text),
    items: count('LI'),
    headings: count('H1', 'H2', 'H3', 'H4', 'H5', 'H6'),
    labelled: splitWords(readText(body, format, true).text),
  };
}

function readText(
  body: Node,
  format: 'plain' | 'rich',
  labelled: boolean,
): { text: string; count: (...names: string[]) => number } {
  let text = '';
  const counts = new Map<string, number>();
  let headers: string[] = [];
  let column = 0;
  let inPre = 0;
  let quotes = 0;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += inPre > 0 ? node.nodeValue : flowed(node.nodeValue ?? '');
    if (node.nodeType !== 1) return;
    const name = node.tagName.toUpperCase();
    if (unseen.has(name)) return;
    if (name === 'IMG') {
      const file = format === 'rich' ? node.getAttribute('src')?.split('/').at(-1) : '';
      text += node.getAttribute('alt') || file || '';
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (name === 'TABLE') headers = [];
    if (name === 'TR') column = 0;
    if (labelled && name === 'TH') {
      headers.push(node.textContent ?? '');
      return;
    }
    if (labelled && name === 'TD') {
      // An empty cell is not labelled.
      if (node.textContent?.trim() || node.querySelector('img')) text += `\n${headers[column] ?? ''}: `;
      column += 1;
    }
    const border = blocks.has(name) ? '\n' : '';
    if (name === 'PRE') inPre += 1;
    if (name === 'Q') quotes += 1;
    text += name === 'Q' && quotes === 1 ? '“' : border;
    for (const child of node.childNodes) walk(child);
    text += name === 'Q' && quotes === 1 ? '”' : border;
    if (name === 'PRE') inPre -= 1;
    if (name === 'Q') quotes -= 1;
  };
  walk(body);
  return { text, count: (...names) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0) };
}

/**
 * Returns text without soft hyphens, which nobody sees; a line end between two Chinese or Japanese characters is
 * nothing.
 */
function flowed(text: string): string {
  return text.replaceAll('\u00ad', '').replace(new RegExp(`(?<=[${spaceless}])\\s*\\n\\s*(?=[${spaceless}])`, 'g'), '');
}

/** Words, separated by any white space. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
