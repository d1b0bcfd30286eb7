import { plainText } from '../markdown/block-text.ts';
import { Definitions } from '../markdown/definitions.ts';
import { inlines } from '../markdown/inlines.ts';
import { clampNesting } from '../markdown/limits/nesting.ts';
import { partLongRuns } from '../markdown/limits/unbroken-text.ts';
import { lexPieces } from '../markdown/parse-blocks.ts';
import type { Block, Heading } from '../markdown/types.ts';
import { foldedWords } from '../text/fold.ts';
import { cleanText } from '../text/sanitize.ts';
import { createIds } from './slug.ts';
import type { Article, Metadata, Section } from './types.ts';
import { countSectionWords } from './word-count.ts';

/** What is known of an article besides its body. */
export interface About {
  readonly title?: string;
  readonly metadata?: Metadata;
}

/** From so many characters on the words of inlines are counted without parsing these, as far as that can be. */
const longText = 50_000;

/** Up to this many characters the blocks of the first pass are kept; a longer text is parsed again where it is read. */
const keepBlocksUpTo = 16_000_000;

/**
 * Parses a Markdown body, without front matter, into a lead and a tree of sections. Never fails: every text is some
 * article. The sources of the lead and the sections, joined, are the body.
 */
export function parseBody(markdown: string, about: About = {}): Article {
  const source = partLongRuns(clampNesting(cleanText(normalizeLineEnds(markdown))));
  const definitions = new Definitions(source.length > longText);
  const parts = cutAtHeadings(source, definitions);
  const titleAt = findTitle(parts, about.title);
  const title = about.title ?? (titleAt < 0 ? '' : headingText(parts[titleAt]?.heading));

  const leadParts = parts.slice(0, titleAt < 0 ? 1 : titleAt + 1);
  const lead = createSection({ number: '0', id: 'lead', title: '', level: 0 }, leadParts, definitions);
  const ids = createIds(hasContent(lead) ? ['lead'] : []);
  return {
    title,
    metadata: about.metadata ?? {},
    lead,
    sections: nest(parts.slice(leadParts.length), definitions, ids),
    footnotes: definitions.footnotes,
    source,
  };
}

function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A heading and what stands under it up to the next one; the first part has no heading. */
interface Part {
  readonly heading?: Heading;
  source: string;
  /** Without the heading; kept only for a text that is not too long. */
  blocks: Block[] | undefined;
}

function cutAtHeadings(source: string, definitions: Definitions): Part[] {
  const keep = source.length <= keepBlocksUpTo;
  const parts: Part[] = [{ source: '', blocks: keep ? [] : undefined }];
  const starts: number[] = [0];
  let at = 0;
  for (const blocks of lexPieces(source, definitions)) {
    for (const block of blocks) {
      if (block.type === 'heading') {
        parts.push({ heading: block, source: '', blocks: keep ? [] : undefined });
        starts.push(at);
      } else {
        parts.at(-1)?.blocks?.push(block);
      }
      at += block.raw.length;
    }
  }
  for (const [index, part] of parts.entries()) part.source = source.slice(starts[index], starts[index + 1]);
  return parts;
}

/** The part whose heading is the article's title: a sole h1 at the top, unless the title is known to be another; or -1. */
function findTitle(parts: readonly Part[], known: string | undefined): number {
  const [before, first, ...rest] = parts;
  if (first?.heading?.depth !== 1 || rest.some((part) => part.heading?.depth === 1)) return -1;
  if (before?.blocks ? before.blocks.some((block) => !unseen.has(block.type)) : before?.source.trim()) return -1;
  if (known === undefined) return 1;
  return foldedWords(known).join(' ') === foldedWords(headingText(first.heading)).join(' ') ? 1 : -1;
}

/** Blocks that may stand above a title without being a text of their own. */
const unseen = new Set<Block['type']>(['space', 'def', 'html', 'footnote']);

function headingText(heading: Heading | undefined): string {
  return heading ? plainText(inlines(heading.tokens)).trim() : '';
}

function hasContent(section: Section): boolean {
  for (const block of section.blocks) if (block.type !== 'space' && block.type !== 'def') return true;
  return false;
}

type Head = Pick<Section, 'number' | 'id' | 'title' | 'level'>;

function createSection(
  head: Head,
  parts: readonly Part[],
  definitions: Definitions,
  sections: Section[] = [],
): Section {
  const source = parts.length === 1 ? (parts[0]?.source ?? '') : parts.map((part) => part.source).join('');
  return new ParsedSection(head, parts[0]?.heading, source, new Blocks(parts, definitions), sections);
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
    readonly definitions: Definitions,
  ) {}

  [Symbol.iterator](): Iterator<Block> {
    return walkBlocks(this.parts, this.definitions);
  }
}

function* walkBlocks(parts: readonly Part[], definitions: Definitions): Iterator<Block> {
  for (const part of parts) {
    if (part.blocks) {
      yield* part.blocks;
      continue;
    }
    let skipHeading = part.heading !== undefined;
    for (const blocks of lexPieces(part.source, definitions)) {
      for (const block of blocks) {
        if (skipHeading) skipHeading = false;
        else yield block;
      }
    }
  }
}

/** Puts each section under the nearest one before it with a higher heading; a skipped level leaves no gap. */
function nest(parts: readonly Part[], definitions: Definitions, ids: (title: string) => string): Section[] {
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
    siblings.push(createSection({ number, id: ids(title), title, level }, [part], definitions, sections));
    open.push({ level, number, sections });
  }
  return top;
}
