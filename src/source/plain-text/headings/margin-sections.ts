import type { TextLine } from '../lines/line.ts';
import { layoutOf } from '../lines/line-layout.ts';
import { joinWords } from '../lines/paragraphs.ts';
import { readBlocks } from '../lines/text-blocks.ts';
import type { TextBlock } from '../text-block.ts';

/** The columns that `man` sets a subsection's title in. */
const subsectionIndent = 3;

/** Reports whether a text has its titles at the margin, and all else further in. */
export function hasMarginTitles(lines: readonly TextLine[]): boolean {
  let filled = 0;
  let titles = 0;
  let atMargin = 0;
  for (const [at, { text, indent }] of lines.entries()) {
    if (text === '') continue;
    filled += 1;
    if (indent > 0) continue;
    atMargin += 1;
    if (titleAt(lines, at, 0).length > 0) titles += 1;
  }
  return titles >= 2 && titles > atMargin * 0.7 && atMargin <= filled * 0.5;
}

/**
 * Reads the sections of a text whose titles are known by their columns: those at the margin, and with `subsections`
 * those three columns in. What is further in is their text, and has no titles, whatever its shape is.
 */
export function readMarginSections(lines: readonly TextLine[], { subsections }: { subsections: boolean }): TextBlock[] {
  const layout = layoutOf(lines);
  const blocks: TextBlock[] = [];
  let body: TextLine[] = [];
  const closeBody = (): void => {
    for (const block of readBlocks(body, layout)) {
      blocks.push(block.kind === 'heading' ? { kind: 'paragraph', text: block.text } : block);
    }
    body = [];
  };
  for (let at = 0; at < lines.length; ) {
    const outer = titleAt(lines, at, 0);
    const title = outer.length > 0 || !subsections ? outer : titleAt(lines, at, subsectionIndent);
    if (title.length === 0) {
      body.push(lines[at] as TextLine);
      at += 1;
      continue;
    }
    closeBody();
    const text = joinWords(title);
    blocks.push({ kind: 'heading', level: outer.length > 0 ? levelOf(text) : 3, text });
    at += title.length;
  }
  closeBody();
  return blocks;
}

/** Returns the level of a title: `2.1. Water`, `A.1. Pots` are a section's subsections. */
function levelOf(text: string): number {
  const number = /^(?:[A-Z]|\d{1,3})(?:\.\d{1,3})*\.?(?=\s)/.exec(text)?.[0].replace(/\.$/, '') ?? '';
  return Math.min(2 + number.split('.').length - 1, 6);
}

/** Returns the title, of one line or two, at an offset: after a blank line, with its text below it, further in. */
function titleAt(lines: readonly TextLine[], at: number, indent: number): readonly TextLine[] {
  const first = lines[at];
  if (!first?.text || first.indent !== indent) return [];
  if (at > 0 && lines[at - 1]?.text !== '' && (lines[at - 1]?.indent ?? 0) > 0) return [];
  let end = at + 1;
  while (lines[end]?.text && lines[end]?.indent === indent) end += 1;
  const below = lines.slice(end, end + 4).find(({ text }) => text !== '');
  // One title may follow another, `2. Pots` and `2.1. Lids`.
  const isOver = below && (below.indent > indent || (indent === 0 && lines[end]?.text === ''));
  return end - at <= 2 && isOver ? lines.slice(at, end) : [];
}
