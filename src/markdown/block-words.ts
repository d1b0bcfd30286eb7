import { countWords } from '../text/words.ts';
import { blockText } from './block-text.ts';
import type { Block } from './syntax-tree.ts';

/** The words of neighbouring blocks: counted as they are found, or later where they depend on definitions. */
export class BlockWords {
  #counted = 0;
  readonly #pending: (() => number)[] = [];

  add(text: string): void {
    this.#counted += countWords(text);
  }

  /** Adds words that are counted at each access. */
  addLater(count: () => number): void {
    this.#pending.push(count);
  }

  addAll(other: BlockWords): void {
    this.#counted += other.#counted;
    for (const count of other.#pending) this.#pending.push(count);
  }

  /** Forgets all words. */
  clear(): void {
    this.#counted = 0;
    this.#pending.length = 0;
  }

  get words(): number {
    let words = this.#counted;
    for (const count of this.#pending) words += count();
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
