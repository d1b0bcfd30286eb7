import { countLineEnds } from '../text/count-line-ends.ts';
import { type Expanded, expandDialects } from './dialects/expand.ts';
import type { Lines } from './dialects/lines.ts';
import { normalizeMarkdown } from './normalize.ts';

/** The place in the source of a place in the parsed text. */
export interface Origin {
  /** 1-based. */
  readonly line: number;
  /** The offset in the source at which that line starts. */
  readonly offset: number;
  /** The id that an attribute gives the heading on that line. */
  readonly id?: string;
}

/** The text of a document: as its author wrote it, and as CommonMark and GFM for the parsers. */
export class DocumentText {
  /** The text as written, normalized. */
  readonly source: string;
  /** The text without dialects. */
  readonly markdown: string;
  readonly #lines: Lines | undefined;
  readonly #firstLine: number;

  /** `firstLine` is the 1-based line of the file on which the text starts; `strict` reads CommonMark and GFM alone. */
  constructor(text: string, { firstLine = 1, strict = false } = {}) {
    this.#firstLine = firstLine;
    this.source = normalizeMarkdown(text);
    const { markdown, lines }: Expanded = strict ? { markdown: this.source } : expandDialects(this.source);
    this.markdown = markdown;
    this.#lines = lines;
  }

  /** The 1-based line of the file on which the text ends. */
  get lastLine(): number {
    const { source } = this;
    return countLineEnds(source, 0, source.trimEnd().length) + this.#firstLine;
  }

  /** Finds the origins of blocks that start at ascending offsets of `markdown`. */
  origins(offsets: readonly number[]): Origin[] {
    const lines = this.#lines;
    let line = 0;
    let before = 0;
    return offsets.map((offset) => {
      line += countLineEnds(this.markdown, before, offset);
      before = offset;
      if (!lines) return { line: line + this.#firstLine, offset };
      const { from = 0, id } = lines.at(line) ?? {};
      return { line: from + this.#firstLine, offset: lines.startOf(from), ...(id !== undefined && { id }) };
    });
  }
}
