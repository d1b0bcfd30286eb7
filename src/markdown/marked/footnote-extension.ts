import type { TokenizerAndRendererExtension } from 'marked';
import { readFootnote } from '../footnote-definition.ts';
import type { Block, FootnoteDefinition } from '../syntax-tree.ts';
import { definitionsOf } from './document-lexer.ts';
import { startInParagraph } from './guards/start-in-paragraph.ts';

const reference = /^\[\^([^\]\s[]{1,999})\]/;

/** Footnote definitions, `[^label]: …`, added to the document's; the first of two with one label counts. */
export const footnoteDefinition: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  start(source) {
    return startInParagraph.call(this, source, /\n {0,3}\[\^/);
  },
  tokenizer(source) {
    const found = readFootnote(source, 0);
    if (!found) return undefined;
    const { label, text, end } = found;
    const token = { type: 'footnote', raw: source.slice(0, end), label, tokens: this.lexer.blockTokens(text, []) };
    const { footnotes } = definitionsOf(this.lexer);
    if (!footnotes.has(token.label)) {
      footnotes.set(token.label, {
        ...token,
        type: 'footnote',
        tokens: token.tokens as Block[],
      } satisfies FootnoteDefinition);
    }
    return token;
  },
};

/** Footnote references, `[^label]`; without a definition they stay text. */
export const footnoteReference: TokenizerAndRendererExtension = {
  name: 'footnote_reference',
  level: 'inline',
  // No `start`: marked's text ends before each bracket anyway, and to look for a next one at each takes quadratic time.
  tokenizer(source) {
    const match = reference.exec(source);
    if (!match) return undefined;
    const label = (match[1] ?? '').toLowerCase();
    if (!definitionsOf(this.lexer).footnotes.has(label)) return undefined;
    return { type: 'footnote_reference', raw: match[0], label };
  },
};
