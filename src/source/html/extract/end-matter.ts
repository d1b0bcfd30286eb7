import type { DomElement } from '../dom/nodes.ts';
import { lengthOf, lineOf } from '../dom/tree.ts';
import { linkDensity } from './boilerplate.ts';
import { isAuthorNote, isClosingLabel, isTailHeading } from './phrases.ts';

/** Below a label such as "Related" at most this share of the text is cut off, whatever it is. */
const SURE_SHARE = 0.15;
/** And this share when no paragraph of an article stands there. */
const LARGEST_SHARE = 0.35;

/** Cuts off what a page gathers below its article under a heading such as "Related stories", "Comments", "About the author". */
export function cutTail(article: DomElement): void {
  const blocks = Array.from(
    article.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, dt, dd, div, pre, td, blockquote'),
  ).filter((block) => block.querySelector('p, ul, ol, div, table, pre, h1, h2, h3, h4, h5, h6') === null);
  const lengths = blocks.map((block) => lengthOf(block));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const below = whole - before;
    before += lengths[index] ?? 0;
    if (below > whole * LARGEST_SHARE || !isTailHeading(lineOf(block))) continue;
    const rest = blocks.slice(index);
    const isSure = below <= whole * SURE_SHARE && isClosingLabel(lineOf(block));
    if (!isSure && rest.some(isParagraph)) continue;
    for (const dropped of rest) dropped.remove();
    return;
  }
  const last = blocks.findLast((block) => lineOf(block));
  if (last && isAuthorNote(lineOf(last)) && lengthOf(last) < whole * SURE_SHARE) last.remove();
}

function isParagraph(block: DomElement): boolean {
  return /^(?:P|PRE)$/.test(block.nodeName) && lengthOf(block) > 80 && linkDensity(block) < 0.3;
}
