import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { treeWords } from '../../article/word-count.ts';
import { blockText } from '../../markdown/block-text.ts';
import { countLineEnds } from '../../text/count-line-ends.ts';
import { countWords } from '../../text/words.ts';
import type { View } from '../../view/view.ts';
import type { Page } from '../page.ts';
import { escapeDirections, jsonItems } from './render-json.ts';

/**
 * Writes one JSON object a line: of an article each section with its own text, without its subsections, else each item
 * found. A section of more than `page.maxTokens` is split between its blocks.
 */
export function* renderNdjson(view: View, page: Page): Generator<string> {
  for (const item of items(view, page)) yield `${escapeDirections(JSON.stringify(item))}\n`;
}

function items(view: View, { maxTokens }: Page): Iterable<object> {
  switch (view.kind) {
    case 'article':
      return chunks(view.article, [view.article.lead, ...view.article.sections], maxTokens);
    case 'sections':
      return chunks(view.article, view.sections, maxTokens);
    case 'outline':
      return outline(view.article);
    default:
      return 'source' in view && view.source !== undefined
        ? jsonItems(view).map((item) => ({ source: view.source, ...item }))
        : jsonItems(view);
  }
}

/** Estimates the tokens of a language model: one for four bytes of UTF-8, which is near for English prose. */
export function estimateTokens(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair counts two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return Math.ceil(bytes / 4);
}

function* outline(article: Article): Generator<object> {
  for (const { section, path } of withPaths(article.sections, new Set(eachSection(article.sections)))) {
    const { number, id, title, level, line, endLine } = section;
    yield { number, id, title, level, path, line, endLine, words: treeWords(section) };
  }
}

function* chunks(article: Article, sections: readonly Section[], maxTokens = Infinity): Generator<object> {
  for (const { section, path } of withPaths([article.lead, ...article.sections], new Set(eachSection(sections)))) {
    const chunks = split([...blocksOf(section)], maxTokens);
    if (!section.heading && chunks.length === 0) continue;
    const { number, id, title, level, line } = section;
    if (chunks.length === 0) chunks.push({ text: '', markdown: '', line, endLine: line });
    for (const [index, { text, markdown, line: first, endLine }] of chunks.entries()) {
      yield {
        article: article.title,
        ...(article.metadata.address && { address: article.metadata.address }),
        number,
        id,
        title,
        level,
        path,
        ...(chunks.length > 1 && { chunk: index + 1, chunks: chunks.length }),
        line: index === 0 ? line : first,
        endLine,
        words: countWords(text),
        tokens: estimateTokens(text),
        text,
        markdown,
      };
    }
  }
}

/** Walks the chosen ones of sections and their subsections, each with the titles of its ancestors and its own. */
function* withPaths(
  sections: readonly Section[],
  chosen: ReadonlySet<Section>,
  above: readonly string[] = [],
): Generator<{ readonly section: Section; readonly path: readonly string[] }> {
  for (const section of sections) {
    const path = section.heading ? [...above, section.title] : above;
    if (chosen.has(section)) yield { section, path };
    yield* withPaths(section.sections, chosen, path);
  }
}

/** Some blocks of a section, or a part of one. */
interface Chunk {
  readonly text: string;
  readonly markdown: string;
  readonly line: number;
  readonly endLine: number;
}

function* blocksOf(section: Section): Generator<Chunk> {
  let line = section.line + countLineEnds(section.heading?.raw ?? '');
  for (const block of section.blocks) {
    const text = block.type === 'footnote' ? block.tokens.map(blockText).filter(Boolean).join('\n') : blockText(block);
    const markdown = block.raw.trimEnd();
    if (text !== '') yield { text, markdown, line, endLine: line + countLineEnds(markdown) };
    line += countLineEnds(block.raw);
  }
}

/** Joins neighbours up to `maxTokens`; a larger one is split between words. */
function split(blocks: readonly Chunk[], maxTokens: number): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk[] = [];
  let tokens = 0;
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) {
      chunks.push({
        text: open.map(({ text }) => text).join('\n\n'),
        markdown: open.map(({ markdown }) => markdown).join('\n\n'),
        line: first.line,
        endLine: last.endLine,
      });
    }
    open = [];
    tokens = 0;
  };
  for (const block of blocks.flatMap((one) => splitWords(one, maxTokens))) {
    const more = estimateTokens(block.text) + 1;
    if (tokens + more > maxTokens) close();
    open.push(block);
    tokens += more;
  }
  close();
  return chunks;
}

function splitWords(block: Chunk, maxTokens: number): readonly Chunk[] {
  if (estimateTokens(block.text) <= maxTokens) return [block];
  const texts: string[] = [];
  let text = '';
  // Words with the white space after them; a word as long as a text, or a script without spaces, is cut.
  const longest = Math.max(1, maxTokens);
  for (const [word] of block.text.matchAll(new RegExp(`\\S{1,${longest}}\\s*`, 'gu'))) {
    if (text !== '' && estimateTokens(text + word.trimEnd()) > maxTokens) {
      texts.push(text.trimEnd());
      text = '';
    }
    text += word;
  }
  if (text !== '') texts.push(text.trimEnd());
  return texts.map((part) => ({ ...block, text: part, markdown: part }));
}
