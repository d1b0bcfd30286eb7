import { Lexer, Marked, type MarkedOptions, type Token } from 'marked';
import { closeInlines } from './clean.ts';
import { footnoteDefinition, footnoteReference } from './footnote.ts';
import { cleanInlines, literalInlines } from './inline.ts';
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

/**
 * Where an array that marked's block pass left for inlines keeps what they will be parsed from, then what they were
 * parsed to. A `WeakMap` would do the same, but with one entry a paragraph it is what a long text's time goes to.
 */
const content = Symbol('content');

interface Source {
  readonly text: string;
  readonly definitions: Definitions;
}
interface Holder extends ReadonlyArray<unknown> {
  [content]?: { source?: Source; inlines?: readonly Inline[] };
}

/**
 * Parses Markdown into blocks and leaves their inlines for {@link inlines}. Link and footnote definitions met on the
 * way are added to `definitions`; what inlines refer to is looked up in `references`, as it is when they are parsed.
 */
export function lexBlocks(markdown: string, definitions: Definitions, references = definitions): Block[] {
  const lexer = createLexer(definitions);
  const blocks = lexer.blockTokens(markdown, []) as Block[];
  for (const { src, tokens } of lexer.inlineQueue) {
    (tokens as Holder)[content] = { source: { text: src, definitions: references } };
  }
  return blocks;
}

/** The inlines of a block or a table cell, parsed at the first call. */
export function inlines(tokens: UnparsedInlines): readonly Inline[] {
  const holder = tokens as Holder;
  const known = holder[content];
  if (known?.inlines) return known.inlines;
  const parsed = closeInlines(parse(tokens as Token[], known?.source));
  holder[content] = { inlines: parsed };
  return parsed;
}

function parse(tokens: Token[], source: Source | undefined): readonly Inline[] {
  if (source) {
    const literal = tokens.length === 0 ? literalInlines(source.text) : undefined;
    if (literal) return literal;
    // Not into the block's own array: marked's tokens are as large as our tree, and of no use beside it.
    return cleanInlines(inlineLexer(source.definitions).inlineTokens(source.text, [...tokens]));
  }
  return cleanInlines(tokens);
}

/** Inlines that are known already, as tokens that {@link inlines} gives them for. */
export function parsedInlines(known: readonly Inline[]): UnparsedInlines {
  const tokens: Holder = [];
  tokens[content] = { inlines: known };
  return tokens;
}

const inlineLexers = new WeakMap<Definitions, Lexer>();

/** The lexer for the inlines of one text: it serves again and again, each time as if new. */
function inlineLexer(definitions: Definitions): Lexer {
  let lexer = inlineLexers.get(definitions);
  if (!lexer) {
    lexer = createLexer(definitions);
    inlineLexers.set(definitions, lexer);
  }
  lexer.state.inLink = lexer.state.inRawBlock = lexer.state.linkEmitted = false;
  return lexer;
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
