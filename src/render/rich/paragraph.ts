import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Paragraph, TightText } from '../../markdown/types.ts';
import type { Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { inlineSegments } from './inline.ts';

export function paragraph(token: Paragraph | TightText, width: number, context: Context): Line[] {
  return wrap(inlineSegments(inlines(token.tokens), context), width, context.breaking);
}
