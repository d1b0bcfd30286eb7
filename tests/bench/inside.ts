// The parts of the program that the benchmark runs in its own process, bundled for it.

import type { Article } from '../../src/article/article-tree.ts';
import { blockText } from '../../src/markdown/block-text.ts';
import { fastParser } from '../../src/markdown/fast/fast-parser.ts';
import { MarkdownDocument } from '../../src/markdown/markdown-document.ts';
import { markedParser } from '../../src/markdown/marked/marked-parser.ts';
import { normalizeMarkdown } from '../../src/markdown/normalize.ts';
import type { Parser } from '../../src/markdown/parser.ts';
import type { Format } from '../../src/render/formats.ts';
import { type Page, plainPage } from '../../src/render/page.ts';
import { loadRenderer } from '../../src/render/render.ts';
import { selectSections } from '../../src/view/select.ts';
import type { View } from '../../src/view/view.ts';
import { parseBody } from '../support/parse-body.ts';

/** The amount that was rendered, in chunks as the program writes them. */
export interface Done {
  readonly characters: number;
  readonly chunks: number;
}

const rich: Page = { ...plainPage, width: 80, colorLevel: 1 };
// The program bounds the time of each block; here a block may take what it takes.
const noLimit = (run: () => void): boolean => {
  run();
  return true;
};

export async function read(text: string, format: Format, stopAfter = Number.POSITIVE_INFINITY): Promise<Done> {
  const article = parseBody(text);
  return show({ kind: 'article', article }, format, stopAfter);
}

export async function readSection(text: string): Promise<Done> {
  const article = parseBody(text);
  return show({ kind: 'sections', article, sections: selectSections(article, [middle(article)]) }, 'plain');
}

export async function listSections(text: string): Promise<Done> {
  return show({ kind: 'outline', article: parseBody(text) }, 'plain');
}

function middle({ sections }: Article): string {
  return sections[sections.length >> 1]?.number ?? '0';
}

async function show(view: View, format: Format, stopAfter = Number.POSITIVE_INFINITY): Promise<Done> {
  const page = format === 'rich' ? rich : plainPage;
  const render = await loadRenderer(format, view, page, noLimit);
  let characters = 0;
  let chunks = 0;
  for (const chunk of render(view, page)) {
    characters += chunk.length;
    chunks += 1;
    if (characters >= stopAfter) break;
  }
  return { characters, chunks };
}

/**
 * Returns the shares of a text's characters that the fast parser handles: as blocks, and as the inline content of all
 * blocks.
 */
export function fastShare(text: string): { readonly blocks: number; readonly inlines: number } {
  const characters = { blocks: { fast: 0, all: 0 }, inlines: { fast: 0, all: 0 } };
  const counting = (parser: Parser, isFast: boolean): Parser => {
    const count = (kind: keyof typeof characters, length: number): void => {
      characters[kind].all += length;
      if (isFast) characters[kind].fast += length;
    };
    return {
      blocks(markdown, start, size, definitions) {
        const parsed = parser.blocks(markdown, start, size, definitions);
        if (parsed) count('blocks', parsed.end - start);
        return parsed;
      },
      inlines(source, definitions) {
        const parsed = parser.inlines(source, definitions);
        if (parsed) count('inlines', source.length);
        return parsed;
      },
    };
  };
  const document = new MarkdownDocument([counting(fastParser, true), counting(markedParser, false)]);
  const found = Array.from(document.blocks(normalizeMarkdown(text))).flat();
  // To have all inline content parsed, which needs the definitions of the whole text.
  for (const block of found) blockText(block);
  const { blocks, inlines } = characters;
  return { blocks: blocks.fast / blocks.all, inlines: inlines.fast / inlines.all };
}
