import type { TextBlock } from '../text-block.ts';
import { columnsOf, commonIndent, joinLines, type TextLine } from './line.ts';
import type { LineLayout } from './line-layout.ts';
import { endsSentence, forcedBreaks } from './line-shape.ts';

/** Joins wrapped lines, with single spaces. */
export function joinWords(lines: readonly TextLine[]): string {
  return joinLines(lines.map(({ text }) => text)).replace(/\s{2,}/g, ' ');
}

/** Reads lines that are neither list, table nor code: paragraphs, or verse, whose line ends are deliberate. */
export function readParagraphs(lines: readonly TextLine[], layout: LineLayout): TextBlock[] {
  return splitAtIndents(lines).map((part) => {
    const entry = readEntry(part, layout);
    if (entry) return entry;
    if (part.length > 1 && isDeliberate(part, layout)) return { kind: 'verse', lines: indentedLines(part) };
    return { kind: 'paragraph', text: joinWords(part) };
  });
}

/** Keeps the indents of lines relative to each other, as no-break spaces. */
function indentedLines(lines: readonly TextLine[]): string[] {
  const margin = commonIndent(lines);
  return lines.map(
    ({ indent, text }) => '\u00a0'.repeat(Math.min(indent - margin, 16)) + text.replace(/[ \t]{2,}/g, ' '),
  );
}

/** Reads a term on its own line with its description below, further in: a manual's option, a glossary's entry. */
function readEntry(lines: readonly TextLine[], layout: LineLayout): TextBlock | undefined {
  const [term, second] = lines;
  if (!term || !second || second.indent < term.indent + 2) return undefined;
  if (lines.slice(2).some(({ indent }) => indent !== second.indent)) return undefined;
  if (forcedBreaks([term, second], layout.width - 6) === 0 || isDeliberate(lines.slice(1), layout)) return undefined;
  return { kind: 'verse', lines: [joinWords([term]), joinWords(lines.slice(1))] };
}

/** Splits paragraphs that begin with an indent and no blank line. */
function splitAtIndents(lines: readonly TextLine[]): TextLine[][] {
  const margin = commonIndent(lines);
  const parts: TextLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const after = lines[at + 1];
    const begins =
      before &&
      line.indent > margin &&
      before.indent === margin &&
      (!after || after.indent === margin) &&
      endsSentence(before.text);
    const open = parts.at(-1);
    if (!open || begins) parts.push([line]);
    else open.push(line);
  }
  return parts;
}

/** Reports whether line ends are deliberate, as in verse, and not because the line was full. */
function isDeliberate(lines: readonly TextLine[], layout: LineLayout): boolean {
  const breaks = lines.length - 1;
  if (breaks < 1) return false;
  let capitals = 0;
  for (const { text } of lines) if (!/^["“«(‘']?\p{Ll}/u.test(text)) capitals++;
  // Prose set by hand is ragged; its lines continue in lower case.
  const limit = capitals > lines.length * 0.7 ? layout.width - 6 : layout.width * 0.75;
  if (forcedBreaks(lines, limit) < breaks * 0.5) return false;
  let longest = 0;
  let length = 0;
  let sentences = 0;
  for (const { indent, text } of lines) {
    const columns = columnsOf(text);
    longest = Math.max(longest, indent + columns);
    length += columns;
    if (endsSentence(text) && /^["“«(]?\p{Lu}/u.test(text)) sentences++;
  }
  if (lines.length >= 4 && longest > 30 && forcedBreaks(lines, longest) <= breaks * 0.15) return false;
  // Some people write prose with a line for each sentence.
  return !(sentences > lines.length * 0.7 && length > lines.length * 50);
}
