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
];

/** A text as CommonMark and GFM, and where its lines come from. */
export interface Expanded {
  readonly markdown: string;
  /** For each line of `markdown`, the line of the source that it comes from; undefined where the two are the same. */
  readonly lines?: readonly Pick<Line, 'from' | 'id'>[];
}

/** Rewrites the dialects in a text as CommonMark and GFM. */
export function expandDialects(source: string): Expanded {
  const used = dialects.filter(({ marks }) => marks.test(source));
  if (used.length === 0) return { markdown: source };
  const written = splitLines(source);
  let lines: readonly Line[] = written;
  for (const dialect of used) lines = dialect.rewrite(lines);
  if (lines === written) return { markdown: source };
  return { markdown: lines.map(({ text }) => text).join('\n'), lines };
}
