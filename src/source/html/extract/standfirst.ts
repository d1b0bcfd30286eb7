import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement, DomNode } from '../dom/dom-element.ts';
import { beginAlike, isElement, lengthOf, lineOf, nextInOrder, sameWords, wordsOf } from '../dom/tree.ts';
import { nameWords } from './boilerplate.ts';
import { isHidden } from './hidden.ts';
import { linkDensity } from './link-density.ts';
import { isCallToAction, isCaptionLine, isMetaLine } from './phrases.ts';

/** What publishers call the sentences between a title and its text. */
const names =
  /^(?:standfirst|dek|deck|teaser|lede?|lead|leadtext|subtitle|subtitel|subhead|subheading|subheadline|summary|chapo|chapeau|excerpt|intro|introduction|abstract|description|strapline|entradilla|bajada|sottotitolo|vorspann|anrisstext|untertitel|occhiello|sumario|kurzfassung|perex|zajawka|ingress|manchet|tagline)$/;
/** Blocks below the title among which a standfirst is sought. */
const reach = 14;
const blocks = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'div', 'span']);

/**
 * Returns the visible standfirst of a page: a paragraph below the title that the page's own description repeats, or
 * that is named one. Called before the search, which takes what is between title and text for a header.
 */
export function findStandfirst(
  document: DomDocument,
  title: string | undefined,
  abstract: string | undefined,
): string | undefined {
  const headings = document.querySelectorAll('h1, h2');
  const heading =
    headings.find((one) => sameWords(lineOf(one), title)) ?? headings.find(({ nodeName }) => nodeName === 'H1');
  if (!heading) return undefined;
  let seen = 0;
  let block: DomNode | null = nextInOrder(heading, document.body, true);
  for (; block && seen < reach; block = nextInOrder(block, document.body)) {
    if (!isElement(block) || !blocks.has(block.localName)) continue;
    if (lengthOf(block) < 20 || block.querySelector('p, div, ul, h2, h3')) continue;
    if (block.nodeName === 'SPAN' && block.parentNode && lengthOf(block.parentNode) !== lengthOf(block)) continue;
    seen++;
    const line = lineOf(block);
    if (isStandfirst(block, line, title, abstract)) return line;
    // The text has begun.
    if (block.nodeName === 'P' && line.length > 250 && linkDensity(block) < 0.5) return undefined;
  }
  return undefined;
}

function isStandfirst(
  block: DomElement,
  line: string,
  title: string | undefined,
  abstract: string | undefined,
): boolean {
  if (line.length < 40 || line.length > 700 || linkDensity(block) > 0.3) return false;
  if (!isCalledSo(block) && !(abstract && isSameText(line, abstract))) return false;
  if (sameWords(line, title) || isMetaLine(line) || isCaptionLine(line) || isCallToAction(line)) return false;
  return !block.closest('nav, aside, footer, figure, ul, ol, blockquote, a') && !isHiddenAbove(block);
}

/** Reports whether a block, or what is around nothing else, has one of the names of a standfirst. */
function isCalledSo(block: DomElement): boolean {
  let at: DomElement | null = block;
  for (let level = 0; at && level < 3 && lengthOf(at) === lengthOf(block); level++) {
    if (nameWords(at).some((word) => names.test(word))) return true;
    at = at.parentNode;
  }
  return false;
}

function isHiddenAbove(block: DomElement): boolean {
  for (let at: DomElement | null = block; at; at = at.parentNode) if (isHidden(at)) return true;
  return false;
}

/** Reports whether two texts are the same, or one is the other truncated. */
function isSameText(one: string, other: string): boolean {
  if (!beginAlike(one, other)) return false;
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = Math.min(a.length, b.length);
  return (
    shared >= 40 && a.slice(0, shared - 5) === b.slice(0, shared - 5) && shared > Math.max(a.length, b.length) * 0.5
  );
}

/** Puts the standfirst before an article that does not contain it. */
export function addStandfirst(article: DomElement, standfirst: string | undefined): void {
  if (!standfirst || lineOf(article).includes(standfirst.slice(0, 60))) return;
  const paragraph = article.ownerDocument.createElement('p');
  paragraph.textContent = standfirst;
  article.insertBefore(paragraph, article.firstChild);
}
