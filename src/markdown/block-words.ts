import { countWords } from '../text/words.ts';

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
