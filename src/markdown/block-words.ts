import { countWords } from '../text/words.ts';
import { blockText } from './block-text.ts';
import type { Block } from './syntax-tree.ts';

/** Something that has words. */
export interface Counted {
  readonly words: number;
}

/** The words of neighbouring blocks: counted as they are found, or later where they depend on definitions. */
export class BlockWords implements Counted {
  #counted = 0;
  readonly #pending: Counted[] = [];

  add(text: string): void {
    this.#counted += countWords(text);
  }

  addLater(counted: Counted): void {
    this.#pending.push(counted);
  }

  addAll(other: BlockWords): void {
    this.#counted += other.#counted;
    for (const counted of other.#pending) this.#pending.push(counted);
  }

  /** Forgets all words. */
  clear(): void {
    this.#counted = 0;
    this.#pending.length = 0;
  }

  get words(): number {
    let words = this.#counted;
    for (const counted of this.#pending) words += counted.words;
    return words;
  }
}

/** Counts the words of blocks, unless these know them. */
export function countBlockWords(blocks: Iterable<Block> & { readonly words?: number }): number {
  if (blocks.words !== undefined) return blocks.words;
  let words = 0;
  for (const block of blocks) words += countWords(blockText(block));
  return words;
}
