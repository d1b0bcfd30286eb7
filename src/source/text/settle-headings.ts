import type { TextBlock } from './block.ts';
import { type HeadingShape, isSubtitle, isTitleCase } from './heading.ts';
import type { Layout } from './layout.ts';

/** A block, or what may be a heading and is told by its neighbours. */
export type Draft = TextBlock | Candidate;

export interface Candidate {
  readonly kind: 'candidate';
  readonly text: string;
  readonly lines: readonly string[];
  readonly shape: HeadingShape;
  /** The mark that underlines it. */
  readonly underline?: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** Whether its shape alone makes it a heading. */
  readonly sure: boolean;
  /** What it is when it is no heading; else a paragraph. */
  readonly fallback?: TextBlock;
}

/** Makes headings of the candidates that head something, with levels by their kind, and plain blocks of the others. */
export function settleHeadings(drafts: readonly Draft[], layout: Layout): TextBlock[] {
  const joined = joinSubtitles(drafts);
  const heads = choose(joined, layout);
  const levels = levelsOf(joined, heads);
  const blocks: TextBlock[] = [];
  let level = 0;
  for (const [at, draft] of joined.entries()) {
    if (draft.kind !== 'candidate') {
      blocks.push(draft);
    } else if (heads.has(at)) {
      level = Math.min(levels(draft, at), level === 0 ? 2 : level + 1);
      blocks.push({ kind: 'heading', level, text: draft.text });
    } else if (draft.fallback) {
      blocks.push(draft.fallback);
    } else {
      blocks.push(
        draft.lines.length > 1 ? { kind: 'verse', lines: draft.lines } : { kind: 'paragraph', text: draft.text },
      );
    }
  }
  return blocks;
}

type Drafts = readonly Draft[];

/** `CHAPTER I` and the title of that chapter, set apart below it, are one heading. */
function joinSubtitles(drafts: Drafts): Drafts {
  const joined: Draft[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at];
    const next = drafts[at + 1];
    const after = drafts[at + 2];
    if (!draft) break;
    if (
      draft.kind === 'candidate' &&
      ((draft.shape.kind === 'division' && draft.shape.bare) || draft.shape.kind === 'numeral') &&
      after &&
      after.kind !== 'candidate' &&
      isSubtitleOf(next)
    ) {
      const dash = /[\p{L}\p{N}]$/u.test(draft.text) ? ' –' : '';
      joined.push({ ...draft, text: `${draft.text}${dash} ${next.text}`, lines: draft.lines.concat(next.text) });
      at++;
    } else {
      joined.push(draft);
    }
  }
  return joined;
}

function isSubtitleOf(next: Draft | undefined): next is Draft & { readonly text: string } {
  if (next?.kind === 'candidate') {
    return (next.shape.kind === 'plain' || next.shape.kind === 'capitals') && !next.underline;
  }
  return next?.kind === 'paragraph' && next.text.length <= 70 && isSubtitle(next.text) && isTitleCase(next.text);
}

function choose(drafts: Drafts, layout: Layout): Set<number> {
  const heads = new Set<number>();
  let plain = 0;
  for (const draft of drafts) if (draft.kind === 'candidate' && draft.shape.kind === 'plain' && !draft.sure) plain++;
  // Where every other line is short and bare, none of them is a heading.
  const trustPlain = plain <= drafts.length * 0.4 || layout.unwrapped;
  const runs = runLengths(drafts);
  let numeral = 0;
  for (const [at, draft] of drafts.entries()) {
    if (draft.kind !== 'candidate') continue;
    const next = drafts[at + 1];
    const listed = !layout.unwrapped && (runs[at] ?? 0) >= 4 && (!next || next.kind === 'candidate');
    if (draft.sure) {
      heads.add(at);
      continue;
    }
    if (listed && at > 0) continue;
    switch (draft.shape.kind) {
      case 'division':
        // Some books count on in bare numerals after a first chapter in words.
        numeral = /(?<!\p{L})(?:I|1|one|first|premi[eè]re?)(?!\p{L})/iu.test(draft.text) ? 1 : 0;
        if (next || at === 0) heads.add(at);
        break;
      case 'capitals':
        if (next || at === 0) heads.add(at);
        break;
      case 'numeral':
        if (next && (draft.shape.value === numeral + 1 || draft.shape.value === 1)) {
          numeral = draft.shape.value;
          heads.add(at);
        }
        break;
      case 'numbered':
        if (
          next &&
          (next.kind !== 'candidate' || isDeeper(next, draft.shape.depth)) &&
          !isNumberedTwin(drafts[at - 1], draft.shape.depth)
        )
          heads.add(at);
        break;
      case 'plain':
        if (
          at === 0
            ? next !== undefined
            : !(isTitle(drafts, at - 1) && /[\d,]/.test(draft.text)) &&
              trustPlain &&
              next &&
              isBody(next, draft.text, layout)
        )
          heads.add(at);
        break;
    }
  }
  return heads;
}

function isDeeper(next: Candidate, depth: number): boolean {
  return next.shape.kind !== 'numbered' || next.shape.depth > depth;
}

/** Numbered lines one after the other are items of a list, unless one is a section and the next its subsection. */
function isNumberedTwin(before: Draft | undefined, depth: number): boolean {
  return before?.kind === 'candidate' && before.shape.kind === 'numbered' && before.shape.depth >= depth;
}

/** Whether this is the title of the whole text: a line of dates or names below it heads nothing. */
function isTitle(drafts: Drafts, at: number): boolean {
  const draft = drafts[at];
  return at === 0 && draft?.kind === 'candidate' && !draft.underline;
}

function isBody(next: Draft, title: string, layout: Layout): boolean {
  switch (next.kind) {
    case 'candidate':
      return layout.unwrapped || next.sure;
    case 'paragraph':
      return next.text.length > Math.max(60, title.length * 1.5);
    case 'list':
    case 'verse':
    case 'verbatim':
    case 'quote':
      return true;
    default:
      return false;
  }
}

/** For each candidate, how many stand in a row with it: a table of contents has many. */
function runLengths(drafts: Drafts): number[] {
  const runs: number[] = [];
  let from = 0;
  for (let at = 0; at <= drafts.length; at++) {
    if (drafts[at]?.kind === 'candidate') continue;
    for (let each = from; each < at; each++) runs[each] = at - from;
    from = at + 1;
  }
  return runs;
}

function isHead(draft: Draft | undefined, kind: HeadingShape['kind']): boolean {
  return draft?.kind === 'candidate' && draft.shape.kind === kind;
}

function levelsOf(drafts: Drafts, heads: ReadonlySet<number>): (candidate: Candidate, at: number) => number {
  const underlines: string[] = [];
  let chapterGap = Number.POSITIVE_INFINITY;
  const ranks = new Set<number>();
  const kinds = new Set<string>();
  let _first: number | undefined;
  for (const at of heads) {
    const draft = drafts[at];
    if (draft?.kind !== 'candidate') continue;
    _first ??= at;
    if (draft.underline && !underlines.includes(draft.underline)) underlines.push(draft.underline);
    if (draft.shape.kind === 'division') {
      ranks.add(draft.shape.rank);
      chapterGap = Math.min(chapterGap, draft.gap);
    }
    if (at > 0) kinds.add(draft.shape.kind);
  }
  // Numbered sections right below a heading in capitals are that heading's: terms, and their articles.
  const inCapitals = [...heads].some(
    (at) => isHead(drafts[at], 'capitals') && at > 0 && heads.has(at + 1) && isHead(drafts[at + 1], 'numbered'),
  );
  const divisions = [...ranks].sort();
  const below = 2 + divisions.length;
  const structured = kinds.has('capitals') || kinds.has('numbered') || kinds.has('numeral') || divisions.length > 0;
  return ({ shape, underline, gap }, at) => {
    if (underline) return Math.min(underlines.indexOf(underline) + 1, 6);
    if (at === 0 && (shape.kind === 'plain' || shape.kind === 'capitals')) return 1;
    switch (shape.kind) {
      case 'division':
        return 2 + divisions.indexOf(shape.rank);
      case 'numbered':
        return Math.min((divisions.length > 0 ? below - 1 : inCapitals ? 3 : 2) + shape.depth - 1, 6);
      case 'numeral':
        return Math.min(below, 6);
      case 'capitals':
        // As far apart from what is above it as chapters are, it is one of them.
        return Math.min(gap >= 2 && gap >= chapterGap ? below - 1 : below, 6);
      case 'plain':
        return Math.min(divisions.length > 0 ? below : structured ? 3 : 2, 6);
    }
  };
}
