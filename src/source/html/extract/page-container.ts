import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { lengthOf, lineOf } from '../dom/tree.ts';
import { linkDensity } from './boilerplate.ts';
import { isTailHeading } from './phrases.ts';

/** Containers of wikis and of documentation: all in them is the text, lists of links and short lines included. */
const DOCUMENTATION = [
  '.mw-parser-output',
  '.markdown-body',
  '.theme-doc-markdown',
  '.documentwrapper [role="main"]',
  '.rst-content [role="main"]',
  '.md-content article',
  '.vp-doc',
  '.body-content .content',
  '#javadoc main',
];
/** Where the generators of documentation put a page's text. */
const GENERATED = ['[role="main"]', 'main', '#content', 'article', '.contents', '.body'];
const GENERATOR =
  /^(?:asciidoctor|sphinx|docutils|doxygen|javadoc|mkdocs|docusaurus|vitepress|vuepress|mdbook|texinfo|makeinfo|docbook|gitbook|pydoc|rustdoc|typedoc|sphinx-\S+)/i;

/** Where authors' texts are on other pages, the surest first. */
const CONTAINERS = [
  '[itemprop~="articleBody"]',
  'article',
  '[role="main"]',
  'main',
  '.post-content',
  '.entry-content',
  '.article-body',
  '.article-content',
  '#content',
];

/** The part of a page that its own markup says is its text. */
export interface PageContainer {
  readonly element: DomElement;
  readonly isDocumentation: boolean;
}

export function findContainer(document: DomDocument): PageContainer | undefined {
  const { body } = document;
  const documented = largest(body, DOCUMENTATION);
  if (documented) return { element: documented, isDocumentation: true };
  const generator = document.querySelector('meta[name="generator"]')?.getAttribute('content') ?? '';
  if (GENERATOR.test(generator) || body.querySelector('.sect1 .sectionbody, .sphinxsidebar')) {
    return { element: largest(body, GENERATED) ?? body, isDocumentation: true };
  }
  const element = largest(body, CONTAINERS);
  return element && { element, isDocumentation: false };
}

/** The largest element of the first selector that finds one with much of the prose that all of them find. */
function largest(body: DomElement, selectors: readonly string[]): DomElement | undefined {
  const found = selectors.flatMap((selector) => {
    const elements = body.querySelectorAll(selector);
    const [first, ...others] = elements;
    if (!first) return [];
    const best = others.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one), first);
    return [{ best, prose: proseOf(best) }];
  });
  const most = Math.max(0, ...found.map(({ prose }) => prose));
  return found.find(({ prose }) => prose > 0 && prose >= most * 0.7)?.best;
}

/** What is certainly not the text wherever it is: places to go, things to fill in, what other pages have as well. */
export const NAVIGATION =
  'nav, footer, form, button, [role="navigation"], [role="search"], [role="complementary"], [role="contentinfo"], [role="banner"], [role="toolbar"], [role="menu"], [role="menubar"], [role="dialog"], #comments, .comments, #disqus_thread, #respond, .comments-area, .comment-list, .commentlist, .comment-thread, [itemtype*="schema.org/Comment"], [itemprop~="comment"]';

/** Characters in the paragraphs, items, cells and lines of code that are not mostly links, navigation left out. */
export function proseOf(root: DomElement): number {
  let prose = 0;
  for (const block of root.querySelectorAll('p, li, dd, td, pre, blockquote')) {
    if (block.querySelector('p, li, dd, td, pre, blockquote')) continue;
    if (lengthOf(block) < 25 || linkDensity(block) > 0.5 || block.closest(NAVIGATION)) continue;
    prose += lengthOf(block);
  }
  return prose;
}

/** The headings of a text, as lines; labels of what pages gather around it are none. */
export function headingsOf(root: DomElement): readonly string[] {
  return root
    .querySelectorAll('h2, h3, h4')
    .filter(
      (heading) =>
        !heading.closest(`${NAVIGATION}, aside, a`) && !heading.querySelector('a[href^="/"], a[href^="http"]'),
    )
    .map(lineOf)
    .filter((line) => /\p{L}/u.test(line) && !isTailHeading(line));
}

/** Characters below which an article is thin. */
const THIN = 700;

/** What a page's container holds, to hold against it what was found. */
export interface Contents {
  readonly prose: number;
  readonly headings: readonly string[];
}

export function contentsOf(root: DomElement): Contents {
  return { prose: proseOf(root), headings: headingsOf(root) };
}

/** Whether what was found leaves out much of what its page's container holds. */
export function isIncomplete(found: Contents, whole: Contents): boolean {
  if (found.prose < whole.prose / 3) return true;
  if (found.prose < THIN && whole.prose >= THIN) return true;
  const kept = new Set(found.headings);
  const missing = whole.headings.filter((heading) => !kept.has(heading)).length;
  return missing > 1 && missing > whole.headings.length / 2;
}
