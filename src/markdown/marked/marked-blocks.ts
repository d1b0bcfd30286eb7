import { Lexer, Marked, type MarkedOptions, Tokenizer } from 'marked';
import { cleanText } from '../../text/sanitize.ts';
import type { Definitions } from '../definitions.ts';
import { delimiterRun } from '../emphasis.ts';
import { parsedInlines, standFor } from '../inlines.ts';
import { Run } from '../lazy-inlines.ts';
import type { Block, Checkbox, Inline } from '../types.ts';
import { lexInlines } from './bounded-lexer.ts';
import { footnoteDefinition, footnoteReference } from './footnote-extension.ts';
import { inlineText } from './inline-text-rule.ts';
import { cleanInlines } from './marked-inlines.ts';
import { inlineMath, mathBlock } from './math-extension.ts';

/**
 * Parses Markdown into blocks and leaves their inlines for {@link inlines}. Link and footnote definitions met on the
 * way are added to `definitions`; what inlines refer to is looked up in `references`, as it is when they are parsed.
 */
export function lexBlocks(markdown: string, definitions: Definitions, references = definitions): Block[] {
  const lexer = createLexer(definitions);
  let blocks: Block[];
  try {
    blocks = lexer.blockTokens(markdown, []) as Block[];
  } catch {
    return salvage(markdown, definitions, references);
  }
  for (const { src, tokens } of lexer.inlineQueue) {
    // What the block pass has put there already is a loose task's box.
    standFor(
      tokens,
      new Run(src, references, tokens[0] && { type: 'checkbox', checked: (tokens[0] as Checkbox).checked }),
    );
  }
  return blocks;
}

/**
 * The way out where marked's recursion or a regular expression of it fails: the text in halves, and what fails even so
 * as paragraphs of its words.
 */
function salvage(markdown: string, definitions: Definitions, references: Definitions): Block[] {
  const middle = markdown.lastIndexOf('\n', markdown.length / 2) + 1;
  if (markdown.length > 65_536 && middle > 0) {
    const first = lexBlocks(markdown.slice(0, middle), definitions, references);
    for (const block of lexBlocks(markdown.slice(middle), definitions, references)) first.push(block);
    return first;
  }
  return (markdown.match(/\s*\S[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*\s*?(?:\n|$)|\s+/g) ?? []).map((raw) => {
    const text = cleanText(raw.trim());
    return text
      ? { type: 'paragraph', raw, text, tokens: parsedInlines([{ type: 'text', text }]) }
      : { type: 'space', raw };
  });
}

/** The inlines of a text, by marked: see {@link cleanInlines}. */
export function lexRun(text: string, definitions: Definitions): readonly Inline[] {
  return cleanInlines(lexInlines(text, () => inlineLexer(definitions)));
}

let options: MarkedOptions | undefined;

function createLexer(definitions: Definitions): Lexer {
  options ??= new Marked({
    gfm: true,
    extensions: [delimiterRun, footnoteDefinition, footnoteReference, mathBlock, inlineMath],
    tokenizer: { inlineText, lheading, table },
  }).defaults;
  const lexer = new Lexer(options);
  lexer.tokens.links = definitions.links as Lexer['tokens']['links'];
  definitionsOf.set(lexer, definitions);
  return lexer;
}

/** marked looks for a heading's underline through the whole paragraph, at each line of it again if it stands in a list. */
function lheading(source: string): false | undefined {
  const lineEnd = source.indexOf('\n');
  if (lineEnd < 0 || source.charCodeAt(lineEnd + 1) === 0x0a) return undefined;
  const window = source.slice(0, longestHeading);
  const end = window.indexOf('\n\n');
  return /\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/.test(end < 0 ? window : window.slice(0, end + 1)) ? false : undefined;
}

const longestHeading = 4_000;

/** A table whose short rows, filled up, would have more cells than this ends before (as in cmark-gfm). */
const mostCells = 500_000;

function table(this: Tokenizer, source: string) {
  const lineEnd = source.indexOf('\n');
  // Most blocks are told apart by their second line, without marked's long expression.
  const delimiters = /[|:\- ][|:\- \t]*(?:\n|$)/y;
  delimiters.lastIndex = lineEnd + 1;
  if (lineEnd < 0 || !delimiters.test(source)) return undefined;
  const columns = source.slice(0, lineEnd).split('|').length;
  if (columns < 100) return false;
  let end = 0;
  for (let row = 0; row < mostCells / columns + 2; row += 1) {
    end = source.indexOf('\n', end) + 1;
    if (end === 0) return false;
  }
  return Tokenizer.prototype.table.call(this, source.slice(0, end));
}

const inlineLexers = new WeakMap<Definitions, Lexer>();

/** The lexer for the inlines of a text, as if it were new: making one takes longer than a short paragraph. */
function inlineLexer(definitions: Definitions): Lexer {
  let lexer = inlineLexers.get(definitions);
  if (!lexer) {
    lexer = createLexer(definitions);
    inlineLexers.set(definitions, lexer);
  }
  lexer.state.inLink = false;
  lexer.state.inRawBlock = false;
  lexer.state.linkEmitted = false;
  return lexer;
}

const definitionsOf = new WeakMap<object, Definitions>();

/** The definitions that a lexer works with, for the extensions that it calls. */
export function definitionsIn(lexer: object): Definitions {
  const definitions = definitionsOf.get(lexer);
  if (!definitions) throw new Error('This lexer was not made by lexBlocks.');
  return definitions;
}
