import { DocumentText } from '../markdown/document-text.ts';
import { htmlBlocks } from '../markdown/html/html-blocks.ts';
import { plainText } from '../markdown/inline-text.ts';
import { inlines } from '../markdown/lazy-inlines.ts';
import { MarkdownDocument } from '../markdown/markdown-document.ts';
import { type ParseStep, runSteps } from '../markdown/parse-on-demand.ts';
import type { Parser } from '../markdown/parser.ts';
import type { Block, Inline } from '../markdown/syntax-tree.ts';
import { foldedWords } from '../text/fold.ts';
import { countWords } from '../text/words.ts';
import type { Article, Metadata, Section } from './article-tree.ts';
import { headingText } from './heading-text.ts';
import { createSection, nestSections } from './section-tree.ts';
import { createSlugs } from './slug.ts';
import { type Part, splitAtHeadings } from './split-at-headings.ts';

/** What is known of an article besides its body. */
export interface About {
  readonly title?: string;
  readonly metadata?: Metadata;
  /** The 1-based line of the file on which the body starts; 1 unless there is front matter. */
  readonly firstLine?: number;
  /** Read CommonMark and GFM alone, no other dialect of Markdown, and show front matter as code: nothing is dropped. */
  readonly strict?: boolean;
  /** Of sections only titles, numbers and ids are needed; or their words too. */
  readonly outline?: 'titles' | 'words';
  /** The words of all sections are needed: those of a long text are counted while its headings are found. */
  readonly countWords?: boolean;
}

/**
 * From this many characters on only headings and definitions are found at first: blocks are parsed where they are
 * walked, and words are counted without parsing inlines, where possible.
 */
const longText = 50_000;

/**
 * Parses a Markdown body, without front matter, into a lead and a tree of sections. The sources of the lead and the
 * sections, joined, are the body. Throws `NotHandled` where `parsers` do not handle the text, here or where its inlines
 * are accessed.
 */
export function parseBody(markdown: string, about: About, parsers: readonly Parser[]): Article {
  return runSteps(parseBodyInSteps(markdown, about, parsers));
}

/** Parses in steps of some milliseconds, between which other things may be done. */
export function* parseBodyInSteps(
  markdown: string,
  about: About,
  parsers: readonly Parser[],
): Generator<ParseStep, Article> {
  const text = new DocumentText(markdown, about);
  const isLong = about.outline !== undefined || text.markdown.length > longText;
  const words = about.outline === 'words' || (isLong && about.countWords === true);
  const document = new MarkdownDocument(parsers);
  const parts = yield* splitAtHeadings(text, document, { keep: !isLong, words });
  const titleIndex = findTitle(parts, about);
  const title = about.title ?? (titleIndex < 0 ? '' : headingText(parts[titleIndex]?.heading));

  const leadParts = parts.slice(0, titleIndex < 0 ? 1 : titleIndex + 1);
  const lead = createSection({ number: '0', id: 'lead', title: '', level: 0 }, leadParts);
  const [next] = parts.slice(leadParts.length);
  lead.endLine = next ? next.line - 1 : text.lastLine;
  const slugs = createSlugs(hasContent(lead) ? ['lead'] : []);
  return {
    title,
    metadata: about.metadata ?? {},
    lead,
    sections: nestSections(parts.slice(leadParts.length), slugs, text.lastLine),
    footnotes: document.definitions.footnotes,
    source: text.source,
  };
}

/** Finds the part whose heading is the title: a sole h1 at the top, unless the title is known to be another; or -1. */
function findTitle(parts: readonly Part[], { title: known, strict }: About): number {
  const [before, first, ...rest] = parts;
  if (first?.heading?.depth !== 1 || rest.some((part) => part.heading?.depth === 1)) return -1;
  for (const block of before?.blocks ?? []) if (!strict && !mayPrecedeTitle(block)) return -1;
  if (known === undefined) return 1;
  return foldedWords(known).join(' ') === foldedWords(headingText(first.heading)).join(' ') ? 1 : -1;
}

/** Reports whether a block may precede the title: it is invisible, a rule, badges, or a line of links to translations. */
function mayPrecedeTitle(block: Block): boolean {
  switch (block.type) {
    case 'space':
    case 'def':
    case 'footnote':
    case 'hr':
      return true;
    case 'html':
      return htmlBlocks(block).every(mayPrecedeTitle);
    case 'paragraph':
    case 'text':
      return isOnlyLinks(inlines(block.tokens));
    default:
      return false;
  }
}

/** Reports whether inlines are images and links, with hardly a word outside of them. */
function isOnlyLinks(content: readonly Inline[]): boolean {
  const outside = content.filter(({ type }) => type !== 'image' && type !== 'link');
  const words = countWords(plainText(outside));
  return words === 0 || (words <= mostWordsBeside && outside.length < content.length);
}

/** The name of the current language, beside links to the others. */
const mostWordsBeside = 2;

function hasContent(section: Section): boolean {
  for (const block of section.blocks) if (block.type !== 'space' && block.type !== 'def') return true;
  return false;
}
