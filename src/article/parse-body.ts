import { normalizeMarkdown } from '../markdown/normalize.ts';
import { MarkdownDocument } from '../markdown/parse.ts';
import type { Parser } from '../markdown/parser.ts';
import type { Block } from '../markdown/types.ts';
import { foldedWords } from '../text/fold.ts';
import { createSection, headingText, nestSections, type Part, splitAtHeadings } from './sections.ts';
import { createSlugs } from './slug.ts';
import type { Article, Metadata, Section } from './types.ts';

/** What is known of an article besides its body. */
export interface About {
  readonly title?: string;
  readonly metadata?: Metadata;
}

/** From so many characters on the words of inlines are counted without parsing them, as far as that can be done. */
const longText = 50_000;

/**
 * Parses a Markdown body, without front matter, into a lead and a tree of sections. The sources of the lead and the
 * sections, joined, are the body. Throws `NotHandled` where `parsers` do not handle the text, here or
 * where its inlines are read.
 */
export function parseBody(markdown: string, about: About, parsers: readonly Parser[]): Article {
  const steps = parseBodyInSteps(markdown, about, parsers);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, step by step: between two of them, each some milliseconds long, something else may be done. */
export function* parseBodyInSteps(
  markdown: string,
  about: About,
  parsers: readonly Parser[],
): Generator<void, Article> {
  const source = normalizeMarkdown(markdown);
  const document = new MarkdownDocument(parsers, { deferInlines: source.length > longText });
  const parts = yield* splitAtHeadings(source, document);
  const titleIndex = findTitle(parts, about.title);
  const title = about.title ?? (titleIndex < 0 ? '' : headingText(parts[titleIndex]?.heading));

  const leadParts = parts.slice(0, titleIndex < 0 ? 1 : titleIndex + 1);
  const lead = createSection({ number: '0', id: 'lead', title: '', level: 0 }, leadParts, document);
  const slugs = createSlugs(hasContent(lead) ? ['lead'] : []);
  return {
    title,
    metadata: about.metadata ?? {},
    lead,
    sections: nestSections(parts.slice(leadParts.length), document, slugs),
    footnotes: document.definitions.footnotes,
    source,
  };
}

/** Finds the part whose heading is the title: a sole h1 at the top, unless the title is known to be another; or -1. */
function findTitle(parts: readonly Part[], known: string | undefined): number {
  const [before, first, ...rest] = parts;
  if (first?.heading?.depth !== 1 || rest.some((part) => part.heading?.depth === 1)) return -1;
  if (before?.blocks ? before.blocks.some((block) => !invisible.has(block.type)) : before?.source.trim()) return -1;
  if (known === undefined) return 1;
  return foldedWords(known).join(' ') === foldedWords(headingText(first.heading)).join(' ') ? 1 : -1;
}

/** Blocks that may precede the title: nobody sees them. */
const invisible = new Set<Block['type']>(['space', 'def', 'html', 'footnote']);

function hasContent(section: Section): boolean {
  for (const block of section.blocks) if (block.type !== 'space' && block.type !== 'def') return true;
  return false;
}
