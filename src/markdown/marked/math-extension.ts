import type { TokenizerAndRendererExtension } from 'marked';
import { formulaAt } from '../formula.ts';
import { startInParagraph } from './guards/start-in-paragraph.ts';

const block = /^ {0,3}\$\$[ \t]*\n([\s\S]*?)\n {0,3}\$\$[ \t]*(?:\n|$)/;

/** Formulas within a line, `$…$`, in which nothing is Markdown. */
export const inlineMath: TokenizerAndRendererExtension = {
  name: 'inline_math',
  level: 'inline',
  start: (source) => source.indexOf('$'),
  tokenizer(source) {
    return source.charCodeAt(0) === 0x24 ? formulaAt(source, 0) : undefined;
  },
};

/** Formulas on lines of their own, from `$$` to `$$`. */
export const blockMath: TokenizerAndRendererExtension = {
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
