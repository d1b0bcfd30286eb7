import { countBlockWords } from '../markdown/block-words.ts';
import type { Block, Heading } from '../markdown/syntax-tree.ts';
import type { Section } from './article-tree.ts';
import { headingText } from './heading-text.ts';
import { findCounted } from './own-number.ts';
import type { Part } from './split-at-headings.ts';
import { countSectionWords } from './word-count.ts';

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
