import type { Definitions } from '../definitions.ts';
import type { Block } from '../syntax-tree.ts';
import { skipBlankLines } from './block-start.ts';

/** The state of scanning one text for blocks. */
export interface Scan {
  readonly text: string;
  /** The offset of the next block. */
  at: number;
  readonly sink: Sink;
  /** Where link definitions of the page itself go to, and what inlines resolve their references against. */
  readonly definitions: Definitions;
  /** How many lists and quotes the text is in. */
  readonly depth: number;
  /** False in a list item up to its first list: there, paragraphs are {@link TightText}, as marked has it. */
  top: boolean;
  /** Scans blocks up to the first that begins at or after the offset `limit`; false where one is not handled. */
  readonly parseBlocks: (scan: Scan, limit: number) => boolean;
}

/** A consumer of the blocks that a scan finds: `create` builds one, which a sink that needs none does not call. */
export interface Sink {
  /** The consumer of the blocks in a quote or a list item. */
  readonly inner: Sink;
  /** Takes the block at the offset `at`, which ends at `end`. */
  take(at: number, end: number, type: Block['type'], create: (raw: string) => Block, text: string): void;
}

/** A sink that collects all blocks. */
export class BlockSink implements Sink {
  readonly blocks: Block[] = [];

  get inner(): Sink {
    return new BlockSink();
  }

  take(at: number, end: number, _type: Block['type'], create: (raw: string) => Block, text: string): void {
    this.blocks.push(create(text.slice(at, end)));
  }
}

const none: readonly Block[] = [];

/**
 * Scans the contents of a quote or a list item and returns their blocks, none where the outer scan builds none;
 * undefined where one of them is not handled.
 */
export function innerBlocks(text: string, outer: Scan, top: boolean): readonly Block[] | undefined {
  if (outer.depth >= deepest) return undefined;
  const sink = outer.sink.inner;
  const scan: Scan = { ...outer, text, at: 0, sink, depth: outer.depth + 1, top };
  if (!outer.parseBlocks(scan, text.length)) return undefined;
  return blocksOf(sink);
}

/** Returns the blocks that a sink has built, if any. */
export function blocksOf(sink: Sink): readonly Block[] {
  return sink instanceof BlockSink ? sink.blocks : none;
}

/** Deeper than `clampNesting` lets anything be. */
const deepest = 70;

/**
 * Adds a block that ends at the offset `end`, and the blank lines after it. As marked has it, a single line end belongs
 * to the block, more are a block of their own.
 */
export function add<Type extends Block['type']>(
  scan: Scan,
  end: number,
  type: Type,
  create: (raw: string) => Block & { readonly type: Type },
): true {
  const { text, at, sink } = scan;
  const next = skipBlankLines(text, end);
  const only = next - end === 1;
  sink.take(at, only ? next : end, type, create, text);
  if (next > end && !only) addSpace(scan, end, next);
  scan.at = next;
  return true;
}

/** Adds the blank lines from an offset to another. */
export function addSpace(scan: Scan, at: number, end: number): void {
  scan.sink.take(at, end, 'space', createSpace, scan.text);
}

const createSpace = (raw: string): Block => ({ type: 'space', raw });
