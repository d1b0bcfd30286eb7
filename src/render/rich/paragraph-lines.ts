import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Inline, Paragraph, TightText } from '../../markdown/syntax-tree.ts';
import type { Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import { badgeLines, badgesIn } from './badges.ts';
import type { Context } from './context.ts';
import { proseSegments } from './inline-segments.ts';
import { pictureLines } from './picture-lines.ts';

/** Lays out a paragraph; a row of badges is less than one. */
export function paragraph(token: Paragraph | TightText, width: number, context: Context): Line[] {
  const content = inlines(token.tokens);
  const badges = badgesIn(content);
  if (badges) return badgeLines(badges, width, context);
  return proseLines(content, width, context);
}

/** Lays out the content of a paragraph; of an image alone its picture, where there is one. */
export function proseLines(content: readonly Inline[], width: number, context: Context): Line[] {
  return pictureLines(content, width, context) ?? wrap(proseSegments(content, context), width, context.prose);
}
