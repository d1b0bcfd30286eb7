import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Inline, Paragraph, TightText } from '../../markdown/syntax-tree.ts';
import type { Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import { badgeLines, badgesIn } from './badges.ts';
import type { Context } from './context.ts';
import { imageLines } from './image-lines.ts';
import { proseSegments } from './inline-segments.ts';

/** Lays out a paragraph; a row of badges is less than one. */
export function paragraphLines(token: Paragraph | TightText, width: number, context: Context): Line[] {
  const content = inlines(token.tokens);
  const badges = badgesIn(content);
  if (badges) return badgeLines(badges, width, context);
  return proseLines(content, width, context);
}

/** Lays out the content of a paragraph; an image alone is drawn, where it is loaded. */
export function proseLines(content: readonly Inline[], width: number, context: Context): Line[] {
  return imageLines(content, width, context) ?? wrap(proseSegments(content, context), width, context.prose);
}
