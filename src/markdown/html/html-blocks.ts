import { closeInlines } from '../close-inlines.ts';
import { plainText } from '../inline-text.ts';
import { InlineTree, trimInlines } from '../inline-tree.ts';
import type { Alignment, Block, HtmlBlock, Inline, ListItem, Paragraph, TableCell } from '../syntax-tree.ts';
import { blockElements } from './block-elements.ts';
import { contains, type HtmlElement, type HtmlNode, parseHtmlTree, textContentOf } from './html-tree.ts';
import { mostPlaces, widestSpan } from './table-limits.ts';
import { attribute, type HtmlTag } from './tag.ts';

/**
 * Converts an HTML block into blocks, without comments, scripts and styles. Markdown ends an HTML block at a blank
 * line: an element that it opens and does not close contains the rest of it, a stray closing tag is ignored.
 */
export function htmlBlocks(token: HtmlBlock): readonly Block[] {
  let blocks = known.get(token);
  if (!blocks) {
    blocks = flow(parseHtmlTree(token.text));
    known.set(token, blocks);
  }
  return blocks;
}

/** Cached, since a block's words are counted before it is rendered. */
const known = new WeakMap<HtmlBlock, readonly Block[]>();

/** Converts flow content: paragraphs gather what is between blocks. */
function flow(nodes: readonly HtmlNode[]): Block[] {
  const result: Block[] = [];
  let line: InlineTree | undefined;

  function endParagraph(): void {
    const inlines = line ? trimInlines(line.finish()) : [];
    line = undefined;
    if (inlines.length > 0) result.push(paragraph(inlines));
  }

  function walk(node: HtmlNode): void {
    if (typeof node === 'string') {
      line ??= new InlineTree();
      line.text(collapse(node));
    } else if (!blockElements.has(node.name)) {
      line ??= new InlineTree();
      line.tag(node.tag);
      for (const child of node.children) walk(child);
      line?.tag(closing(node.tag));
    } else {
      endParagraph();
      if (node.name === 'summary' && !node.children.some((child) => contains(child, blockElements))) {
        line = new InlineTree();
        line.tag({ ...node.tag, name: 'strong' });
      }
      const made = block(node);
      if (made) for (const one of made) result.push(one);
      else for (const child of node.children) walk(child);
      endParagraph();
    }
  }

  for (const node of nodes) walk(node);
  endParagraph();
  return result;
}

/** Converts a block element; undefined where it only contains others. */
function block(element: HtmlElement): readonly Block[] | undefined {
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element);
    case 'ul':
    case 'ol':
    case 'menu':
      return list(element);
    case 'blockquote': {
      const tokens = flow(element.children);
      return tokens.length > 0 ? [{ type: 'blockquote', raw: '', tokens }] : [];
    }
    case 'pre':
      return code(element);
    case 'hr':
      return [{ type: 'hr', raw: '' }];
    case 'dl':
      return definitions(element);
    case 'table':
      return table(element);
    default:
      return undefined;
  }
}

function heading(element: HtmlElement): readonly Block[] {
  const tokens = phrase(element.children);
  if (tokens.length === 0) return [];
  const depth = Number(element.name.slice(1));
  return [{ type: 'heading', raw: '', depth, text: plainText(tokens), tokens: closeInlines(tokens) }];
}

function list(element: HtmlElement): readonly Block[] {
  const contents: Block[][] = [];
  let loose = false;
  let strays: HtmlNode[] = [];
  // A list directly in a list belongs to the item before it.
  const endStrays = () => {
    const made = flow(strays);
    strays = [];
    if (made.length === 0) return;
    const last = contents.at(-1);
    if (last) for (const one of made) last.push(one);
    else contents.push(made);
  };
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === 'li') {
      endStrays();
      contents.push(flow(child.children));
      loose ||= child.children.some((node) => typeof node !== 'string' && node.name === 'p');
    } else {
      strays.push(child);
    }
  }
  endStrays();
  if (contents.length === 0) return [];
  const ordered = element.name === 'ol';
  const start = Number.parseInt(attribute(element.tag, 'start') ?? '1', 10);
  const items = contents.map(
    (tokens): ListItem => ({
      type: 'list_item',
      raw: '',
      task: false,
      loose,
      tokens: loose ? tokens : tokens.map((token) => (token.type === 'paragraph' ? { ...token, type: 'text' } : token)),
    }),
  );
  return [{ type: 'list', raw: '', ordered, start: ordered ? (Number.isNaN(start) ? 1 : start) : '', loose, items }];
}

function code(element: HtmlElement): readonly Block[] {
  const text = textContentOf(element.children).replace(/^\n/, '').replace(/\n$/, '');
  if (!text.trim()) return [];
  const inner = element.children.find((child): child is HtmlElement => typeof child !== 'string');
  const names = [element, ...(inner ? [inner] : [])].map(({ tag }) => attribute(tag, 'class') ?? '').join(' ');
  const lang = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(names)?.[1] ?? attribute(element.tag, 'lang');
  return [lang ? { type: 'code', raw: '', lang, text } : { type: 'code', raw: '', text }];
}

function definitions(element: HtmlElement): readonly Block[] {
  const items: { terms: Paragraph[]; descriptions: Block[] }[] = [];
  const nodes = element.children.flatMap((child) =>
    typeof child !== 'string' && child.name === 'div' ? child.children : [child],
  );
  for (const node of nodes) {
    const isTerm = typeof node !== 'string' && node.name === 'dt';
    const last = items.at(-1);
    if (isTerm) {
      const terms = [paragraph(phrase(node.children))];
      if (last && last.descriptions.length === 0) last.terms.push(...terms);
      else items.push({ terms, descriptions: [] });
    } else {
      const descriptions = flow(typeof node === 'string' ? [node] : node.name === 'dd' ? node.children : [node]);
      if (descriptions.length === 0) continue;
      if (last) for (const description of descriptions) last.descriptions.push(description);
      else items.push({ terms: [], descriptions });
    }
  }
  return items.length > 0 ? [{ type: 'definition_list', raw: '', items }] : [];
}

const notForCells = new Set('table ul ol menu pre blockquote h1 h2 h3 h4 h5 h6 hr dl'.split(' '));

/** Converts a table of data; of a layout table, the contents of its cells. */
function table(element: HtmlElement): readonly Block[] {
  const captions: HtmlNode[] = [];
  const rows: { readonly cells: HtmlElement[]; readonly head: boolean }[] = [];
  const strays: HtmlNode[] = [];
  function gather(nodes: readonly HtmlNode[], inHead: boolean): void {
    for (const node of nodes) {
      if (typeof node === 'string') strays.push(node);
      else if (node.name === 'caption') captions.push(node);
      else if (node.name === 'thead') gather(node.children, true);
      else if (node.name === 'tbody' || node.name === 'tfoot') gather(node.children, false);
      else if (node.name === 'tr') {
        const cells: HtmlElement[] = [];
        for (const child of node.children) {
          if (typeof child !== 'string' && (child.name === 'td' || child.name === 'th')) cells.push(child);
          else strays.push(child);
        }
        if (cells.length > 0) rows.push({ cells, head: inHead });
      } else strays.push(node);
    }
  }
  gather(element.children, false);

  const widths = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + span(cell), 0));
  const columns = widths.reduce((most, width) => Math.max(most, width), 0);
  const before = [...flow(strays), ...flow(captions)];
  const count = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const laysOut =
    columns < 2 ||
    columns * rows.length > mostPlaces(count) ||
    rows.some(({ cells }) => cells.some((cell) => cell.children.some((node) => contains(node, notForCells))));
  if (laysOut) return [...before, ...rows.flatMap(({ cells }) => cells.flatMap((cell) => flow(cell.children)))];

  const [first] = rows;
  const headed = first && (first.head || first.cells.every((cell) => cell.name === 'th'));
  const align = alignments(rows.at(-1)?.cells ?? [], columns);
  const cells = rows.map((row) => row.cells.flatMap((cell) => cellsOf(cell, align)));
  for (const row of cells) while (row.length < columns) row.push(emptyCell());
  const header = headed ? (cells[0] ?? []) : Array.from({ length: columns }, emptyCell);
  return [...before, { type: 'table', raw: '', align, header, rows: headed ? cells.slice(1) : cells }];
}

function span(cell: HtmlElement): number {
  const columns = Number.parseInt(attribute(cell.tag, 'colspan') ?? '1', 10);
  return columns > 1 ? Math.min(columns, widestSpan) : 1;
}

function alignments(cells: readonly HtmlElement[], columns: number): Alignment[] {
  const align = cells.flatMap((cell): Alignment[] => [
    alignment(cell.tag),
    ...Array.from({ length: span(cell) - 1 }, () => null),
  ]);
  while (align.length < columns) align.push(null);
  return align;
}

function alignment(tag: HtmlTag): Alignment {
  const written = attribute(tag, 'align') ?? /text-align:\s*(\w+)/i.exec(attribute(tag, 'style') ?? '')?.[1];
  const value = written?.toLowerCase();
  return value === 'left' || value === 'center' || value === 'right' ? value : null;
}

function cellsOf(cell: HtmlElement, align: readonly Alignment[]): TableCell[] {
  const tokens = phrase(cell.children);
  const own: TableCell = {
    text: plainText(tokens),
    tokens: closeInlines(tokens),
    align: alignment(cell.tag) ?? align[0] ?? null,
  };
  return [own, ...Array.from({ length: span(cell) - 1 }, emptyCell)];
}

function emptyCell(): TableCell {
  return { text: '', tokens: [], align: null };
}

/** Converts phrasing content: blocks in it become lines of their own. */
function phrase(nodes: readonly HtmlNode[]): readonly Inline[] {
  const tree = new InlineTree();
  function walk(node: HtmlNode): void {
    if (typeof node === 'string') {
      tree.text(collapse(node));
      return;
    }
    tree.tag(node.tag);
    for (const child of node.children) walk(child);
    tree.tag(closing(node.tag));
  }
  for (const node of nodes) walk(node);
  return trimInlines(tree.finish());
}

function paragraph(inlines: readonly Inline[]): Paragraph {
  return { type: 'paragraph', raw: '', text: plainText(inlines), tokens: closeInlines(inlines) };
}

function closing(tag: HtmlTag): HtmlTag {
  return { name: tag.name === 'br' ? '' : tag.name, closing: true, attributes: '', end: tag.end };
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}
