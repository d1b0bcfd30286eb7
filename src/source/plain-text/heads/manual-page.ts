import { readDate } from '../dates.ts';
import type { Line } from '../lines/line.ts';
import { layoutOf } from '../lines/line-layout.ts';
import { joinWords } from '../lines/paragraphs.ts';
import { readBlocks } from '../lines/text-blocks.ts';
import type { TextBlock } from '../text-block.ts';
import { manualName } from './manual-name.ts';
import type { TextHead } from './text-head.ts';

/** The columns that `man` sets a subsection's title in; those of sections are at the margin. */
const subsectionIndent = 3;

/**
 * Reads a manual page as `man` prints it: its name and section at both ends of the first line are the title, and the last
 * line, with its date and its name again, goes. Undefined for any other text.
 */
export function readManualHead(lines: readonly Line[]): TextHead | undefined {
  const first = lines.findIndex(({ text }) => text !== '');
  const name = manualName(lines[first]?.text ?? '');
  if (name === undefined) return undefined;
  const last = lines.findLastIndex(({ text }) => text !== '');
  const footer = lines[last]?.text ?? '';
  const isFooter =
    last > first && (footer.endsWith(name) || /\s{3,}\S+\(\w{1,10}\)$|\S\s{3,}.*\d{4}.*\s{3,}\S/.test(footer));
  const date = isFooter
    ? footer
        .split(/\s{3,}/)
        .map((each) => readDate(each, 'en'))
        .find(Boolean)
    : undefined;
  const body = lines
    .slice(first + 1, isFooter ? last : last + 1)
    .filter(({ text }) => !(text.startsWith(name) && text.endsWith(name)));
  return { title: name, metadata: { ...(date && { date }) }, lines: body };
}

/** Reads the sections of a manual page, whose titles are told by their columns: what is further in is their text. */
export function readManualSections(lines: readonly Line[]): TextBlock[] {
  const layout = layoutOf(lines);
  const blocks: TextBlock[] = [];
  let body: Line[] = [];
  const closeBody = (): void => {
    // Whatever its shape is, a line of the text is no title here.
    for (const block of readBlocks(body, layout)) {
      blocks.push(block.kind === 'heading' ? { kind: 'paragraph', text: block.text } : block);
    }
    body = [];
  };
  for (let at = 0; at < lines.length; ) {
    const title = readTitle(lines, at);
    if (title.length === 0) {
      body.push(lines[at] as Line);
      at += 1;
      continue;
    }
    closeBody();
    blocks.push({ kind: 'heading', level: title[0]?.indent === 0 ? 2 : 3, text: joinWords(title) });
    at += title.length;
  }
  closeBody();
  return blocks;
}

/** Returns the line, or the two of a long title, that is one here: after a blank line, with its text below it, further in. */
function readTitle(lines: readonly Line[], at: number): readonly Line[] {
  const first = lines[at];
  if (!first?.text || (first.indent !== 0 && first.indent !== subsectionIndent)) return [];
  if (at > 0 && lines[at - 1]?.text !== '' && (lines[at - 1]?.indent ?? 0) > 0) return [];
  let end = at + 1;
  while (lines[end]?.text && lines[end]?.indent === first.indent) end += 1;
  const below = lines.slice(end, end + 4).find(({ text }) => text !== '');
  return end - at <= 2 && below && below.indent >= subsectionIndent && below.indent !== first.indent
    ? lines.slice(at, end)
    : [];
}
