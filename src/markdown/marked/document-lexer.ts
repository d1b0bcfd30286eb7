import { Lexer, type MarkedOptions } from 'marked';
import type { Definitions } from '../definitions.ts';

/** A lexer of marked's that keeps a document's definitions, for the extensions that it calls. */
export class DocumentLexer extends Lexer {
  constructor(
    options: MarkedOptions,
    readonly definitions: Definitions,
  ) {
    super(options);
    this.tokens.links = definitions.links as Lexer['tokens']['links'];
  }
}

/** Returns the definitions of the document of a lexer that marked passes to an extension. */
export function definitionsOf(lexer: object): Definitions {
  return (lexer as DocumentLexer).definitions;
}
