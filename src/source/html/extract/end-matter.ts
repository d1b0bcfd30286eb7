import type { DomElement } from '../dom/dom-element.ts';
import { isHeading, lengthOf, lineOf } from '../dom/tree.ts';
import { linkDensity, linksWithinSite } from './link-density.ts';
import { isAuthorNote, isClosingLabel, isEndMatterHeading } from './phrases.ts';

/** Below a label such as "Related articles" or "Comments" at most this share of the text is dropped if it is prose. */
const proseShare = 0.15;
/** The share where it is links. */
const largestShare = 0.35;

/**
 * Drops what a page collects under a label such as "Related stories", "Comments", "About the author". A label reaches
 * to the next heading of its level or above: below that is the article again.
 */
export function dropEndMatter(article: DomElement, address: string | undefined): void {
  const blocks = article
    .querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, dt, dd, div, pre, td, blockquote')
    .filter((block) => block.querySelector('p, ul, ol, div, table, pre, h1, h2, h3, h4, h5, h6') === null);
  const whole = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  for (let at = 0; at < blocks.length; at++) {
    const label = blocks[at];
    if (!label || !isEndMatterHeading(lineOf(label)) || label.nodeName === 'LI') continue;
    // A label that is no heading ends at any heading.
    const level = Math.min(6.5, levelOf(label));
    let end = at + 1;
    while (end < blocks.length && levelOf(blocks[end]) > level) end++;
    const section = blocks.slice(at + 1, end);
    if (!isEndMatter(label, section, whole, end === blocks.length, address)) continue;
    for (const dropped of [label, ...section]) dropped.remove();
    at = end - 1;
  }
  const last = blocks.findLast((block) => lengthOf(block) > 0 && article.contains(block));
  if (last && isAuthorNote(lineOf(last)) && lengthOf(last) < whole * proseShare) last.remove();
}

/** Returns the level of a heading; for all others one below the lowest. */
function levelOf(block: DomElement | undefined): number {
  return block && isHeading(block) ? Number(block.nodeName.charAt(1)) : 7;
}

function isEndMatter(
  label: DomElement,
  section: readonly DomElement[],
  whole: number,
  isLast: boolean,
  address: string | undefined,
): boolean {
  const length = section.reduce((sum, block) => sum + lengthOf(block), 0);
  if (length > whole * largestShare) return false;
  if (length === 0) return true;
  const isClosing = isClosingLabel(lineOf(label));
  if (section.some(isProse)) return isClosing && isLast && length <= whole * proseShare;
  if (section.every((block) => block.querySelector('a[href]') && linksWithinSite(block, address))) return true;
  const linked = section.reduce((sum, block) => sum + linkDensity(block) * lengthOf(block), 0);
  return isClosing || linked > length * 0.5;
}

function isProse(block: DomElement): boolean {
  const isText =
    /^(?:P|PRE|DD|BLOCKQUOTE)$/.test(block.nodeName) || (block.nodeName === 'LI' && !block.querySelector('a'));
  return isText && lengthOf(block) > 80 && linkDensity(block) < 0.3;
}
