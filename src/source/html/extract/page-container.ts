import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { isElement, lengthOf, lineOf, nextInOrder } from '../dom/tree.ts';
import { isBarePage } from './bare-page.ts';
import { linkDensity } from './boilerplate.ts';
import { isTailHeading } from './phrases.ts';

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

/** Containers of wikis and of documentation: all in them is the text, lists of links and short lines included. */
const DOCUMENTATION: readonly Test[] = [
  hasName(/(?:^| )(?:mw-parser-output|markdown-body|theme-doc-markdown|vp-doc)(?: |$)/),
  (element) => hasRole(element, '') && element.closest('.documentwrapper, .rst-content') !== null,
  (element) => element.localName === 'article' && element.closest('.md-content') !== null,
  (element) =>
    element.localName === 'main' &&
    (element.closest('#mdbook-content, .page-wrapper, .flex-content') ?? element.querySelector('.contentContainer')) !==
      null,
  (element) => element.id === 'apicontent' || (element.id === 'main-content' && element.className === 'content'),
  (element) => element.id === 'content' && element.querySelector('#module-header, #apicontent') !== null,
];
/** Where the generators of documentation put a page's text. */
const GENERATED: readonly Test[] = [
  hasRole,
  hasTag('main'),
  hasName(/(?:^| )content(?: |$)/),
  hasTag('article'),
  hasName(/(?:^| )(?:contents|body)(?: |$)/),
];
const GENERATOR =
  /^(?:antora|asciidoc|docbook|docusaurus|docutils|doxygen|gapdoc|gitbook|gtk-doc|haddock|hevea|javadoc|latex2html|latexml|linuxdoc|makeinfo|mdbook|mkdocs|modular docbook|odoc|pandoc|publican|pydoc|rustdoc|sphinx|starlight|texi2(?:any|html)|texinfo|tex4ht|typedoc|vitepress|vuepress)/i;

/** Where authors' texts are on other pages, the surest first. */
const CONTAINERS: readonly Test[] = [
  (element) => /(?:^| )articleBody(?: |$)/.test(element.getAttribute('itemprop') ?? ''),
  hasTag('article'),
  hasRole,
  hasTag('main'),
  hasName(/(?:^| )(?:(?:post|entry|article)-(?:content|body)|content)(?: |$)/),
];

/** Characters below which an article is thin. */
const THIN = 700;

/** The part of a page that its own markup says is its text. */
export interface PageContainer {
  readonly element: DomElement;
  readonly isDocumentation: boolean;
  /** Whether it is marked as one article: `main` and the like may hold a stream of others as well. */
  readonly isArticle: boolean;
}

export function findContainer(document: DomDocument): PageContainer | undefined {
  const { body } = document;
  const candidates = candidatesIn(body);
  const documented = largest(candidates, DOCUMENTATION, 0);
  if (documented) return { element: documented, isDocumentation: true, isArticle: true };
  if (isGenerated(document) || body.querySelector('.sect1 .sectionbody, .sphinxsidebar')) {
    const element = largest(candidates, GENERATED) ?? (proseOf(body) === 0 ? largest(candidates, GENERATED, 0) : body);
    return { element: element ?? body, isDocumentation: true, isArticle: true };
  }
  if (isBarePage(body)) return { element: body, isDocumentation: true, isArticle: true };
  const element = largest(candidates, CONTAINERS, THIN);
  const isArticle = element?.localName === 'article' || element?.hasAttribute('itemprop') === true;
  return element && { element, isDocumentation: false, isArticle };
}

function isGenerated(document: DomDocument): boolean {
  return document
    .querySelectorAll('meta[name][content]')
    .some(
      (meta) =>
        /^generator$/i.test(meta.getAttribute('name') ?? '') && GENERATOR.test(meta.getAttribute('content') ?? ''),
    );
}

/** An element that may be a container, and its classes and id. */
interface Candidate {
  readonly element: DomElement;
  readonly names: string;
}

/** Returns the elements that a test of a container may be for: of such a name, role or property, or called like one. */
function candidatesIn(body: DomElement): readonly Candidate[] {
  return body.querySelectorAll('article, main, [class], [id], [role="main"], [itemprop]').flatMap((element) => {
    const names = `${element.className} ${element.id}`.trim();
    const isMarked = /^(?:article|main)$/.test(element.localName) || element.hasAttribute('role');
    return isMarked || element.hasAttribute('itemprop') || CALLED.test(names) ? [{ element, names }] : [];
  });
}

/** A part of each name in the tests above. */
const CALLED = /content|body|mw-parser-output|theme-doc-markdown|vp-doc/;

/**
 * Returns the largest element that passes the first test whose largest one has much of the prose that any of them has, or
 * `enough` of it.
 */
function largest(
  candidates: readonly Candidate[],
  tests: readonly Test[],
  enough = Number.POSITIVE_INFINITY,
): DomElement | undefined {
  const found: (DomElement | undefined)[] = tests.map(() => undefined);
  for (const { element, names } of candidates) {
    for (const [rank, test] of tests.entries()) {
      if (!test(element, names)) continue;
      const other = found[rank];
      if (!other || lengthOf(element) > lengthOf(other)) found[rank] = element;
    }
  }
  const proses = found.map((element) => (element ? proseOf(element) : 0));
  const most = Math.max(0, ...proses);
  return found.find((_, rank) => {
    const prose = proses[rank] ?? 0;
    const isAny = found[rank] !== undefined && (prose > 0 || enough === 0);
    return isAny && (prose >= most * 0.7 || prose >= enough);
  });
}

/** Tells whether an element is certainly not the text wherever it is: places to go, things to fill in, what readers say. */
export function isNavigation(element: DomElement): boolean {
  if (/^(?:NAV|FOOTER|FORM|BUTTON)$/.test(element.nodeName)) return true;
  for (const { name, value } of element.attributes) {
    if (name === 'role' && ROLES.test(value)) return true;
    if ((name === 'class' || name === 'id') && NAMES.test(value)) return true;
    if ((name === 'itemtype' && /schema\.org\/Comment/.test(value)) || (name === 'itemprop' && value === 'comment'))
      return true;
  }
  return false;
}

const ROLES = /^(?:navigation|search|complementary|contentinfo|banner|toolbar|menu|menubar|dialog)$/;
const NAMES =
  /(?:^|\s)(?:navigation|navheader|navfooter|docnav|footer|comments|comments-area|comment-list|commentlist|comment-thread|disqus_thread|respond|navbox|catlinks|printfooter)(?:\s|$)/;

/** Returns the elements below a root that are of some names and not in navigation, in the order of the document. */
function contentOf(root: DomElement, names: RegExp): readonly DomElement[] {
  const found: DomElement[] = [];
  for (let node = nextInOrder(root, root); node; ) {
    const isSkipped = isElement(node) && isNavigation(node);
    if (!isSkipped && names.test(node.nodeName)) found.push(node as DomElement);
    node = nextInOrder(node, root, isSkipped);
  }
  return found;
}

/** Counts the characters in the paragraphs, items, cells and lines of code that are not mostly links, navigation left out. */
export function proseOf(root: DomElement): number {
  let prose = 0;
  for (const block of contentOf(root, /^(?:P|LI|DD|TD|PRE|BLOCKQUOTE)$/)) {
    if (lengthOf(block) < 60 || linkDensity(block) > 0.3) continue;
    if (block.querySelector('p, li, dd, td, pre, blockquote') === null) prose += lengthOf(block);
  }
  return prose;
}

/** What a page's container holds, to hold against it what was found. */
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

/** Returns the headings of a text that have a paragraph below them; labels of what pages gather around it are none. */
function headingsOf(root: DomElement): readonly Heading[] {
  const blocks = contentOf(root, /^(?:H[1-6]|P)$/);
  return blocks.flatMap((heading, at) => {
    const next = blocks[at + 1];
    if (!/^H[234]$/.test(heading.nodeName) || next?.nodeName !== 'P' || lengthOf(next) < 40) return [];
    const line = lineOf(heading);
    if (heading.closest('aside, a') || !/\p{L}/u.test(line) || isTailHeading(line)) return [];
    return [{ line: wordsOf(line), below: wordsOf(lineOf(next)).slice(0, 60) }];
  });
}

function wordsOf(line: string): string {
  return (
    line
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/**
 * Tells whether what was found leaves out much of what its page's container holds: most of its prose, or headings of which
 * it has the text.
 */
export function isIncomplete(article: DomElement, whole: Contents): boolean {
  const prose = proseOf(article);
  if (prose < whole.prose / 3 && (whole.isArticle || prose < 2 * THIN)) return true;
  if (prose < THIN && whole.prose >= THIN) return true;
  if (whole.headings.length === 0) return false;
  const found = new Set(article.querySelectorAll('h1, h2, h3, h4, h5, h6').map((heading) => wordsOf(lineOf(heading))));
  const missing = whole.headings.filter(({ line }) => !found.has(line));
  if (missing.length < 2) return false;
  const text = wordsOf(lineOf(article));
  const lost = missing.filter(({ below }) => text.includes(below)).length;
  return lost > 1 && lost > whole.headings.length / 3;
}
