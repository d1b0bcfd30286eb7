import { eachSection } from '../../article/each-section.ts';
import type { View } from '../../view/view.ts';
import { marginOf, type Page, usualWidth } from '../page.ts';
import { painter } from '../paint.ts';
import type { Line } from '../segment.ts';
import type { Tools } from '../tools.ts';
import { articleChunks, blockChunks, sectionChunks } from './body.ts';
import { type Context, createContext } from './context.ts';
import { linksChunks } from './links-lines.ts';
import { countsChunks, matchesChunks } from './matches.ts';
import { outlineChunks } from './outline.ts';
import { shelfChunks } from './shelf-lines.ts';
import { summaryChunks } from './summary-lines.ts';

/**
 * Renders a view as a page to read: laid out in columns, in the theme's colours, block by block. Pure; `tools` are what
 * `loadTools` has loaded for this view, and may be left out.
 */
export function* renderRich(view: View, page: Page, tools: Tools = {}): Generator<string> {
  const context = createContext(page, 'article' in view ? view.article : undefined, tools, hasManyLinks(view));
  const full = Number.isFinite(page.width) ? page.width : usualWidth;
  const margin = marginOf(full);
  const width = Math.max(1, full - 2 * margin);
  const indent = ' '.repeat(margin + (page.margin ?? 0));
  const paint = painter(context.page);
  for (const lines of chunksOf(view, width, context)) {
    let out = '';
    for (const line of lines) out += line.length > 0 ? `${indent}${paint(line)}\n` : '\n';
    if (out !== '') yield out;
  }
}

/** More addresses than this are listed once, at the end: at the end of each section they would drown the text. */
const manyLinks = 30;

/** Reports whether the text to be shown has many links, judged by its source: it is laid out as it is read. */
function hasManyLinks(view: View): boolean {
  if (view.kind !== 'article' && view.kind !== 'sections') return false;
  const sources =
    view.kind === 'article' ? [view.article.source] : Array.from(eachSection(view.sections), ({ source }) => source);
  let links = 0;
  for (const source of sources) {
    for (const _ of source.matchAll(linkInSource)) if (++links > manyLinks) return true;
  }
  return false;
}

/** `[text](https:…`, also around an image, `[label]: https:…`, `href="https:…`; an image alone is no link. */
const linkInSource =
  /(?<!!\[[^\]\n]{0,200})\]\(<?(?:https?|HTTPS?|mailto|MAILTO):|^ {0,3}\[[^\]\n]{1,200}\]: *<?(?:https?|HTTPS?):|\b(?:href|HREF)=["']?(?:https?|HTTPS?):/gm;

/** Lays out the view's parts, each with the empty lines before it. */
function chunksOf(view: View, width: number, context: Context): Iterable<Line[]> {
  switch (view.kind) {
    case 'article':
      return articleChunks(view, width, context);
    case 'sections':
      return sectionChunks(view, width, context);
    case 'outline':
      return outlineChunks(view, width, context);
    case 'summary':
      return summaryChunks(view, width, context);
    case 'matches':
      return matchesChunks(view, width, context);
    case 'counts':
      return countsChunks(view, width, context);
    case 'links':
      return linksChunks(view, width, context);
    case 'code':
    case 'tables':
      return blockChunks(view, width, context);
    case 'shelf':
      return shelfChunks(view, width, context);
  }
}
