import { abbreviations } from './abbreviations.ts';
import { attributes } from './attributes.ts';
import { containers } from './containers.ts';
import type { Dialect } from './dialect.ts';
import { htmlHeadings } from './html-headings.ts';
import { inlineFootnotes } from './inline-footnotes.ts';
import { Lines } from './lines.ts';
import { liquid } from './liquid.ts';
import { mathDelimiters } from './math-delimiters.ts';
import { mdx } from './mdx.ts';
import { myst } from './myst.ts';
import { obsidian } from './obsidian.ts';
import { pandocBlocks } from './pandoc-blocks.ts';
import { pandocInlines } from './pandoc-inlines.ts';
import { pandocTables } from './pandoc-tables.ts';
import { styleSheets } from './style-sheets.ts';

/** The dialects, in the order in which they rewrite a text. A new one is a file in this folder and a line here. */
export const dialects: readonly Dialect[] = [
  mdx,
  liquid,
  containers,
  styleSheets,
  htmlHeadings,
  attributes,
  myst,
  pandocTables,
  pandocBlocks,
  obsidian,
  mathDelimiters,
  inlineFootnotes,
  pandocInlines,
  abbreviations,
];

/** A text as CommonMark and GFM, and the origin of its lines. */
export interface Expanded {
  readonly markdown: string;
  /** The lines of `markdown`; undefined where they are those of the source. */
  readonly lines?: Lines;
}

function mayUse(source: string, substrings: readonly string[]): boolean {
  return substrings.some((substring) => source.includes(substring));
}

/** Rewrites the dialects in a text as CommonMark and GFM. */
export function expandDialects(source: string): Expanded {
  const used = dialects.filter(({ substrings, pattern }) => mayUse(source, substrings) && pattern.test(source));
  if (used.length === 0) return { markdown: source };
  const written = Lines.of(source);
  const lines = used.reduce((result, dialect) => dialect.rewrite(result), written);
  return lines === written ? { markdown: source } : { markdown: lines.join(), lines };
}
