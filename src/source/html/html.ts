import { parseUrl } from '../../text/parse-url.ts';
import { cleanText } from '../../text/sanitize.ts';
import type { Source } from '../source.ts';
import type { DomDocument } from './dom/dom-document.ts';
import type { DomElement } from './dom/dom-element.ts';
import { openDocument } from './dom/open-document.ts';
import { removeAll } from './dom/tree.ts';
import { findArticle } from './extract/find-article.ts';
import { bodyText, images, wholePage } from './extract/page-text.ts';
import { revealContent } from './extract/reveal-content.ts';
import { flatText, flatTitle, isTooLarge } from './fallback-text.ts';
import { resolveAddresses } from './markdown/link-markup.ts';
import { footnoteDefinitions, markFootnotes, type PageFootnotes } from './markdown/page-footnotes.ts';
import { toMarkdown } from './markdown/to-markdown.ts';
import { linkedData } from './metadata/json-ld.ts';
import { readMetadata } from './metadata/page-metadata.ts';
import { structuredText, withStructuredText } from './metadata/structured-text.ts';

export interface HtmlOptions {
  /** The page's address: relative links are resolved against it. */
  readonly address?: string;
  /** Take the whole page, in place of the article in it. */
  readonly whole?: boolean;
}

/** Characters of text below which a found article is rejected. */
const shortestArticle = 250;

/**
 * Reads the article in a page, or in a fragment, as Markdown, with its metadata. Never fetches; a page that is
 * too large for a document, or nested too deep, is read as its words.
 */
export function readHtml(html: string, options: HtmlOptions = {}): Source {
  if (isTooLarge(html)) return readFlat(html);
  try {
    return readDocument(html, options);
  } catch (error) {
    // A page made to break parsers overflows the stack in places that no check here can name.
    if (!isStackOverflow(error)) throw error;
    return readFlat(html);
  }
}

/** Reports whether the stack was full; a regular expression that is compiled then throws a `SyntaxError`. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof SyntaxError && error.message.endsWith('Stack overflow'));
}

function readFlat(html: string): Source {
  const title = flatTitle(html);
  return { markdown: flatText(html), ...(title && { title }), metadata: {} };
}

function readDocument(html: string, { address, whole = false }: HtmlOptions): Source {
  const { document, notes } = openPage(html);
  const data = linkedData(document);
  const { title, metadata } = readMetadata(document, data, address);
  const base = baseAddress(document, address ?? metadata.address);
  const here = base === undefined ? undefined : parseUrl(base);
  const page = { title, address: base, here, abstract: metadata.abstract, site: metadata.site };
  const structured = structuredText(data);
  // From here on only what is shown counts.
  removeAll(document.body, 'script, style');
  const article = whole ? undefined : findArticle(document, page, shortestArticle, () => openPage(html).document);
  const own = written(article, notes, base);
  const found = own.length < shortestArticle ? pageText(html, base, whole) : own;
  const markdown = whole ? found : withStructuredText(found, structured);
  return title ? { markdown, title, metadata } : { markdown, metadata };
}

function openPage(html: string): { readonly document: DomDocument; readonly notes: PageFootnotes } {
  const document = openDocument(html);
  revealContent(document);
  return { document, notes: markFootnotes(document) };
}

/** Returns a page's text after parsing it again, since the search for an article changes the document. */
function pageText(html: string, base: string | undefined, whole: boolean): string {
  const read = (root: (document: DomDocument) => DomElement) => {
    const { document, notes } = openPage(html);
    return written(root(document), notes, base);
  };
  return (whole ? '' : read(bodyText)) || read(wholePage) || read(images);
}

function written(root: DomElement | undefined, notes: PageFootnotes, base: string | undefined): string {
  if (!root) return '';
  resolveAddresses(root, base);
  const markdown = toMarkdown(root);
  const definitions = footnoteDefinitions(notes, markdown, (note) => {
    resolveAddresses(note, base);
    return toMarkdown(note);
  });
  return cleanText([markdown, ...definitions].join('\n\n')).trim();
}

function baseAddress(document: DomDocument, address: string | undefined): string | undefined {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  return (base && parseUrl(base, address)?.href) || address;
}
