import type { LineLayout } from '../lines/line-layout.ts';
import type { Draft, Drafts, HeadingCandidate } from './candidate.ts';

/** Returns the indexes of the candidates that are headings, by their neighbours. */
export function selectHeadings(drafts: Drafts, layout: LineLayout): Set<number> {
  const heads = new Set<number>();
  let plain = 0;
  for (const draft of drafts) if (draft.kind === 'candidate' && draft.shape.kind === 'plain' && !draft.sure) plain++;
  // Where every other line is short and bare, none of them is a heading.
  const trustPlain = plain <= drafts.length * 0.4 || layout.unwrapped;
  const runs = runLengths(drafts);
  const titlePage = titlePageEnd(drafts);
  let numeral = 0;
  for (const [at, draft] of drafts.entries()) {
    if (draft.kind !== 'candidate') continue;
    const next = drafts[at + 1];
    const listed =
      !layout.unwrapped && (runs[at] ?? 0) >= 4 && (!next || next.kind === 'candidate') && !leadsDown(drafts, at);
    if (draft.sure) {
      heads.add(at);
      continue;
    }
    if ((listed && at > 0) || (at > 0 && at < titlePage)) continue;
    switch (draft.shape.kind) {
      case 'division':
        // Some books continue with bare numerals after a first chapter in words.
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
          !isListItem(drafts, at) &&
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

/** Finds the end of a book's title page: its first chapter, where all above it are short lines. 0 where it has none. */
function titlePageEnd(drafts: Drafts): number {
  if (drafts[0]?.kind !== 'candidate') return 0;
  let end = 1;
  while (isShort(drafts[end]) || (isVolume(drafts[end]) && isShort(drafts[end + 1]))) end++;
  const first = drafts[end];
  return end >= 4 && first?.kind === 'candidate' && first.shape.kind === 'division' ? end : 0;
}

/** Reports whether this is what a title page says of a volume: `VOLUME I.` */
function isVolume(draft: Draft | undefined): boolean {
  return draft?.kind === 'candidate' && draft.shape.kind === 'division' && draft.shape.rank === 0;
}

function isShort(draft: Draft | undefined): boolean {
  switch (draft?.kind) {
    case 'candidate':
      return !draft.sure && draft.shape.kind !== 'division' && draft.shape.kind !== 'numbered';
    case 'paragraph':
      return draft.text.length <= 80;
    case 'verse':
      return draft.lines.length <= 5 && draft.lines.every(({ length }) => length <= 80);
    case 'rule':
      return true;
    default:
      return false;
  }
}

/** Reports whether divisions follow each other, each deeper than the one before, down to text: a book, part, chapter. */
function leadsDown(drafts: Drafts, from: number): boolean {
  let rank = -1;
  for (let at = from; at < drafts.length; at++) {
    const draft = drafts[at];
    if (draft?.kind !== 'candidate') return draft !== undefined && at > from;
    if (draft.shape.kind !== 'division' || draft.shape.rank <= rank) return false;
    rank = draft.shape.rank;
  }
  return false;
}

function isDeeper(next: HeadingCandidate, depth: number): boolean {
  return next.shape.kind !== 'numbered' || next.shape.depth > depth;
}

/** Reports whether the list before a numbered line ends with the preceding number, or one after begins with the next. */
function isListItem(drafts: Drafts, at: number): boolean {
  const numberOf = (text: string | undefined): number => Number.parseInt(text ?? '', 10);
  const draft = drafts[at];
  const before = drafts[at - 1];
  const after = drafts[at + 1];
  const number = draft?.kind === 'candidate' ? numberOf(draft.text) : Number.NaN;
  return (
    (before?.kind === 'list' && numberOf(before.items.at(-1)?.number) + 1 === number) ||
    (after?.kind === 'list' && numberOf(after.items[0]?.number) === number + 1)
  );
}

/** Reports whether consecutive numbered lines are items of a list, unless one is a section and the next in it. */
function isNumberedTwin(before: Draft | undefined, depth: number): boolean {
  return before?.kind === 'candidate' && before.shape.kind === 'numbered' && before.shape.depth >= depth;
}

/** Reports whether this is the title of the whole text: a line of dates or names below it is no section. */
function isTitle(drafts: Drafts, at: number): boolean {
  const draft = drafts[at];
  return at === 0 && draft?.kind === 'candidate' && !draft.underline;
}

function isBody(next: Draft, title: string, layout: LineLayout): boolean {
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

/** Counts, for each candidate, the consecutive candidates around it: a table of contents has many. */
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
