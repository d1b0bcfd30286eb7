import type { Article, Section } from '../../article/article-tree.ts';
import { blockText } from '../../markdown/block-text.ts';
import { plainText } from '../../markdown/inline-text.ts';
import type { Inline } from '../../markdown/syntax-tree.ts';
import { hasScheme, parseUrl } from '../../text/parse-url.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { FoundLink, LinksView } from '../view.ts';
import { eachBlock, eachInline } from './walk.ts';

/** Lists the links, images and references to footnotes of an article, or of some of its sections, in their order. */
export function findLinks(article: Article, sections?: readonly Section[]): LinksView {
  const links: FoundLink[] = [];
  for (const { block, section, line } of eachBlock(article, sections)) {
    for (const inline of eachInline(block)) {
      const link = describe(inline, article);
      if (link) links.push({ number: links.length + 1, ...link, section, line });
    }
  }
  return { kind: 'links', article, links };
}

function describe(inline: Inline, article: Article): Pick<FoundLink, 'type' | 'text' | 'address'> | undefined {
  switch (inline.type) {
    case 'link':
      return { type: 'link', text: line(plainText(inline.tokens)), address: absolute(inline.href, article) };
    case 'image':
      return { type: 'image', text: line(inline.text), address: absolute(inline.href, article) };
    case 'footnote_reference': {
      const tokens = article.footnotes.get(inline.label)?.tokens ?? [];
      return { type: 'footnote', text: line(tokens.map(blockText).join(' ')), address: `[^${line(inline.label)}]` };
    }
    default:
      return undefined;
  }
}

function line(text: string): string {
  return cleanLine(text).replace(/\s+/g, ' ').trim();
}

/** Makes an address absolute where the article came from a page; else it stays as written. */
function absolute(href: string, { metadata }: Article): string {
  const written = line(href);
  if (metadata.address === undefined || hasScheme(written)) return written;
  return parseUrl(written, metadata.address)?.href ?? written;
}
