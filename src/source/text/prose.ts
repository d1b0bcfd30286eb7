import type { TextBlock, TextItem } from './block.ts';
import { type HeadingShape, headingShape } from './heading.ts';
import { type Layout, layoutOf } from './layout.ts';
import { columnsOf, joinLines, type Line } from './line.ts';
import { type Candidate, type Draft, settleHeadings } from './settle-headings.ts';
import { endsSentence, forcedBreaks, isCode, isRule, isTabular, markerOf, underlineOf } from './shape.ts';

/** The blocks of a plain text, told by their shape. */
export function readBlocks(lines: readonly Line[], layout: Layout = layoutOf(lines), depth = 0): TextBlock[] {
  const drafts = splitStanzas(lines, layout).flatMap((stanza) => readStanza(stanza, layout, depth));
  return mergeNeighbours(settleHeadings(mergeNeighbours(drafts), layout));
}

function splitStanzas(lines: readonly Line[], layout: Layout): Line[][] {
  const stanzas: Line[][] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (line.text === '') {
      if (open.length > 0) stanzas.push(open);
      open = [];
    } else if (layout.unwrapped && !isUnwrappedContinuation(open, line)) {
      if (open.length > 0) stanzas.push(open);
      open = [line];
    } else {
      open.push(line);
    }
  }
  if (open.length > 0) stanzas.push(open);
  return stanzas;
}

/** In a text with a line a paragraph, only lists, code and tables go on from line to line. */
function isUnwrappedContinuation(open: readonly Line[], line: Line): boolean {
  const last = open.at(-1);
  if (!last) return false;
  if (markerOf(last.text) && markerOf(line.text)) return true;
  if (underlineOf(line.text)) return true;
  return last.indent >= 2 && line.indent >= 2 && last.text.length <= 100 && line.text.length <= 100;
}

function readStanza(lines: readonly Line[], layout: Layout, depth: number): Draft[] {
  const [first, second] = lines;
  if (!first) return [];
  const rest = lines.slice(1);
  if (lines.length === 1 && isRule(first.text)) return [{ kind: 'rule' }];
  if (lines.every(({ text }) => text.startsWith('>')) && depth < 8) return [readQuote(lines, layout, depth)];
  if (second && !isTabular(lines.slice(0, 4))) {
    if (isRule(first.text) && rest.length > 1 && underlineOf(rest[1]?.text ?? ''))
      return readStanza(rest, layout, depth);
    const underline = underlineOf(second.text);
    if (
      underline &&
      !underlineOf(first.text) &&
      columnsOf(first.text) <= 90 &&
      second.text.length >= columnsOf(first.text) * 0.5
    ) {
      const heading: Draft = {
        kind: 'candidate',
        text: first.text,
        lines: [first.text],
        shape: { kind: 'plain' },
        underline,
        sure: true,
      };
      return [heading, ...readStanza(lines.slice(2), layout, depth)];
    }
    // A manual page's headings: capitals at the margin, their text right below and further in.
    const shape = headingShape(first.text);
    if (shape && shape.kind !== 'plain' && first.indent === 0 && second.indent >= 3) {
      return [candidate([first], shape, true), ...readStanza(rest, layout, depth)];
    }
  }
  if (isTabular(lines) || (isCode(lines) && (first.indent >= 2 || lines.length >= 3))) return [verbatim(lines)];
  const list = readList(lines);
  if (list) {
    const shape = lines.length === 1 && headingShape(first.text);
    const [fallback] = list;
    return shape && shape.kind === 'numbered' && fallback ? [{ ...candidate(lines, shape, false), fallback }] : list;
  }
  const heading = readHeading(lines, layout);
  if (heading) return [heading];
  return readParagraphs(lines, layout);
}

function candidate(lines: readonly Line[], shape: HeadingShape, sure: boolean): Candidate {
  const texts = lines.map(({ text }) => text.replace(/\s+/g, ' '));
  return { kind: 'candidate', text: joinTitle(texts), lines: texts, shape, sure };
}

/** `CHAPTER I.` and `The Whale` as one title; a dash parts them where no mark of theirs does. */
function joinTitle(texts: readonly string[]): string {
  return texts.reduce(
    (title, text, at) => (at === 0 ? text : `${title}${at === 1 && /[\p{L}\p{N}]$/u.test(title) ? ' –' : ''} ${text}`),
    '',
  );
}

function readHeading(lines: readonly Line[], layout: Layout): Candidate | undefined {
  const [first] = lines;
  if (!first || lines.length > 3) return undefined;
  const shape = headingShape(first.text);
  if (!shape) return undefined;
  if (lines.length === 1) {
    return shape.kind === 'plain' && first.indent + columnsOf(first.text) > layout.width * 0.85
      ? undefined
      : candidate(lines, shape, false);
  }
  if (forcedBreaks(lines, layout.width - 4) < lines.length - 1 && shape.kind !== 'division') return undefined;
  if (!lines.every(({ text }) => headingShape(text))) return undefined;
  if (shape.kind === 'division' && shape.bare) return candidate(lines, shape, false);
  if (shape.kind === 'capitals' && lines.every(({ text }) => headingShape(text)?.kind === 'capitals')) {
    return { ...candidate(lines, shape, false), text: lines.map(({ text }) => text).join(' ') };
  }
  return undefined;
}

function readQuote(lines: readonly Line[], layout: Layout, depth: number): Draft {
  const inner = lines.map(({ text }) => {
    const raw = text.replace(/^> ?/, '');
    const trimmed = raw.trim();
    return { indent: trimmed === '' ? 0 : raw.length - raw.trimStart().length, text: trimmed };
  });
  return { kind: 'quote', blocks: readBlocks(inner, { ...layout, unwrapped: false }, depth + 1) };
}

function verbatim(lines: readonly Line[]): Draft {
  let margin = Number.POSITIVE_INFINITY;
  for (const { indent } of lines) margin = Math.min(margin, indent);
  return {
    kind: 'verbatim',
    lines: lines.map(({ indent, text }) => ' '.repeat(Math.min(indent - margin, 200)) + text),
  };
}

/** A list, and the lines that lead to it. */
function readList(lines: readonly Line[]): TextBlock[] | undefined {
  const marked: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (markerOf(text)) marked.push(at);
  }
  const start = marked[0];
  if (start === undefined) return undefined;
  if (start > 0 && marked.length < 2 && !/[:：]$/.test(lines[start - 1]?.text ?? '')) return undefined;
  const items: { marker: NonNullable<ReturnType<typeof markerOf>>; indent: number; lines: string[] }[] = [];
  for (const line of lines.slice(start)) {
    const marker = markerOf(line.text);
    const last = items.at(-1);
    // A number that does not count on from the one before is a word of its item.
    const counts = marker?.number === undefined || !last || isNext(items, marker.number, line.indent);
    if (marker && counts) items.push({ marker, indent: line.indent, lines: [line.text.slice(marker.length)] });
    else last?.lines.push(line.text);
  }
  const first = items[0];
  if (!first) return undefined;
  // One line that begins with a number, or a dash, is too little to be sure of; but it reads well as a list item.
  const drafts: TextBlock[] = [];
  if (start > 0) drafts.push({ kind: 'paragraph', text: joinWords(lines.slice(0, start)) });
  const indents: number[] = [];
  const list: TextItem[] = items.map(({ marker, indent, lines: texts }) => {
    while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + 1) indents.push(indent);
    return {
      depth: Math.min(indents.length - 1, 8),
      ...(marker.number !== undefined && { number: marker.mark }),
      text: joinLines(texts).replace(/ {2,}/g, ' '),
    };
  });
  drafts.push({ kind: 'list', items: list });
  return drafts;
}

function isNext(
  items: readonly { marker: { number?: number }; indent: number }[],
  number: number,
  indent: number,
): boolean {
  for (let at = items.length - 1; at >= 0 && at > items.length - 40; at--) {
    const item = items[at];
    if (item && item.indent === indent && item.marker.number !== undefined) return item.marker.number + 1 === number;
  }
  return number <= 1;
}

function joinWords(lines: readonly Line[]): string {
  return joinLines(lines.map(({ text }) => text)).replace(/\s{2,}/g, ' ');
}

function readParagraphs(lines: readonly Line[], layout: Layout): Draft[] {
  return splitAtIndents(lines).map((part) => {
    if (part.length > 1 && isDeliberate(part, layout))
      return { kind: 'verse', lines: part.map(({ text }) => text.replace(/\s{2,}/g, ' ')) };
    return { kind: 'paragraph', text: joinWords(part) };
  });
}

/** Where paragraphs begin with an indent and no blank line. */
function splitAtIndents(lines: readonly Line[]): Line[][] {
  let margin = Number.POSITIVE_INFINITY;
  for (const { indent } of lines) margin = Math.min(margin, indent);
  const parts: Line[][] = [];
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

/** Whether lines end where they do on purpose, as in verse, and not because the line was full. */
function isDeliberate(lines: readonly Line[], layout: Layout): boolean {
  const breaks = lines.length - 1;
  if (forcedBreaks(lines, layout.width - 6) < breaks * 0.5) return false;
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
  // A line a sentence is how some write prose.
  return !(sentences > lines.length * 0.7 && length > lines.length * 50);
}

/** Code parted by blank lines is one piece of code; items set apart are one list. */
function mergeNeighbours<Block extends Draft>(drafts: readonly Block[]): (Block | TextBlock)[] {
  const merged: (Block | TextBlock)[] = [];
  for (const draft of drafts) {
    const last = merged.at(-1);
    if (last?.kind === 'verbatim' && draft.kind === 'verbatim') {
      merged[merged.length - 1] = { kind: 'verbatim', lines: last.lines.concat('', draft.lines) };
    } else if (last?.kind === 'list' && draft.kind === 'list' && goesOn(last.items, draft.items)) {
      merged[merged.length - 1] = { kind: 'list', items: last.items.concat(draft.items) };
    } else {
      merged.push(draft);
    }
  }
  return merged;
}

function goesOn(items: readonly TextItem[], next: readonly TextItem[]): boolean {
  const last = items.at(-1)?.number;
  const number = next[0]?.number;
  if (last === undefined || number === undefined) return last === number;
  return Number.parseInt(last, 10) + 1 === Number.parseInt(number, 10);
}
