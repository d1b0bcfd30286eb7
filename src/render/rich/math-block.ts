import type { MathBlock } from '../../markdown/types.ts';
import { cleanText } from '../../text/sanitize.ts';
import type { Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { indented } from './indent.ts';

/** A formula as it is written, line by line, set in a little. */
export function mathBlock(token: MathBlock, width: number, context: Context): Line[] {
  const text = cleanText(token.text).trim();
  if (text === '') return [];
  const segments = [{ text: text.replace(/[ \t]+/g, ' '), style: context.theme.math }];
  return indented(width, 4, (inner) => wrap(segments, inner, context.breaking));
}
