import type { Block, DefinitionList, Paragraph } from './syntax-tree.ts';

type Item = DefinitionList['items'][number];

/** An item's source: the terms, and the Markdown of each description. */
interface ItemSource {
  readonly terms: readonly string[];
  readonly descriptions: string[];
  /** The index of the block after it. */
  end: number;
}

/** What parses blocks of Markdown, and a paragraph for a term. */
export interface ItemParser {
  blocks(markdown: string): readonly Block[];
  paragraph(text: string): Paragraph;
}

/**
 * Finds definition lists of PHP Markdown Extra and Pandoc, `Term` with `: description` below, among blocks: a paragraph
 * that begins with a colon, or has a line that does, and its term.
 */
export function findDefinitionLists(blocks: readonly Block[], parser: ItemParser): readonly Block[] {
  if (!blocks.some((block) => block.type === 'paragraph' && mayHoldDescription(block.text))) return blocks;
  const result: Block[] = [];
  for (let index = 0; index < blocks.length; ) {
    const items: Item[] = [];
    let end = index;
    for (let item = readItem(blocks, index); item; item = readItem(blocks, skipSpace(blocks, end))) {
      items.push({
        terms: item.terms.map((term) => parser.paragraph(term)),
        descriptions: item.descriptions.flatMap((markdown) => parser.blocks(markdown)),
      });
      end = item.end;
    }
    if (items.length > 0) {
      const raw = blocks.slice(index, end).map((block) => block.raw);
      result.push({ type: 'definition_list', raw: raw.join(''), items });
      index = end;
    } else {
      result.push(blocks[index] as Block);
      index += 1;
    }
  }
  return result;
}

const description = /^:[ \t]+\S/m;

/** Reports whether Markdown may contain a description: without one there is no definition list. */
export function mayHoldDescription(markdown: string): boolean {
  // The two strings are found many times faster than the beginning of a line.
  return (markdown.startsWith(':') || markdown.includes('\n:')) && description.test(markdown);
}

function readItem(blocks: readonly Block[], start: number): ItemSource | undefined {
  const block = blocks[start];
  if (block?.type !== 'paragraph') return undefined;
  const lines = block.text.split('\n');
  const first = lines.findIndex((line) => description.test(line));
  if (first === 0) return undefined;
  const item: ItemSource = { terms: first < 0 ? lines : lines.slice(0, first), descriptions: [], end: start + 1 };
  // A term is a short line: a paragraph above a line with a colon is one.
  if (item.terms.some((term) => term.length > longestTerm) || (first < 0 && item.terms.length > 1)) return undefined;
  if (first > 0) addDescriptions(item.descriptions, lines.slice(first));
  while (addBlock(item, blocks, skipSpace(blocks, item.end)));
  return item.descriptions.length > 0 ? item : undefined;
}

const longestTerm = 100;

/** Adds a block that continues an item: a description, or a paragraph that is indented below one. */
function addBlock(item: ItemSource, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.type === 'paragraph' && /^:[ \t]+\S/.test(block.text))
    addDescriptions(item.descriptions, block.text.split('\n'));
  else if (block?.type === 'code' && block.codeBlockStyle === 'indented' && item.descriptions.length > 0) {
    item.descriptions[item.descriptions.length - 1] += `\n\n${block.text}`;
  } else return false;
  item.end = index + 1;
  return true;
}

function addDescriptions(descriptions: string[], lines: readonly string[]): void {
  for (const line of lines) {
    const text = /^:[ \t]+(.*)$/.exec(line)?.[1];
    if (text !== undefined) descriptions.push(text);
    else descriptions[descriptions.length - 1] += `\n${line.trimStart()}`;
  }
}

function skipSpace(blocks: readonly Block[], index: number): number {
  return blocks[index]?.type === 'space' ? index + 1 : index;
}
