import type { TokenizerAndRendererExtension } from 'marked';
import type { Block, FootnoteDefinition } from '../syntax-tree.ts';
import { definitionsOf } from './document-lexer.ts';
import { startInParagraph } from './guards/start-in-paragraph.ts';

// GitHub's footnotes, which are in no specification: `[^label]: text`, further lines indented or lazy, and `[^label]`.
const definition =
  /^ {0,3}\[\^([^\]\s[]{1,999})\]:[ \t]*([^\n]*(?:\n(?!\s*\[\^[^\]\s[]+\]:)(?:(?:[ \t]*\n)*(?: {4}|\t)[ \t]*[^ \t\n][^\n]*|(?![ \t]*(?:\n|$|#|>|[-+*] |\d{1,9}[.)] |```|~~~|<))[^\n]+))*)(?:\n|$)/;
const reference = /^\[\^([^\]\s[]{1,999})\]/;

/** Footnote definitions, `[^label]: …`, added to the document's; the first of two with one label counts. */
export const footnoteDefinition: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  start(source) {
    return startInParagraph.call(this, source, /\n {0,3}\[\^/);
  },
  tokenizer(source) {
    const match = definition.exec(source);
    if (!match) return undefined;
    const [raw = '', label = '', body = ''] = match;
    const text = body.replace(/^(?: {4}|\t)/gm, '');
    const token = { type: 'footnote', raw, label: label.toLowerCase(), tokens: this.lexer.blockTokens(text, []) };
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
  start: (source) => {
    const at = source.indexOf('[^');
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    const match = reference.exec(source);
    if (!match) return undefined;
    const label = (match[1] ?? '').toLowerCase();
    if (!definitionsOf(this.lexer).footnotes.has(label)) return undefined;
    return { type: 'footnote_reference', raw: match[0], label };
  },
};
