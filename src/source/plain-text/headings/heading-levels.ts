import type { Drafts, HeadingCandidate } from './candidate.ts';
import type { HeadingShape } from './heading-shape.ts';

type Kind = HeadingShape['kind'];

/**
 * Finds the level of each heading, by its index among the drafts: 1 for the title, 6 at most. Underlined headings have
 * levels in the order in which their characters appear; parts are above chapters, numbers below by their depth.
 */
export function headingLevels(drafts: Drafts, heads: ReadonlySet<number>): Map<number, number> {
  const headings = [...heads].flatMap((at) => {
    const draft = drafts[at];
    return draft?.kind === 'candidate' ? [[at, draft] as const] : [];
  });
  const kinds = new Set(headings.flatMap(([at, { shape }]) => (at > 0 ? [shape.kind] : [])));
  const underlines = [...new Set(headings.flatMap(([, { underline }]) => underline ?? []))];
  const divisions = headings.filter(([, { shape }]) => shape.kind === 'division').map(([, division]) => division);
  const ranks = [...new Set(divisions.map(rankOf))].sort();
  const below = 2 + ranks.length;
  const chapterGap = divisions.reduce((least, { gap }) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  const chapters = numeralChapters(headings);
  const numbered = ranks.length > 0 ? below - 1 : followsCapitals(headings) ? 3 : 2;
  const structured = (['capitals', 'numbered', 'numeral'] as const).some((kind) => kinds.has(kind));

  const level = (at: number, candidate: HeadingCandidate): number => {
    const { shape, underline, gap } = candidate;
    if (underline) return underlines.indexOf(underline) + 1;
    if (at === 0 && (shape.kind === 'plain' || shape.kind === 'capitals')) return 1;
    switch (shape.kind) {
      case 'division':
        return 2 + ranks.indexOf(shape.rank);
      case 'numbered':
        return numbered + shape.depth - 1;
      case 'numeral':
        return chapters.has(at) ? below - 1 : below;
      case 'capitals':
        // As far apart from what is above it as chapters are, it is one of them.
        return gap >= 2 && gap >= chapterGap ? below - 1 : below;
      case 'plain':
        return ranks.length > 0 ? below : structured ? 3 : 2;
    }
  };
  return new Map(headings.map(([at, candidate]) => [at, Math.min(level(at, candidate), 6)]));
}

type Headings = readonly (readonly [at: number, candidate: HeadingCandidate])[];

function rankOf({ shape }: HeadingCandidate): number {
  return shape.kind === 'division' ? shape.rank : 0;
}

/** Finds bare numerals that continue after a chapter in words (`Chapter the first`, `II`), and so are chapters. */
function numeralChapters(headings: Headings): Set<number> {
  const chapters = new Set<number>();
  let inWords = false;
  for (const [at, { shape }] of headings) {
    if (shape.kind === 'division') inWords = true;
    if (shape.kind === 'numeral' && shape.value === 1) inWords = false;
    if (shape.kind === 'numeral' && inWords) chapters.add(at);
  }
  return chapters;
}

/** Reports whether numbered sections are directly below a heading in capitals: terms, and their articles. */
function followsCapitals(headings: Headings): boolean {
  const isKind = (index: number, kind: Kind): boolean => headings[index]?.[1].shape.kind === kind;
  return headings.some(
    ([at], index) =>
      at > 0 && isKind(index, 'capitals') && isKind(index + 1, 'numbered') && headings[index + 1]?.[0] === at + 1,
  );
}
