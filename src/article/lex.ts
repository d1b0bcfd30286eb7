import { Lexer, Marked, type MarkedOptions, type Token } from 'marked';
import { closeInlines } from './clean.ts';
import { footnoteDefinition, footnoteReference } from './footnote.ts';
import { cleanInlines } from './inline.ts';
import { inlineMath, mathBlock } from './math.ts';
import type { Block, FootnoteDefinition, Inline, UnparsedInlines } from './types.ts';

/** What a text's references lead to: gathered over the whole text before any of its inlines are parsed. */
export class Definitions {
  readonly links: Lexer['tokens']['links'] = Object.create(null);
  readonly footnotes = new Map<string, FootnoteDefinition>();

  /** Takes over what is not defined yet: of two definitions with one label the first counts. */
  add(later: Definitions): void {
    for (const label in later.links) this.links[label] ??= later.links[label] as Lexer['tokens']['links'][string];
    for (const [label, footnote] of later.footnotes) {
      if (!this.footnotes.has(label)) this.footnotes.set(label, footnote);
    }
  }
}

/** Inlines still to be parsed, by the array that marked's block pass left for them; then what they were parsed to. */
const waiting = new WeakMap<UnparsedInlines, { readonly text: string; readonly definitions: Definitions }>();
const parsed = new WeakMap<UnparsedInlines, readonly Inline[]>();

/**
 * Parses Markdown into blocks and leaves their inlines for {@link inlines}. Link and footnote definitions met on the
 * way are added to `definitions`; what inlines refer to is looked up in `references`, as it is when they are parsed.
 */
export function lexBlocks(markdown: string, definitions: Definitions, references = definitions): Block[] {
  const lexer = createLexer(definitions);
  const blocks = lexer.blockTokens(markdown, []) as Block[];
  for (const { src, tokens } of lexer.inlineQueue) {
    waiting.set(tokens, { text: src, definitions: references });
  }
  return blocks;
}

/** The inlines of a block or a table cell, parsed at the first call. */
export function inlines(tokens: UnparsedInlines): readonly Inline[] {
  let result = parsed.get(tokens);
  if (!result) {
    const source = waiting.get(tokens);
    if (source) createLexer(source.definitions).inlineTokens(source.text, tokens as Token[]);
    result = closeInlines(cleanInlines(tokens as readonly Token[]));
    waiting.delete(tokens);
    parsed.set(tokens, result);
  }
  return result;
}

/** Inlines that are known already, as tokens that {@link inlines} gives them for. */
export function parsedInlines(known: readonly Inline[]): UnparsedInlines {
  const tokens: UnparsedInlines = [];
  parsed.set(tokens, known);
  return tokens;
}

let options: MarkedOptions | undefined;

function createLexer(definitions: Definitions): Lexer {
  options ??= new Marked({
    gfm: true,
    extensions: [footnoteDefinition, footnoteReference, mathBlock, inlineMath],
  }).defaults;
  const lexer = new Lexer(options);
  lexer.tokens.links = definitions.links;
  definitionsOf.set(lexer, definitions);
  return lexer;
}

const definitionsOf = new WeakMap<object, Definitions>();

/** The definitions that a lexer works with, for the extensions that it calls. */
export function definitionsIn(lexer: object): Definitions {
  const definitions = definitionsOf.get(lexer);
  if (!definitions) throw new Error('This lexer was not made by lexBlocks.');
  return definitions;
}
