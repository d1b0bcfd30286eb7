import { abbreviations } from './abbreviations.ts';
import { attributes } from './attributes.ts';
import { containers } from './containers.ts';
import type { Dialect } from './dialect.ts';
import { type Line, splitLines } from './dialect-lines.ts';
import { htmlHeadings } from './html-headings.ts';
import { liquid } from './liquid.ts';
import { mathDelimiters } from './math-delimiters.ts';
import { mdx } from './mdx.ts';
import { obsidian } from './obsidian.ts';
import { pandocInlines } from './pandoc-inlines.ts';
import { styleSheets } from './style-sheets.ts';

/** The dialects, in the order in which they rewrite a text. A new one is a file in this folder and a line here. */
const dialects: readonly Dialect[] = [
  mdx,
  liquid,
  containers,
  styleSheets,
  htmlHeadings,
  attributes,
  obsidian,
  mathDelimiters,
  pandocInlines,
  abbreviations,
];

/** A text as CommonMark and GFM, and where its lines come from. */
export interface Expanded {
  readonly markdown: string;
  /** Where the lines of `markdown` come from; undefined where they are those of the source. */
  readonly lines?: LineOrigins;
}

/** Where lines come from. In numbers: a long text has a million lines, and they are kept as long as it is. */
export class LineOrigins {
  readonly #from: Uint32Array;
  readonly #ids = new Map<number, string>();

  constructor(lines: readonly Line[]) {
    this.#from = Uint32Array.from(lines, ({ from }) => from);
    for (const [index, { id }] of lines.entries()) if (id !== undefined) this.#ids.set(index, id);
  }

  /** The line of the source that a line comes from, and the id of the heading on it; both lines 0-based. */
  of(line: number): Pick<Line, 'from' | 'id'> {
    const id = this.#ids.get(line);
    return { from: this.#from[line] ?? 0, ...(id !== undefined && { id }) };
  }
}

/** Rewrites the dialects in a text as CommonMark and GFM. */
export function expandDialects(source: string): Expanded {
  const used = dialects.filter(({ marks }) => marks.test(source));
  if (used.length === 0) return { markdown: source };
  const written = splitLines(source);
  let lines: readonly Line[] = written;
  for (const dialect of used) lines = dialect.rewrite(lines);
  if (lines === written) return { markdown: source };
  return { markdown: lines.map(({ text }) => text).join('\n'), lines: new LineOrigins(lines) };
}
