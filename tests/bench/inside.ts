// The parts of the program that the benchmark runs in its own process, bundled for it.
import { parseBody } from '../../src/article/sections.ts';
import type { Article } from '../../src/article/types.ts';
import { type Format, type Page, plainPage } from '../../src/render/page.ts';
import { loadRenderer } from '../../src/render/render.ts';
import { selectSections } from '../../src/view/select.ts';
import type { View } from '../../src/view/types.ts';

/** Pieces are counted as the program writes them: how many it took, and how many there are in all. */
export interface Done {
  readonly characters: number;
  readonly pieces: number;
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
  let pieces = 0;
  for (const piece of render(view, page)) {
    characters += piece.length;
    pieces += 1;
    if (characters >= stopAfter) break;
  }
  return { characters, pieces };
}
