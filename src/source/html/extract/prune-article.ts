import { parseUrl } from '../../../text/parse-url.ts';
import type { DomElement } from '../dom/dom-element.ts';
import {
  headingSelector,
  isElement,
  isHeading,
  isText,
  isWithinAny,
  lengthOf,
  lineOf,
  nextInOrder,
  sameWords,
} from '../dom/tree.ts';
import { tidyImages } from './article-images.ts';
import { isBoilerplate } from './boilerplate.ts';
import { joinCaptions } from './captions.ts';
import { dropEndMatter } from './end-matter.ts';
import { isWithinSentence } from './keep-content.ts';
import { isPartOfArticle } from './kept-asides.ts';
import { linkDensity, linksWithinSite } from './link-density.ts';
import {
  isAdvertisingLabel,
  isCallToAction,
  isCaptionLine,
  isContentsLabel,
  isControlLabel,
  isCookieNotice,
  isCreditLine,
  isEndMatterHeading,
  isLegalNotice,
  isMetaLine,
  isRelatedLabel,
  isSentenceLine,
} from './phrases.ts';

/** No rule removes a node with more than this share of the article's text. */
const largestShare = 0.3;
/** Nor all nodes of one class together with more than this. */
const largestGroupShare = 0.5;

/** What is known of the page of an article. */
export interface ArticlePage {
  readonly title: string | undefined;
  readonly address: string | undefined;
  /** The same, parsed. */
  readonly here: URL | undefined;
  readonly abstract: string | undefined;
  readonly site: string | undefined;
  /** In wikis and documentation lists of links, notes and short lines are text. */
  readonly isDocumentation?: boolean;
}

/** Removes from an article what is not its own: captions, credits, datelines, links to others, calls to action. */
export function pruneArticle(article: DomElement, page: ArticlePage): void {
  const whole = lengthOf(article);
  const spare = (element: DomElement) => lengthOf(element) > whole * largestShare;
  dropContents(article, page);
  if (page.isDocumentation) {
    dropEmptySections(article);
    return;
  }
  dropBoilerplate(article, spare, whole * largestGroupShare);
  joinCaptions(article, spare, page.address);
  dropCards(article, whole * largestGroupShare);
  dropTeasers(article, spare, page, whole * largestGroupShare);
  dropEndMatter(article, page.address);
  dropLines(article, spare, page);
  tidyImages(article, page.title);
  dropEmptySections(article);
}

function dropBoilerplate(article: DomElement, spare: (element: DomElement) => boolean, limit: number): void {
  // Grouped by class: a generated one that reads as a word is on every paragraph.
  const groups = new Map<string, DomElement[]>();
  for (let node = nextInOrder(article, article); node; ) {
    let isDropped = false;
    if (isElement(node) && isBoilerplate(node) && isDroppable(node) && !spare(node) && !isPartOfArticle(node)) {
      isDropped = true;
      const names = `${node.getAttribute('class')}`;
      const group = groups.get(names);
      if (group) group.push(node);
      else groups.set(names, [node]);
    }
    node = nextInOrder(node, article, isDropped);
  }
  for (const group of groups.values()) {
    if (group.reduce((sum, element) => sum + lengthOf(element), 0) > limit) continue;
    for (const element of group) element.remove();
  }
}

function isDroppable(element: DomElement): boolean {
  if (/^(?:A|PRE|CODE|BODY|H[1-6]|TABLE|TR|TD|TH|TBODY|THEAD|EM|STRONG|B|I|LI|DT|DD|OL|DL)$/.test(element.nodeName))
    return false;
  if (element.closest('pre, code, table, blockquote') || isWithinSentence(element)) return false;
  // `<div id="method-read_next">`: nothing around an article holds code.
  if (element.querySelector('pre') !== null) return false;
  // A caption without an alternative text beside it.
  if (element.nodeName === 'FIGCAPTION' && element.closest('figure')?.querySelector('img[alt=""], img:not([alt])'))
    return false;
  return element.querySelector('img') === null || element.querySelector('a, p') !== null;
}

/** Drops small articles in an article: they are links to others. */
function dropCards(article: DomElement, limit: number): void {
  const cards = article
    .querySelectorAll('article')
    .filter((card) => lengthOf(card) < 600 && card.querySelector(headingSelector) && card.querySelector('a[href]'));
  const length = cards.reduce((sum, card) => sum + lengthOf(card), 0);
  if (length < limit) for (const card of cards) card.remove();
}

/**
 * Drops cards that lead to other articles: a link around a heading or paragraphs, a heading that is only such a link.
 * On a page of little else they are the text.
 */
function dropTeasers(
  article: DomElement,
  spare: (element: DomElement) => boolean,
  page: ArticlePage,
  limit: number,
): void {
  const teasers = new Set<DomElement>();
  for (const anchor of article.querySelectorAll('a[href]')) {
    const card = cardOf(anchor);
    if (card && card !== article && lengthOf(card) < 600 && !spare(card) && leadsAway(anchor, page)) teasers.add(card);
  }
  const outermost = [...teasers].filter((card) => !isWithinAny(card.parentNode, teasers));
  if (outermost.reduce((sum, card) => sum + lengthOf(card), 0) > limit) return;
  for (const card of outermost) card.remove();
}

function cardOf(anchor: DomElement): DomElement | undefined {
  const heading = anchor.closest('h2, h3, h4, h5, h6');
  if (heading)
    return linkDensity(heading) < 0.95 ? undefined : (heading.closest('li, article, section, div') ?? undefined);
  return anchor.querySelector('h1, h2, h3, h4, h5, h6, p') && lineOf(anchor) ? anchor : undefined;
}

/** Drops the list of a page's own sections: the headings give it. */
function dropContents(article: DomElement, page: ArticlePage): void {
  for (const list of article.querySelectorAll('ul, ol')) {
    const anchors = list.querySelectorAll('a[href]');
    if (!article.contains(list) || anchors.length < 2 || linkDensity(list) < 0.85) continue;
    if (!anchors.every((anchor) => leadsWithin(anchor.getAttribute('href') ?? '', page))) continue;
    const label = list.previousElementSibling;
    if (label && isContentsLabel(lineOf(label))) label.remove();
    list.remove();
  }
}

function leadsWithin(href: string, page: ArticlePage): boolean {
  if (href.startsWith('#')) return href.length > 1;
  if (!page.here || !href.includes('#')) return false;
  const target = parseUrl(href, page.address);
  return target?.host === page.here.host && target.pathname === page.here.pathname;
}

function leadsAway(anchor: DomElement, page: ArticlePage): boolean {
  const href = anchor.getAttribute('href') ?? '';
  if (!page.here || href.startsWith('#')) return false;
  const target = parseUrl(href, page.address);
  return (
    target !== undefined &&
    target.pathname !== page.here.pathname &&
    target.hostname.replace(/^www\./, '') === page.here.hostname.replace(/^www\./, '')
  );
}

/** Drops lines of boilerplate around and between an article's own. */
function dropLines(article: DomElement, spare: (element: DomElement) => boolean, page: ArticlePage): void {
  const blocks = article.querySelectorAll('p, h1, h2, h3, h4, h5, h6, ul, ol, div, span');
  const alternatives = new Set(
    article.querySelectorAll('img[alt]').map((image) => (image.getAttribute('alt') ?? '').trim()),
  );
  const isBody = (block: DomElement) =>
    /^(?:P|LI)$/.test(block.nodeName) &&
    lengthOf(block) > 100 &&
    linkDensity(block) < 0.5 &&
    !isCallToAction(lineOf(block)) &&
    !isLegalNotice(lineOf(block));
  const first = blocks.find(isBody);
  const last = blocks.findLast(isBody);
  let place: Place = first ? 'front' : 'middle';
  for (const block of blocks) {
    if (block === first) place = 'middle';
    if (!article.contains(block)) continue;
    const isList = /^(?:UL|OL)$/.test(block.nodeName);
    if (!isList && block.querySelector('p, ul, ol, div, table, pre, blockquote')) continue;
    if (block.closest('pre, table, blockquote, li, dd, dt')) continue;
    const line = lineOf(block);
    if (!line || (block.nodeName === 'SPAN' && (line.length > 100 || isWithinSentence(block)))) continue;
    if (((alternatives.has(line) && line.length > 20) || drops(block, line, place, page)) && !spare(block))
      block.remove();
    if (block === last) place = 'end';
  }
}

type Place = 'front' | 'middle' | 'end';

function drops(block: DomElement, line: string, place: Place, page: ArticlePage): boolean {
  if (block.nodeName === 'SPAN') return isAdvertisingLabel(line) || isControlLabel(line);
  if (isHeading(block)) {
    return place === 'front' && (sameWords(line, page.title) || sameWords(line, page.abstract));
  }
  const density = linkDensity(block);
  if (/^(?:UL|OL)$/.test(block.nodeName)) return isNavigationList(block, density, page);
  if (isCookieNotice(line) || isOwnAddress(line, page)) return true;
  if (place === 'end' && isLegalNotice(line)) return true;
  if (isAdvertisingLabel(line) || (isControlLabel(line) && isControl(block))) return true;
  if (isCreditLine(line) || (isCaptionLine(line) && isBesideImage(block))) return true;
  if (place === 'front' && isMetaLine(line) && !isSentenceLine(line)) return true;
  if (isRelatedLabel(line) && (density > 0.3 || (line.length < 40 && isLabelOfLinks(block)))) return true;
  if (density > 0.9 && !/[.!?…]["”»)]?$/.test(line) && linksWithinSite(block, page.address)) return true;
  if (!isCallToAction(line) || line.length >= 350) return false;
  return density > 0.3 || isEmphasised(block) || (place === 'end' && !isSentenceLine(line));
}
/** Reports whether a block is a button, or a box of a layout: a paragraph of such words is an author's. */
function isControl(block: DomElement): boolean {
  return block.nodeName !== 'P' || block.querySelector('a, button') !== null;
}

function isBesideImage(block: DomElement): boolean {
  const isImage = (element: DomElement | null) =>
    element !== null &&
    (/^(?:IMG|PICTURE|VIDEO|IFRAME|FIGURE)$/.test(element.nodeName) ||
      (element.querySelector('img, picture, video, iframe') !== null && lengthOf(element) < 100));
  return (
    block.querySelector('img') !== null || isImage(block.previousElementSibling) || isImage(block.nextElementSibling)
  );
}

/** Reports whether a block is a label with only links below it. */
function isLabelOfLinks(block: DomElement): boolean {
  const next = block.nextElementSibling;
  return next === null || linkDensity(next) > 0.5;
}

/** Reports whether a list links to other pages of the site, or consists of buttons. */
function isNavigationList(list: DomElement, density: number, page: ArticlePage): boolean {
  const items = list.children;
  if (items.length === 0) return false;
  if (list.querySelector('a, button') && items.every((item) => isControlLabel(lineOf(item)))) return true;
  if (density <= 0.85 || isHeaded(list)) return false;
  return items.every((item) => lengthOf(item) < 200) && linksWithinSite(list, page.address);
}

/** Reports whether a list is what a heading of the article announces, such as the parts of a series. */
function isHeaded(list: DomElement): boolean {
  const heading = list.previousElementSibling;
  if (heading === null || !isHeading(heading)) return false;
  return !isEndMatterHeading(lineOf(heading)) && !isRelatedLabel(lineOf(heading)) && !isBoilerplate(heading);
}

/** Reports whether a line is the page's own address, for printing. */
function isOwnAddress(line: string, page: ArticlePage): boolean {
  return page.here !== undefined && /^https?:\S+$/.test(line) && parseUrl(line)?.pathname === page.here.pathname;
}

function isEmphasised(block: DomElement): boolean {
  const emphasised = block.querySelectorAll('em, i, strong, b').reduce((sum, element) => sum + lengthOf(element), 0);
  return emphasised >= lengthOf(block) * 0.6;
}

/** The most empty headings at the end that are dropped: more are the text itself, such as declarations. */
const mostEmptySections = 3;

/** Drops headings at the end with nothing left below them, and labels of links that are gone. */
function dropEmptySections(article: DomElement): void {
  const headings = article.querySelectorAll(headingSelector);
  for (const heading of headings) {
    const next = heading.nextElementSibling;
    if (isRelatedLabel(lineOf(heading)) && next && isHeading(next)) heading.remove();
  }
  const last = headings.findLastIndex((heading) => hasBelow(heading, article));
  const empty = headings.slice(last + 1);
  if (empty.length <= mostEmptySections) for (const heading of empty) heading.remove();
}

/** Reports whether text, an image or a rule comes before the next heading, or after it at the end. */
function hasBelow(heading: DomElement, article: DomElement): boolean {
  for (let node = nextInOrder(heading, article, true); node; node = nextInOrder(node, article)) {
    if (isHeading(node)) return false;
    if ((isText(node) && node.textContent.trim()) || /^(?:IMG|HR)$/.test(node.nodeName)) return true;
  }
  return false;
}
