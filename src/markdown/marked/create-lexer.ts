import { Marked, type MarkedOptions } from 'marked';
import type { Definitions } from '../definitions.ts';
import { delimiterExtension } from './delimiter-extension.ts';
import { DocumentLexer } from './document-lexer.ts';
import { footnoteDefinition, footnoteReference } from './footnote-extension.ts';
import { lheading, paragraph, table } from './guards/block-rules.ts';
import { blockMath, inlineMath } from './math-extension.ts';

let options: MarkedOptions | undefined;

/** Creates a lexer with our extensions and guards: GFM with footnotes and formulas. */
export function createLexer(definitions: Definitions): DocumentLexer {
  options ??= new Marked({
    gfm: true,
    extensions: [delimiterExtension, footnoteDefinition, footnoteReference, blockMath, inlineMath],
    tokenizer: { lheading, paragraph, table },
  }).defaults;
  return new DocumentLexer(options, definitions);
}
