import type { Draft, HeadingCandidate } from '../headings/candidate.ts';
import { type HeadingShape, headingShape, isSubtitle } from '../headings/heading-shape.ts';
import { resolveHeadings } from '../headings/resolve-headings.ts';
import { manualName } from '../heads/manual-name.ts';
import type { TextBlock, TextItem } from '../text-block.ts';
import { blankLine, columnsOf, commonIndent, readLine, type TextLine } from './line.ts';
import { type LineLayout, layoutOf } from './line-layout.ts';
import { forcedBreaks, isCode, isRule, isTabular, markerOf, underlineOf } from './line-shape.ts';
import { readParagraphs } from './paragraphs.ts';
import { goesOn, readList } from './text-list.ts';
import { readTurns } from './turns.ts';

/** Reads the blocks of a plain text by their shape. */
export function readBlocks(lines: readonly TextLine[], layout: LineLayout = layoutOf(lines), depth = 0): TextBlock[] {
  const drafts: Draft[] = [];
  const stanzas = splitStanzas(lines, layout);
  for (let at = 0; at < stanzas.length; at++) {
    const code = readAnnouncedCode(stanzas, at);
    const stanza = stanzas[at];
    if (!stanza) break;
    const shown = code ? announcement(stanza.lines) : stanza.lines;
    for (const [index, draft] of readStanza(shown, layout, depth, drafts.length === 0).entries()) {
      drafts.push(draft.kind === 'candidate' && index === 0 ? { ...draft, gap: stanza.gap } : draft);
    }
    if (!code) continue;
    drafts.push(verbatim(code.lines));
    at = code.last;
  }
  return mergeNeighbours(resolveHeadings(mergeNeighbours(drafts), layout));
}

/**
 * Reads the code, the table or the drawing that a line with a colon announces: all that is further in than it, blank
 * lines included. After two colons it is code whatever it looks like. `last` is its last stanza.
 */
function readAnnouncedCode(
  stanzas: readonly Stanza[],
  at: number,
): { readonly lines: readonly TextLine[]; readonly last: number } | undefined {
  const before = stanzas[at]?.lines.at(-1);
  if (!before || !/[:：]$/.test(before.text) || markerOf(before.text)) return undefined;
  const code: TextLine[] = [];
  let last = at;
  for (let next = at + 1; next < stanzas.length; next++) {
    const stanza = stanzas[next];
    if (!stanza?.lines.every(({ indent }) => indent >= before.indent + 2)) break;
    if (code.length > 0) for (let gap = 0; gap < Math.min(stanza.gap, 3); gap++) code.push(blankLine);
    for (const line of stanza.lines) code.push(line);
    last = next;
  }
  if (last === at) return undefined;
  const filled = code.filter(({ text }) => text !== '');
  return before.text.endsWith('::') || isCode(filled) || isTabular(filled) ? { lines: code, last } : undefined;
}

/** Removes the second colon from lines that announce code. */
function announcement(lines: readonly TextLine[]): readonly TextLine[] {
  const last = lines.at(-1);
  return last?.text.endsWith('::') ? [...lines.slice(0, -1), { ...last, text: last.text.slice(0, -1) }] : lines;
}

interface Stanza {
  readonly lines: readonly TextLine[];
  /** Blank lines before it. */
  readonly gap: number;
}

function splitStanzas(lines: readonly TextLine[], layout: LineLayout): Stanza[] {
  const stanzas: Stanza[] = [];
  let open: TextLine[] = [];
  let blanks = 0;
  let gap = 0;
  // The indent of a line that announces a block: where that ends, the text continues without a blank line.
  let announced: number | undefined;
  const close = (): void => {
    const last = open.at(-1);
    if (last) {
      announced = /[:：]$/.test(last.text) ? last.indent : undefined;
      stanzas.push({ lines: open, gap });
    }
    open = [];
  };
  for (const line of lines) {
    if (line.text === '') {
      close();
      blanks++;
      continue;
    }
    if (layout.unwrapped && !isUnwrappedContinuation(open, line)) close();
    if (announced !== undefined && line.indent <= announced && (open[0]?.indent ?? 0) >= announced + 2) {
      close();
      blanks = 0;
    }
    if (open.length === 0) gap = blanks;
    open.push(line);
    blanks = 0;
  }
  close();
  return stanzas;
}

/** Reports whether a line continues a stanza in a text with one paragraph a line: only lists, code and tables do. */
function isUnwrappedContinuation(open: readonly TextLine[], line: TextLine): boolean {
  const last = open.at(-1);
  if (!last) return false;
  if (markerOf(last.text) && markerOf(line.text)) return true;
  if (underlineOf(line.text)) return true;
  return last.indent >= 2 && line.indent >= 2 && last.text.length <= 100 && line.text.length <= 100;
}

function readStanza(lines: readonly TextLine[], layout: LineLayout, depth: number, opens: boolean): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  for (let heading = takeHeading(lines, at, opens); heading; heading = takeHeading(lines, at, false)) {
    drafts.push(heading.candidate);
    at = heading.to;
  }
  const rest = at === 0 ? lines : lines.slice(at);
  return rest.length === 0 ? drafts : drafts.concat(readBody(rest, layout, depth));
}

/** Takes a heading with its text directly below it, or with an underline; `to` is the index of the line after it. */
function takeHeading(
  lines: readonly TextLine[],
  at: number,
  opens: boolean,
): { readonly candidate: HeadingCandidate; readonly to: number } | undefined {
  const over = lines[at];
  if (opens && over && lines.length === 1 && manualName(over.text) !== undefined) {
    return { candidate: candidate([over], { kind: 'plain' }, true), to: 1 };
  }
  if (over && isRule(over.text) && underlineOf(lines[at + 2]?.text ?? '') && lines[at + 1]) at++;
  const first = lines[at];
  const second = lines[at + 1];
  if (!first || !second || columnsOf(first.text) > 90 || !/[\p{L}\p{N}]/u.test(first.text)) return undefined;
  const underline = underlineOf(second.text);
  if (underline && second.text.length >= columnsOf(first.text) * 0.5) {
    return { candidate: { ...candidate([first], { kind: 'plain' }, true), underline }, to: at + 2 };
  }
  const shape = headingShape(first.text);
  if (!shape || isTabular(lines.slice(at, at + 3))) return undefined;
  // A manual page's headings: capitals at the margin, their text right below and further in.
  const hangs = second.indent === markerOf(first.text)?.length;
  if (shape.kind !== 'plain' && first.indent === 0 && second.indent >= 3 && !hangs) {
    return { candidate: candidate([first], shape, true), to: at + 1 };
  }
  // A text's title, and its author or version below.
  const isTitle = shape.kind === 'capitals' || first.indent >= 10 || /^(?:by|par|von) /i.test(second.text);
  if (opens && isTitle && lines.length - at <= 3 && !markerOf(first.text) && columnsOf(first.text) < 60) {
    return { candidate: candidate([first], shape, true), to: at + 1 };
  }
  return undefined;
}

function readBody(lines: readonly TextLine[], layout: LineLayout, depth: number): Draft[] {
  const [first] = lines;
  if (!first) return [];
  if (lines.length === 1 && isRule(first.text)) return [{ kind: 'rule' }];
  // A signature's lines, below the two dashes of mail (RFC 3676, 4.3).
  if (first.text === '--' && lines.length > 1 && lines.length <= 12) {
    return [{ kind: 'rule' }, { kind: 'verse', lines: lines.slice(1).map(({ text }) => text) }];
  }
  if (depth < 8 && lines.some(isQuoted)) {
    return splitAtQuotes(lines).flatMap((part) =>
      part[0] && isQuoted(part[0]) ? [readQuote(part, layout, depth)] : readBody(part, layout, depth),
    );
  }
  if (isTabular(lines) || (isCode(lines) && (first.indent >= 2 || lines.length >= 3))) return [verbatim(lines)];
  const turns = readTurns(lines, layout);
  if (turns) return turns;
  const list = readList(lines, layout);
  if (list) {
    const shape = lines.length === 1 && headingShape(first.text);
    const [fallback] = list;
    return shape && shape.kind === 'numbered' && fallback ? [{ ...candidate(lines, shape, false), fallback }] : list;
  }
  const heading = readHeading(lines, layout);
  return heading ? [heading] : readParagraphs(lines, layout);
}

function candidate(lines: readonly TextLine[], shape: HeadingShape, sure: boolean): HeadingCandidate {
  const texts = lines.map(({ text }) => text.replace(/\s+/g, ' '));
  return { kind: 'candidate', text: joinTitle(texts), lines: texts, shape, sure, gap: 0 };
}

/** Joins `CHAPTER I.` and `The Whale` into one title, with a dash between them where there is no punctuation. */
function joinTitle(texts: readonly string[]): string {
  return texts.reduce(
    (title, text, at) => (at === 0 ? text : `${title}${at === 1 && /[\p{L}\p{N}]$/u.test(title) ? ' –' : ''} ${text}`),
    '',
  );
}

function readHeading(lines: readonly TextLine[], layout: LineLayout): HeadingCandidate | undefined {
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
  if (shape.kind === 'division' && shape.bare && lines.slice(1).every(({ text }) => isSubtitle(text))) {
    return candidate(lines, { ...shape, bare: false }, false);
  }
  if (!lines.every(({ text }) => headingShape(text))) return undefined;
  if (shape.kind === 'capitals' && lines.every(({ text }) => headingShape(text)?.kind === 'capitals')) {
    return { ...candidate(lines, shape, false), text: lines.map(({ text }) => text).join(' ') };
  }
  return undefined;
}

function isQuoted({ text }: TextLine): boolean {
  return /^>(?:[ >]|$)/.test(text);
}

/** Splits lines of mail into quoted and unquoted ones, in turn. */
function splitAtQuotes(lines: readonly TextLine[]): TextLine[][] {
  const parts: TextLine[][] = [];
  let quoted: boolean | undefined;
  for (const line of lines) {
    if (isQuoted(line) === quoted) parts.at(-1)?.push(line);
    else parts.push([line]);
    quoted = isQuoted(line);
  }
  return parts;
}

function readQuote(lines: readonly TextLine[], layout: LineLayout, depth: number): Draft {
  const inner = lines.map(({ text }) => readLine(text.replace(/^> ?/, '')));
  const blocks = readBlocks(inner, { ...layout, unwrapped: false }, depth + 1);
  // What someone answers to is no section of the text.
  return {
    kind: 'quote',
    blocks: blocks.map((block) => (block.kind === 'heading' ? { kind: 'paragraph', text: block.text } : block)),
  };
}

function verbatim(lines: readonly TextLine[]): Draft {
  const margin = commonIndent(lines);
  return {
    kind: 'verbatim',
    lines: lines.map(({ indent, text }) => (text === '' ? '' : ' '.repeat(Math.min(indent - margin, 200)) + text)),
  };
}

/** Merges code with blank lines between it, lists whose items are apart, and consecutive thematic breaks. */
function mergeNeighbours<Block extends Draft>(drafts: readonly Block[]): (Block | TextBlock)[] {
  const merged: (Block | TextBlock)[] = [];
  let lines: string[] | undefined;
  let items: TextItem[] | undefined;
  for (const draft of drafts) {
    if (draft.kind === 'verbatim' && lines) {
      lines.push('');
      for (const line of draft.lines) lines.push(line);
    } else if (draft.kind === 'list' && items && goesOn(items, draft.items)) {
      for (const item of draft.items) items.push(item);
    } else if (draft.kind !== 'rule' || merged.at(-1)?.kind !== 'rule') {
      lines = draft.kind === 'verbatim' ? [...draft.lines] : undefined;
      items = draft.kind === 'list' ? [...draft.items] : undefined;
      merged.push(lines ? { kind: 'verbatim', lines } : items ? { kind: 'list', items } : draft);
    }
  }
  return merged;
}
