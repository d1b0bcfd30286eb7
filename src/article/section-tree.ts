import { type BlockWords, countBlockWords } from '../markdown/block-words.ts';
import type { DocumentText } from '../markdown/document-text.ts';
import { plainText } from '../markdown/inline-text.ts';
import { inlines } from '../markdown/lazy-inlines.ts';
import type { MarkdownDocument } from '../markdown/parse.ts';
import type { Step } from '../markdown/parse-on-demand.ts';
import type { Block, Heading, Inline } from '../markdown/syntax-tree.ts';
import type { Section } from './article-tree.ts';
import { findCounted } from './own-number.ts';
import { countSectionWords } from './word-count.ts';

/** A heading and the blocks up to the next one; the first part has no heading. */
export interface Part {
  readonly heading?: Heading;
  /** The anchor that the author gave the heading. */
  readonly id?: string;
  /** The 1-based line of the body on which it starts. */
  readonly line: number;
  /** As the author wrote it. */
  readonly source: string;
  /** Without the heading. */
  readonly blocks: Iterable<Block>;
}

/** A heading and its offset, with the blocks up to the next one where they are parsed already. */
interface Found {
  readonly heading?: Heading;
  readonly start: number;
  readonly blocks?: Block[];
  /** Its words up to the next heading, where they are counted already, without its own. */
  words?: BlockWords;
}

/**
 * Splits a document at its headings, chunk by chunk: a long one takes its time. `keep` parses all blocks at once;
 * without it, blocks are parsed at each walk.
 * `words` counts the words of parts on the way.
 */
export function* splitAtHeadings(
  text: DocumentText,
  document: MarkdownDocument,
  { keep, words = false }: { readonly keep: boolean; readonly words?: boolean },
): Generator<Step, Part[]> {
  const { markdown, source } = text;
  const found = yield* keep ? parseParts(markdown, document) : findHeadings(markdown, document, words);
  const origins = text.origins(found.map(({ start }) => start));
  return found.map(({ heading, start, blocks, words }, index) => {
    const { line = 1, offset = 0, id } = origins[index] ?? {};
    const end = found[index + 1]?.start ?? markdown.length;
    return {
      ...(heading && { heading }),
      ...(id !== undefined && { id }),
      line,
      source: source.slice(offset, origins[index + 1]?.offset),
      blocks: blocks ?? new UnparsedBlocks(document, markdown, start, end, heading?.raw.length ?? 0, words),
    };
  });
}

function* parseParts(markdown: string, document: MarkdownDocument): Generator<Step, Found[]> {
  let blocks: Block[] = [];
  const found: Found[] = [{ start: 0, blocks }];
  let start = 0;
  for (const chunk of document.blocks(markdown)) {
    for (const block of chunk) {
      if (block.type === 'heading') {
        blocks = [];
        found.push({ heading: block, start, blocks });
      } else blocks.push(block);
      start += block.raw.length;
    }
    yield 'parsed';
  }
  return found;
}

function* findHeadings(markdown: string, document: MarkdownDocument, counts: boolean): Generator<Step, Found[]> {
  let last: Found = { start: 0 };
  const found = [last];
  for (const chunk of document.headings(markdown, { words: counts })) {
    if (!chunk) {
      yield 'not handled';
      continue;
    }
    const { headings, words } = chunk;
    // What is before the first heading of a chunk belongs to the last one of the chunk before.
    const [before, ...after] = words ?? [];
    if (before && last.words) last.words.addAll(before);
    else if (before) last.words = before;
    for (const [index, { heading, at }] of headings.entries()) {
      const own = after[index];
      last = { heading, start: at, ...(own && { words: own }) };
      found.push(last);
    }
    yield 'parsed';
  }
  return found;
}

/** The blocks between two offsets, except the heading at the first: parsed at each walk. */
class UnparsedBlocks implements Iterable<Block> {
  constructor(
    readonly document: MarkdownDocument,
    readonly markdown: string,
    readonly from: number,
    readonly to: number,
    readonly headingLength: number,
    readonly counted: BlockWords | undefined,
  ) {}

  get source(): string {
    return this.markdown.slice(this.from, this.to);
  }

  /** The number of words, without those of the heading. */
  get words(): number {
    const { counted, document, markdown, from, headingLength, to } = this;
    return counted ? counted.words : document.countWords(markdown, from + headingLength, to);
  }

  *[Symbol.iterator](): Iterator<Block> {
    let skipHeading = this.headingLength > 0;
    for (const blocks of this.document.blocks(this.markdown, { from: this.from, to: this.to })) {
      for (const block of blocks) {
        if (skipHeading) skipHeading = false;
        else yield block;
      }
    }
  }
}

/** Returns the Markdown of a section's own heading and blocks, without dialects, where they are parsed at each walk. */
export function unparsedText({ blocks }: Section): string | undefined {
  return blocks instanceof UnparsedBlocks ? blocks.source : undefined;
}

/** Returns what {@link unparsedText} does, without the heading. */
export function unparsedBody({ blocks }: Section): string | undefined {
  return blocks instanceof UnparsedBlocks ? blocks.source.slice(blocks.headingLength) : undefined;
}

/** Returns the words of a heading, without markup and, where there are other words, without badges. */
export function headingText(heading: Heading | undefined): string {
  if (!heading) return '';
  if (unmarked.test(heading.text)) return heading.text.trim();
  const content = inlines(heading.tokens);
  const words = plainText(content.filter((inline) => !isBadge(inline))).trim();
  if (words) return words;
  // The name of a project as its logo: `![kettle logo](logo.svg)`.
  const alternative = plainText(content).trim();
  return alternative.replace(/\s*\b(?:logo|banner|icon)\b\s*/gi, ' ').trim() || alternative;
}

/** Words without markup, references or addresses, as most headings are: they need no parser. */
const unmarked = /^(?!.*[wW]{3}\.)[a-zA-Z\d ,.:;()'"!?+-]+$/;

/** Reports whether an inline is an image, or a link that is nothing else. */
function isBadge(inline: Inline): boolean {
  return (
    inline.type === 'image' || (inline.type === 'link' && inline.tokens.length > 0 && inline.tokens.every(isBadge))
  );
}

type Head = Pick<Section, 'number' | 'id' | 'title' | 'level'>;

/** Creates the section of `parts`, which are neighbours: the heading of the first is its heading. */
export function createSection(
  head: Head,
  parts: readonly Part[],
  sections: readonly ParsedSection[] = [],
): ParsedSection {
  const source = parts.length === 1 ? (parts[0]?.source ?? '') : parts.map((part) => part.source).join('');
  const [first] = parts;
  const blocks = first && parts.length === 1 ? first.blocks : new JoinedBlocks(parts);
  return new ParsedSection(head, first?.line ?? 1, first?.heading, source, blocks, sections);
}

// Classes, since a long text has many sections: an object with a getter of its own takes ten times as long to create.
class ParsedSection implements Section {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly level: number;
  declare readonly heading?: Heading;
  declare counted?: boolean;
  endLine: number;
  #words: number | undefined;

  constructor(
    head: Head,
    readonly line: number,
    heading: Heading | undefined,
    readonly source: string,
    readonly blocks: Iterable<Block>,
    readonly sections: readonly ParsedSection[],
  ) {
    this.number = head.number;
    this.id = head.id;
    this.title = head.title;
    this.level = head.level;
    this.endLine = line;
    if (heading) this.heading = heading;
  }

  get words(): number {
    this.#words ??= countSectionWords(this);
    return this.#words;
  }
}

/** The blocks of several parts, one after the other. */
class JoinedBlocks implements Iterable<Block> {
  constructor(readonly parts: readonly Part[]) {}

  /** The words of the blocks; the heading among them is the article's title. */
  get words(): number {
    return this.parts.reduce((sum, { blocks }) => sum + countBlockWords(blocks), 0);
  }

  *[Symbol.iterator](): Iterator<Block> {
    for (const { blocks } of this.parts) yield* blocks;
  }
}

/** Nests each section in the nearest one before it with a higher heading; a skipped level leaves no gap. */
export function nestSections(
  parts: readonly Part[],
  slugs: (title: string, given?: string) => string,
  lastLine: number,
): Section[] {
  const top: ParsedSection[] = [];
  const open: { readonly section: ParsedSection; readonly sections: ParsedSection[] }[] = [];
  const close = (level: number, endLine: number): void => {
    for (let last = open.at(-1); last && last.section.level >= level; last = open.at(-1)) {
      last.section.endLine = endLine;
      open.pop();
    }
  };
  for (const part of parts) {
    const level = part.heading?.depth ?? 1;
    close(level, part.line - 1);
    const parent = open.at(-1);
    const siblings = parent?.sections ?? top;
    const place = `${siblings.length + 1}`;
    const number = parent ? `${parent.section.number}.${place}` : place;
    const title = headingText(part.heading);
    const sections: ParsedSection[] = [];
    const section = createSection({ number, id: slugs(title, part.id), title, level }, [part], sections);
    siblings.push(section);
    open.push({ section, sections });
  }
  close(0, lastLine);
  for (const section of findCounted(top)) section.counted = true;
  return top;
}
