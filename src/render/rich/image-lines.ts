import type { Image, Inline } from '../../markdown/syntax-tree.ts';
import { emptyLine, type Line } from '../segment.ts';
import { plain } from '../style.ts';
import { wrap } from '../wrap.ts';
import { badgesIn } from './badges.ts';
import type { Context } from './context.ts';
import { proseSegments } from './inline-segments.ts';

/** Returns the image of a paragraph that is only an image, linked or not; a badge is none. */
export function imageAlone(content: readonly Inline[]): Image | undefined {
  return badgesIn(content) ? undefined : soleImage(content);
}

function soleImage(content: readonly Inline[]): Image | undefined {
  const [only, other] = content.filter((inline) => inline.type !== 'text' || inline.text.trim() !== '');
  if (other) return undefined;
  if (only?.type === 'link') return soleImage(only.tokens);
  return only?.type === 'image' ? only : undefined;
}

/**
 * Draws an image that is alone, over rows that are left empty, with its alternative text below; undefined where its file
 * is not loaded.
 */
export function imageLines(content: readonly Inline[], width: number, context: Context): Line[] | undefined {
  const image = context.images && imageAlone(content);
  const drawing = image && context.images?.draw(image.href, width);
  if (!drawing) return undefined;
  const [first = emptyLine, ...rest] = wrap(proseSegments(content.map(captionOf), context), width, context.prose);
  const rows = Array.from({ length: drawing.rows }, () => emptyLine);
  return [...rows, [{ text: '', style: plain, drawing: drawing.sequence }, ...first], ...rest];
}

/** Returns an inline with its alternative text in place of the image. */
function captionOf(inline: Inline): Inline {
  if (inline.type === 'link') return { ...inline, tokens: inline.tokens.map(captionOf) };
  if (inline.type !== 'image') return inline;
  return { type: 'em', tokens: [{ type: 'text', text: inline.text.trim() }] };
}
