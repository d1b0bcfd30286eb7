import { plainText } from '../markdown/block-text.ts';
import { inlines } from '../markdown/lazy-inlines.ts';
import type { MarkdownDocument } from '../markdown/parse.ts';
import type { Block, Heading } from '../markdown/types.ts';
import type { Section } from './types.ts';
import { countSectionWords } from './word-count.ts';

/** A heading and the blocks up to the next one; the first part has no heading. */
export interface Part {
  readonly heading?: Heading;
  source: string;
  /** Without the heading; kept only for a text that is not too long. */
  blocks: Block[] | undefined;
}

/** Up to this many characters the blocks of the first pass are kept; a longer text is parsed again where it is read. */
const keepBlocksUpTo = 16_000_000;

/** Splits a document at its headings, piece by piece: a long one takes its time. */
export function* splitAtHeadings(source: string, document: MarkdownDocument): Generator<void, Part[]> {
  const keep = source.length <= keepBlocksUpTo;
  const parts: Part[] = [{ source: '', blocks: keep ? [] : undefined }];
  const starts: number[] = [0];
  let offset = 0;
  for (const blocks of document.blocks(source)) {
    for (const block of blocks) {
      if (block.type === 'heading') {
        parts.push({ heading: block, source: '', blocks: keep ? [] : undefined });
        starts.push(offset);
      } else {
        parts.at(-1)?.blocks?.push(block);
      }
      offset += block.raw.length;
    }
    yield;
  }
  for (const [index, part] of parts.entries()) part.source = source.slice(starts[index], starts[index + 1]);
  return parts;
}

/** The words of a heading, without markup. */
export function headingText(heading: Heading | undefined): string {
  return heading ? plainText(inlines(heading.tokens)).trim() : '';
}

type Head = Pick<Section, 'number' | 'id' | 'title' | 'level'>;

/** Creates the section of `parts`, which are neighbours: the heading of the first is its heading. */
export function createSection(
  head: Head,
  parts: readonly Part[],
  document: MarkdownDocument,
  sections: Section[] = [],
): Section {
  const source = parts.length === 1 ? (parts[0]?.source ?? '') : parts.map((part) => part.source).join('');
  return new ParsedSection(head, parts[0]?.heading, source, new Blocks(parts, document), sections);
}

// Classes, for a long text has many sections: an object with a getter of its own takes ten times as long to make.
class ParsedSection implements Section {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly level: number;
  declare readonly heading?: Heading;
  #words: number | undefined;

  constructor(
    head: Head,
    heading: Heading | undefined,
    readonly source: string,
    readonly blocks: Iterable<Block>,
    readonly sections: readonly Section[],
  ) {
    this.number = head.number;
    this.id = head.id;
    this.title = head.title;
    this.level = head.level;
    if (heading) this.heading = heading;
  }

  get words(): number {
    this.#words ??= countSectionWords(this);
    return this.#words;
  }
}

class Blocks implements Iterable<Block> {
  constructor(
    readonly parts: readonly Part[],
    readonly document: MarkdownDocument,
  ) {}

  [Symbol.iterator](): Iterator<Block> {
    return walkBlocks(this.parts, this.document);
  }
}

function* walkBlocks(parts: readonly Part[], document: MarkdownDocument): Iterator<Block> {
  for (const part of parts) {
    if (part.blocks) {
      yield* part.blocks;
      continue;
    }
    let skipHeading = part.heading !== undefined;
    for (const blocks of document.blocks(part.source)) {
      for (const block of blocks) {
        if (skipHeading) skipHeading = false;
        else yield block;
      }
    }
  }
}

/** Nests each section in the nearest one before it with a higher heading; a skipped level leaves no gap. */
export function nestSections(
  parts: readonly Part[],
  document: MarkdownDocument,
  slugs: (title: string) => string,
): Section[] {
  const top: Section[] = [];
  const open: { readonly level: number; readonly number: string; readonly sections: Section[] }[] = [];
  for (const part of parts) {
    const level = part.heading?.depth ?? 1;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1);
    const siblings = parent?.sections ?? top;
    const place = `${siblings.length + 1}`;
    const number = parent ? `${parent.number}.${place}` : place;
    const title = headingText(part.heading);
    const sections: Section[] = [];
    siblings.push(createSection({ number, id: slugs(title), title, level }, [part], document, sections));
    open.push({ level, number, sections });
  }
  return top;
}
