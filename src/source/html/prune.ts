import { type DomElement, isElement, lineOf, nextInOrder } from './dom.ts';
import { isNoise, linkDensity } from './noise.ts';
import { isCallToAction, isCaptionLine, isJunkLine, isMetaLine, isRelatedLabel, isTailHeading } from './phrases.ts';

/** No rule takes a node with more than this share of the article's text. */
const LARGEST_SHARE = 0.3;

/** Takes out of a found article what is not of it: captions, credits, datelines, links to other articles, calls to action. */
export function pruneArticle(article: DomElement, title: string | undefined): void {
  const whole = lineOf(article).length;
  const spare = (element: DomElement) => lineOf(element).length > whole * LARGEST_SHARE;
  dropNoise(article, spare);
  dropCaptions(article, spare);
  dropBlocks(article, spare, title);
}

function dropNoise(article: DomElement, spare: (element: DomElement) => boolean): void {
  for (let node = nextInOrder(article, article); node; ) {
    let skip = false;
    if (isElement(node) && !/^(?:A|PRE|CODE|BODY|H[1-6]|TABLE|TR|TD|TBODY|EM|STRONG|B|I)$/.test(node.nodeName)) {
      skip =
        isNoise(node) &&
        !node.closest('pre, code, table') &&
        !spare(node) &&
        !(node.querySelector('img') && !node.querySelector('a, p'));
    }
    const next = nextInOrder(node, article, skip);
    if (skip) node.parentNode?.removeChild(node);
    node = next;
  }
}

function dropCaptions(article: DomElement, spare: (element: DomElement) => boolean): void {
  for (const figure of Array.from(article.querySelectorAll('figure'))) {
    if (figure.querySelector('pre, table, blockquote') || spare(figure)) continue;
    const caption = figure.querySelector('figcaption');
    const image = figure.querySelector('img');
    if (image && caption && !image.getAttribute('alt')?.trim()) image.setAttribute('alt', lineOf(caption));
    if (image) {
      image.remove();
      figure.replaceWith(image);
    } else if (lineOf(figure).length < 300) figure.remove();
  }
  for (const caption of Array.from(article.querySelectorAll('figcaption'))) if (!spare(caption)) caption.remove();
}

function dropBlocks(article: DomElement, spare: (element: DomElement) => boolean, title: string | undefined): void {
  const blocks = Array.from(article.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, ul, ol, div, span'));
  const text = blocks.filter((block) => /^(?:P|LI)$/.test(block.nodeName));
  const isBody = (block: DomElement) => lineOf(block).length > 100 && linkDensity(block) < 0.5;
  const first = text.find(isBody);
  const last = text.findLast(isBody);
  let place: 'front' | 'middle' | 'tail' = first ? 'front' : 'middle';
  for (const block of blocks) {
    if (block === first) place = 'middle';
    if (!article.contains(block)) continue;
    const isList = /^(?:UL|OL)$/.test(block.nodeName);
    if (!isList && block.querySelector('p, ul, ol, div, table, pre, blockquote')) continue;
    if (block.closest('pre, table, blockquote')) continue;
    const line = lineOf(block);
    if (!line || (block.nodeName === 'SPAN' && line.length > 100)) continue;
    if (drops(block, line, place, title) && !spare(block)) block.remove();
    if (block === last) place = 'tail';
  }
}

function drops(
  block: DomElement,
  line: string,
  place: 'front' | 'middle' | 'tail',
  title: string | undefined,
): boolean {
  if (block.nodeName === 'SPAN') return isJunkLine(line);
  const isHeading = /^H[1-6]$/.test(block.nodeName);
  if (isHeading) return (place === 'front' && line === title) || isJunkLine(line);
  if (/^(?:UL|OL)$/.test(block.nodeName)) {
    const items = Array.from(block.children);
    return (
      items.length > 0 &&
      linkDensity(block) > 0.85 &&
      items.every((item) => lineOf(item).length < 200) &&
      !isContents(block)
    );
  }
  if (isJunkLine(line) || isCaptionLine(line)) return true;
  if (place === 'front' && isMetaLine(line)) return true;
  const density = linkDensity(block);
  if (isRelatedLabel(line) && (density > 0.3 || line.length < 40)) return true;
  if (block.nodeName !== 'LI' && density > 0.9 && !/[.!?…]["”»)]?$/.test(line)) return true;
  if (isCallToAction(line) && line.length < 350 && (place === 'tail' || density > 0.3 || isEmphasised(block)))
    return true;
  return false;
}

/** Links within the page: a table of contents is the article's own. */
function isContents(list: DomElement): boolean {
  return Array.from(list.querySelectorAll('a[href]')).every((anchor) => /#/.test(anchor.getAttribute('href') ?? ''));
}

function isEmphasised(block: DomElement): boolean {
  const emphasised = Array.from(block.querySelectorAll('em, i, strong, b')).reduce(
    (sum, element) => sum + lineOf(element).length,
    0,
  );
  return emphasised >= lineOf(block).length * 0.6;
}

export { isTailHeading };
