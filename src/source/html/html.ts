import { Readability } from '@mozilla/readability';
import { cleanText } from '../../article/clean.ts';
import type { Metadata } from '../../article/types.ts';
import { bodyText } from './body-text.ts';
import { openDocument } from './document.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { resolveAddresses } from './link.ts';
import { toMarkdown } from './markdown.ts';
import { readMetadata } from './metadata.ts';
import { preparePage, raiseBoldLines, restoreHeadings } from './prepare.ts';
import { type Page, pruneArticle } from './prune.ts';

export interface HtmlOptions {
  /** Where the page came from: relative links are resolved against it. */
  readonly address?: string;
  /** Take all of the page, in place of the article in it. */
  readonly whole?: boolean;
}

export interface HtmlArticle {
  readonly markdown: string;
  readonly title?: string;
  readonly metadata: Metadata;
}

/** Characters of text below which a found article is not believed. */
const SHORTEST_ARTICLE = 250;

/** Reads the article in a page, or a piece of one, as Markdown. Never throws, never fetches. */
export function readHtml(html: string, options: HtmlOptions = {}): HtmlArticle {
  const document = openDocument(html);
  const { title, metadata } = readMetadata(document, options.address);
  const base = baseAddress(document, options.address ?? metadata.address);
  const root = options.whole
    ? wholePage(document)
    : (findArticle(document, html, { title, address: base, abstract: metadata.abstract, site: metadata.site }) ??
      wholePage(document));
  resolveAddresses(root, base);
  const markdown = cleanText(toMarkdown(root));
  return title ? { markdown, title, metadata } : { markdown, metadata };
}

function baseAddress(document: DomDocument, address: string | undefined): string | undefined {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  return base && URL.canParse(base, address) ? new URL(base, address).href : address;
}

function findArticle(document: DomDocument, html: string, page: Page): DomElement | undefined {
  preparePage(document.body, [page.title, document.title, page.site]);
  const found = new Readability<DomElement>(document as never, {
    serializer: ((node: DomElement) => node) as never,
    disableJSONLD: true,
    keepClasses: true,
    charThreshold: SHORTEST_ARTICLE,
  }).parse();
  const article = found?.content;
  if (!article || (article.textContent ?? '').trim().length < SHORTEST_ARTICLE) return bodyText(openDocument(html));
  restoreHeadings(article);
  pruneArticle(article, page);
  raiseBoldLines(article);
  return article;
}

function wholePage(document: DomDocument): DomElement {
  return document.body;
}
