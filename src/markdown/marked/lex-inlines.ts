import type { Definitions } from '../definitions.ts';
import type { Inline } from '../syntax-tree.ts';
import { convertInlines } from './convert-inlines.ts';
import { createLexer } from './create-lexer.ts';
import type { DocumentLexer } from './document-lexer.ts';
import { lexBounded } from './guards/bounded-inlines.ts';

/** Parses inline content with marked into a clean tree. */
export function lexInlines(source: string, definitions: Definitions): readonly Inline[] {
  return convertInlines(lexBounded(source, () => inlineLexer(definitions)));
}

/** By definitions: creating a lexer takes longer than lexing a short paragraph. */
const lexers = new WeakMap<Definitions, DocumentLexer>();

/** Returns the lexer for the inlines of a document, in its initial state. */
function inlineLexer(definitions: Definitions): DocumentLexer {
  let lexer = lexers.get(definitions);
  if (!lexer) {
    lexer = createLexer(definitions);
    lexers.set(definitions, lexer);
  }
  lexer.state.inLink = false;
  lexer.state.inRawBlock = false;
  lexer.state.linkEmitted = false;
  return lexer;
}
