import type { TokenizerAndRendererExtension } from 'marked';
import { startInParagraph } from './paragraph.ts';

// As GitHub and Pandoc read it: `$` opens before a non-space, closes after one, and never before a digit,
// so that "from $5 to $10" stays money.
const inline = /^(\$\$(?!\$)([^$]+?)\$\$|\$(?![\s$])((?:\\.|[^$\\\n])*?(?:\\.|[^$\\\s]))\$(?!\d))/;
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
    if (source.charCodeAt(0) !== 0x24) return undefined;
    const match = inline.exec(source);
    if (!match) return undefined;
    return { type: 'inline_math', raw: match[0], text: match[2] ?? match[3] ?? '' };
  },
};

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
