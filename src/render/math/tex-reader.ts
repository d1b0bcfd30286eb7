/** The error at anything in a formula that is not understood. */
export class NotUnderstood extends Error {}

const token = /\s*(?:%[^\n]*\n?\s*)*(\\(?:(?:operatorname|tag|[hv]space)\*|[A-Za-z]+|[\s\S])|\d+(?:[.,]\d+)*|[\s\S])/uy;

/** A formula, read token by token: commands, numbers, characters. */
export class TexReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source.trimEnd();
  }

  protected get isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  peek(): string | undefined {
    token.lastIndex = this.#at;
    return token.exec(this.#source)?.[1];
  }

  next(): string {
    token.lastIndex = this.#at;
    const found = token.exec(this.#source)?.[1];
    if (found === undefined) throw new NotUnderstood();
    this.#at = token.lastIndex;
    return found;
  }

  /** Returns the first digit of a number: of several only one is an argument, as in `\frac12` and `x^23`. */
  digit(): string {
    this.#at += /^\s*/.exec(this.#source.slice(this.#at))?.[0].length ?? 0;
    return this.#source.charAt(this.#at++);
  }

  /** Reads what is in braces, as it is written. */
  raw(): string {
    if (this.next() !== '{') throw new NotUnderstood();
    let depth = 1;
    const start = this.#at;
    for (; this.#at < this.#source.length; this.#at++) {
      const character = this.#source[this.#at];
      if (character === '\\') this.#at++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0) return this.#source.slice(start, this.#at++);
    }
    throw new NotUnderstood();
  }

  /** Skips what is in brackets. */
  bracketed(): void {
    const end = this.#source.indexOf(']', this.#at);
    if (end < 0) throw new NotUnderstood();
    this.#at = end + 1;
  }

  /** Skips a length, `-1.5em`. */
  length(): void {
    const length = /\s*-?\d*\.?\d+\s*(?:em|ex|mu|pt|pc|px|cm|mm|in)\s*/y;
    length.lastIndex = this.#at;
    if (!length.test(this.#source)) throw new NotUnderstood();
    this.#at = length.lastIndex;
  }
}
