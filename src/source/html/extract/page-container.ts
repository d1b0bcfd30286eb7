import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { headingSelector, isElement, lengthOf, lineOf, nextInOrder, wordsOf } from '../dom/tree.ts';
import { isBarePage } from './bare-page.ts';
import { linkDensity } from './link-density.ts';
import { isEndMatterHeading } from './phrases.ts';

type Test = (element: DomElement, names: string) => boolean;

const hasName =
  (names: RegExp): Test =>
  (_, own) =>
    own !== '' && names.test(own);
const hasRole: Test = (element) => element.getAttribute('role') === 'main';
const hasTag =
  (name: string): Test =>
  (element) =>
    element.localName === name;

/** Containers of wikis and of documentation: everything in them is text, including lists of links and short lines. */
const documentation: readonly Test[] = [
  hasName(
    /(?:^| )(?:mw-parser-output|markdown-body|theme-doc-markdown|vp-doc|main-page-content|theme-default-content|markdown-section|sl-markdown-content|devsite-article-body|td-content)(?: |$)/,
  ),
  (element) => hasRole(element, '') && element.closest('.documentwrapper, .rst-content') !== null,
  (element) => element.localName === 'article' && element.closest('.md-content') !== null,
  (element) =>
    element.localName === 'main' &&
    (element.closest('#mdbook-content, .page-wrapper, .flex-content') ?? element.querySelector('.contentContainer')) !==
      null,
  (element) => element.id === 'apicontent' || (element.id === 'main-content' && element.className === 'content'),
  (element) => element.id === 'content' && element.querySelector('#module-header, #apicontent') !== null,
  (element) => element.id === 'page-content' && element.querySelector('#preamble') !== null,
];
/** Where documentation generators put a page's text. */
const generated: readonly Test[] = [
  hasRole,
  hasTag('main'),
  hasName(/(?:^| )(?:content|main)(?: |$)/),
  hasTag('article'),
  hasName(/(?:^| )(?:contents|body)(?: |$)/),
];
const generator =
  /^(?:antora|asciidoc|docbook|docusaurus|docutils|doxygen|gapdoc|gitbook|gtk-doc|haddock|hevea|javadoc|latex2html|latexml|linuxdoc|makeinfo|mdbook|mkdocs|modular docbook|odoc|pandoc|publican|pydoc|rustdoc|sphinx|starlight|texi2(?:any|html)|texinfo|tex4ht|typedoc|vitepress|vuepress)/i;
/** Parts of pages of generators that do not name themselves, and of the classes of these. */
const generatedPart = '.sect1 .sectionbody, .sphinxsidebar';
const generatedClass = /sectionbody|sphinxsidebar/;

/** Where other pages have their authors' text, the surest first. */
const containers: readonly Test[] = [
  (element) => /(?:^| )articleBody(?: |$)/.test(element.getAttribute('itemprop') ?? ''),
  hasTag('article'),
  hasRole,
  hasTag('main'),
  hasName(/(?:^| )(?:(?:post|entry|article)-(?:content|body)|content)(?: |$)/),
];

/** Characters below which an article is thin. */
const thin = 700;

/** The part of a page that its markup declares as its text. */
export interface PageContainer {
  readonly element: DomElement;
  readonly isDocumentation: boolean;
  /** Whether it is one article: `main` and similar elements may contain a stream of others as well. */
  readonly isArticle: boolean;
}

export function findContainer(document: DomDocument): PageContainer {
  const { body } = document;
  const candidates = candidatesIn(body);
  const documented = largest(candidates, documentation, 0);
  if (documented) return { element: documented, isDocumentation: true, isArticle: true };
  if (isGenerated(document) || (document.hasClassLike(generatedClass) && body.querySelector(generatedPart))) {
    const element = largest(candidates, generated) ?? (proseOf(body) === 0 ? largest(candidates, generated, 0) : body);
    return { element: element ?? body, isDocumentation: true, isArticle: true };
  }
  if (isBarePage(body)) return { element: body, isDocumentation: true, isArticle: true };
  const element = largest(candidates, containers, thin);
  const isArticle = element?.localName === 'article' || element?.hasAttribute('itemprop') === true;
  // Where nothing is marked as the text, it is looked for in all of the page.
  return { element: element ?? body, isDocumentation: false, isArticle };
}

function isGenerated(document: DomDocument): boolean {
  return document
    .querySelectorAll('meta[name][content]')
    .some(
      (meta) =>
        /^generator$/i.test(meta.getAttribute('name') ?? '') && generator.test(meta.getAttribute('content') ?? ''),
    );
}

/** An element that may be a container, and its classes and id. */
interface Candidate {
  readonly element: DomElement;
  readonly names: string;
}

/** Returns the elements that a container's test may accept: by name, role or property, or by class and id. */
function candidatesIn(body: DomElement): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let node = nextInOrder(body, body); node; node = nextInOrder(node, body)) {
    if (isElement(node) && (node.localName === 'article' || node.localName === 'main' || isMarked(node))) {
      candidates.push({ element: node, names: `${node.className} ${node.id}`.trim() });
    }
  }
  return candidates;
}

function isMarked({ attributes }: DomElement): boolean {
  for (const { name, value } of attributes) {
    if (name === 'class' || name === 'id' ? called.test(value) : name === 'role' || name === 'itemprop') return true;
  }
  return false;
}

/** A substring of each name in the tests above. */
const called = /content|body|main|mw-parser-output|theme-doc-markdown|markdown-section|vp-doc/;

/** Returns the largest element that passes the first test with much of the prose of all, or `enough` of it. */
function largest(
  candidates: readonly Candidate[],
  tests: readonly Test[],
  enough = Number.POSITIVE_INFINITY,
): DomElement | undefined {
  const found: (DomElement | undefined)[] = tests.map(() => undefined);
  for (const [rank, test] of tests.entries()) {
    for (const { element, names } of candidates) {
      const other = found[rank];
      if (test(element, names) && (!other || lengthOf(element) > lengthOf(other))) found[rank] = element;
    }
  }
  // One element may pass several tests.
  const known = new Map<DomElement | undefined, number>([[undefined, 0]]);
  for (const element of found) if (element && !known.has(element)) known.set(element, proseOf(element));
  const proses = found.map((element) => known.get(element) ?? 0);
  const most = Math.max(0, ...proses);
  return found.find((_, rank) => {
    const prose = proses[rank] ?? 0;
    const isAny = found[rank] !== undefined && (prose > 0 || enough === 0);
    return isAny && (prose >= most * 0.7 || prose >= enough);
  });
}

/** Reports whether an element is certainly not text: navigation, forms, comments. */
export function isNavigation(element: DomElement): boolean {
  if (/^(?:NAV|FOOTER|FORM|BUTTON)$/.test(element.nodeName)) return true;
  for (const { name, value } of element.attributes) {
    if (name === 'role' && roles.test(value)) return true;
    const isCalled = name === 'class' || (name === 'id' && !isTitled(element));
    if (isCalled && containerNames.test(value)) return !isDataBox(element, value);
    if ((name === 'itemtype' && /schema\.org\/Comment/.test(value)) || (name === 'itemprop' && value === 'comment'))
      return true;
  }
  return false;
}

/** Reports whether an element is likely called after its heading or its term, as the sections of documentation are. */
function isTitled(element: DomElement): boolean {
  return (
    !/^(?:DIV|UL|OL|TABLE|ASIDE|P)$/.test(element.nodeName) || /\b(?:section|sect\d|level\d)\b/.test(element.className)
  );
}

/** Reports whether a wiki's box of links is none: a table of values that has such a box's looks. */
function isDataBox(element: DomElement, names: string): boolean {
  if (!/(?:^|\s)navbox(?:\s|$)/.test(names) || linkDensity(element) > 0.3) return false;
  return element
    .querySelectorAll('td')
    .some((cell) => lengthOf(cell) >= 60 && linkDensity(cell) < 0.3 && !cell.querySelector('td, ul'));
}

const roles = /^(?:navigation|search|complementary|contentinfo|banner|toolbar|menu|menubar|dialog)$/;
const containerNames =
  /(?:^|\s)(?:navigation|navheader|navfooter|docnav|footer|comments|comments-area|comment-list|commentlist|comment-thread|disqus_thread|respond|navbox|catlinks|printfooter)(?:\s|$)/;

/** Returns the elements below a root that are of some names and not in navigation, in the order of the document. */
function contentOf(root: DomElement, names: ReadonlySet<string>): readonly DomElement[] {
  const found: DomElement[] = [];
  for (let node = nextInOrder(root, root); node; ) {
    let isSkipped = false;
    if (isElement(node)) {
      isSkipped = isNavigation(node);
      if (!isSkipped && names.has(node.localName)) found.push(node);
    }
    node = nextInOrder(node, root, isSkipped);
  }
  return found;
}

const proseElements = new Set(['p', 'li', 'dd', 'td', 'pre', 'blockquote']);
const sections = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p']);

/** Counts the characters in the paragraphs, items, cells and lines of code that are not mostly links, navigation left out. */
export function proseOf(root: DomElement): number {
  let prose = 0;
  for (const block of contentOf(root, proseElements)) {
    if (lengthOf(block) < 60 || linkDensity(block) > 0.3) continue;
    if (block.querySelector('p, li, dd, td, pre, blockquote') === null) prose += lengthOf(block);
  }
  return prose;
}

/** The contents of a page's container, to compare with what was found. */
export interface Contents {
  readonly prose: number;
  readonly headings: readonly Heading[];
  readonly isArticle: boolean;
}

interface Heading {
  readonly line: string;
  /** How the first paragraph below it begins. */
  readonly below: string;
}

export function contentsOf(root: DomElement, isArticle = true): Contents {
  return { prose: proseOf(root), headings: headingsOf(root), isArticle };
}

/** Returns the headings of a text that have a paragraph below them, except labels of boilerplate. */
function headingsOf(root: DomElement): readonly Heading[] {
  const blocks = contentOf(root, sections);
  return blocks.flatMap((heading, at) => {
    const next = blocks[at + 1];
    if (!/^H[234]$/.test(heading.nodeName) || next?.nodeName !== 'P' || lengthOf(next) < 40) return [];
    const line = lineOf(heading);
    if (heading.closest('aside, a') || !/\p{L}/u.test(line) || isEndMatterHeading(line)) return [];
    return [{ line: wordsOf(line), below: wordsOf(lineOf(next)).slice(0, 60) }];
  });
}

/**
 * Reports whether what was found leaves out much of what its page's container holds: most of its prose, or headings of which
 * it has the text.
 */
export function isIncomplete(article: DomElement, whole: Contents): boolean {
  const prose = proseOf(article);
  if (prose < whole.prose / 3 && (whole.isArticle || prose < 2 * thin)) return true;
  if (prose < thin && whole.prose >= thin) return true;
  if (whole.headings.length === 0) return false;
  const found = new Set(article.querySelectorAll(headingSelector).map((heading) => wordsOf(lineOf(heading))));
  const missing = whole.headings.filter(({ line }) => !found.has(line));
  if (missing.length < 2) return false;
  const text = wordsOf(lineOf(article));
  const lost = missing.filter(({ below }) => text.includes(below)).length;
  return lost > 1 && lost > whole.headings.length / 6;
}
