import type { TokenizerAndRendererExtension } from 'marked';
import { startInParagraph } from './start-in-paragraph.ts';

// As GitHub and Pandoc read it: `$` opens before a non-space, closes after one, and never before a digit,
// so that "from $5 to $10" stays money.
const inline = /(\$\$(?!\$)([^$]+?)\$\$|\$(?![\s$])((?:\\.|[^$\\\n])*?(?:\\.|[^$\\\s]))\$(?!\d))/y;
const block = /^ {0,3}\$\$[ \t]*\n([\s\S]*?)\n {0,3}\$\$[ \t]*(?:\n|$)/;

/** `$…$`: a formula, which nothing in Markdown may change. */
export const inlineMath: TokenizerAndRendererExtension = {
  name: 'inline_math',
  level: 'inline',
  start: (source) => {
    const at = source.indexOf('$');
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    return source.charCodeAt(0) === 0x24 ? formulaAt(source, 0) : undefined;
  },
};

/** The formula that begins at an index of a text, as a token; nothing where none does. */
export function formulaAt(source: string, at: number) {
  inline.lastIndex = at;
  const match = inline.exec(source);
  if (!match) return undefined;
  return { type: 'inline_math', raw: match[0], text: match[2] ?? match[3] ?? '' } as const;
}

/** `$$` on lines of its own, to `$$`. */
export const mathBlock: TokenizerAndRendererExtension = {
  name: 'math',
  level: 'block',
  start(source) {
    return startInParagraph.call(this, source, /\n {0,3}\$\$[ \t]*\n/);
  },
  tokenizer(source) {
    const match = block.exec(source);
    if (!match) return undefined;
    return { type: 'math', raw: match[0], text: match[1] ?? '' };
  },
};
