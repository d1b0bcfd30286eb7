import type { MathBlock } from '../../markdown/syntax-tree.ts';
import { cleanText } from '../../text/sanitize.ts';
import type { Line } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { indented } from './indent.ts';

const indent = 4;

/**
 * Lays a formula out on lines of its own, indented; in one line, wrapped, where the page is too narrow, and as written
 * where it is not understood.
 */
export function mathBlock(token: MathBlock, width: number, context: Context): Line[] {
  const source = cleanText(token.text).trim();
  if (source === '') return [];
  const style = context.theme.math;
  const formula = context.typesetMath?.(source);
  return indented(width, indent, (inner) => {
    const lines = context.page.accessible ? undefined : formula?.lines();
    if (lines?.every((line) => columns(line) <= inner)) return lines.map((text) => [{ text, style }]);
    const text = formula ? formula.line() : source.replace(/[ \t]+/g, ' ');
    return wrap([{ text, style, code: true }], inner, context.breaking);
  });
}
