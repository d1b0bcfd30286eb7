import { endsSentence } from '../lines/line-shape.ts';
import type { DumpSegment } from './dump-segments.ts';
import { estimateWords, type SegmentKind, segmentKind } from './segment-kind.ts';

/** A range of a page's segments, `to` excluded. */
export interface SegmentRange {
  readonly from: number;
  readonly to: number;
}

export interface JudgedSegment extends DumpSegment {
  readonly kind: SegmentKind;
  readonly words: number;
}

export function judgeSegments(segments: readonly DumpSegment[]): JudgedSegment[] {
  const counts = new Map<string, number>();
  for (const { text } of segments) counts.set(labelOf(text), (counts.get(labelOf(text)) ?? 0) + 1);
  return segments.map((segment) => {
    const words = estimateWords(segment.text);
    return { ...segment, words, kind: segmentKind(segment, words, counts.get(labelOf(segment.text)) ?? 1) };
  });
}

/** Replaces the numbers in a label, so that `12 votes` and `3 votes` are one. */
function labelOf(text: string): string {
  return text.length > 40 ? text : text.replace(/\d+/g, '0');
}

/**
 * Finds the article of a dumped page: the range with the most prose and the least boilerplate, from its first full
 * sentence on. Empty where there is no prose at all.
 */
export function findDumpedArticle(segments: readonly JudgedSegment[]): SegmentRange {
  let best: SegmentRange & { readonly worth: number } = { from: 0, to: 0, worth: 0 };
  for (const indent of proseIndents(segments)) {
    const range = bestRange(segments, indent);
    if (range.worth > best.worth) best = range;
  }
  for (let from = best.from; from < best.to; from++) {
    if (segments[from]?.kind === 'prose' && (segments[from]?.words ?? 0) >= 9) return { from, to: best.to };
  }
  return best;
}

/** Reports whether a segment within the article belongs to it; captions, teasers and buttons in it do not. */
export function belongs(segments: readonly JudgedSegment[], at: number): boolean {
  switch (segments[at]?.kind) {
    case 'prose':
    case 'item':
    case 'short':
      return true;
    case 'link':
      // An item without a sentence among items that are sentences.
      return segments[at - 1]?.kind === 'item' || segments[at + 1]?.kind === 'item' || isAnnounced(segments, at);
    default:
      return false;
  }
}

/** Reports whether an item is of a list that the words above it announce with a colon. */
function isAnnounced(segments: readonly JudgedSegment[], at: number): boolean {
  let above = at - 1;
  while (above > at - 50 && segments[above]?.bullet) above--;
  const segment = segments[above];
  return (segment?.kind === 'prose' || segment?.kind === 'short') && /[:：]$/.test(segment.text);
}

/** Finds the indents of most of the prose: an article's paragraphs share one, the teasers beside it have another. */
function proseIndents(segments: readonly JudgedSegment[]): number[] {
  const words = new Map<number, number>();
  for (const segment of segments) {
    if (segment.kind === 'prose') words.set(segment.indent, (words.get(segment.indent) ?? 0) + segment.words);
  }
  return [...words.keys()].sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0)).slice(0, 3);
}

/** Finds the range of the greatest sum in one pass; a later one replaces an earlier one only if it is much better. */
function bestRange(segments: readonly JudgedSegment[], indent: number): SegmentRange & { readonly worth: number } {
  let best = { from: 0, to: 0, worth: 0 };
  let from = 0;
  let sum = 0;
  let trust = 1;
  for (const [at, segment] of segments.entries()) {
    if (segment.kind === 'end') {
      // No article goes on below its comments, but some pages count them above it.
      trust = 0.25;
      sum = 0;
      continue;
    }
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    const worth = worthOf(segment);
    sum += segment.kind === 'prose' && segment.indent !== indent ? worth * 0.4 : worth;
    const trusted = sum * trust;
    if (trusted > best.worth && (from === best.from || trusted * 0.7 > best.worth)) {
      best = { from, to: at + 1, worth: trusted };
    }
  }
  return best;
}

/** Scores a segment, about in words of prose, for or against being in an article. Fitted to a benchmark's pages. */
function worthOf(segment: JudgedSegment): number {
  switch (segment.kind) {
    case 'prose':
      return Math.min(segment.words, 34) * sentenceShare(segment.text);
    case 'item':
      return Math.min(segment.words, 34) * 0.5;
    case 'short':
      return segment.apart ? -2 : segment.words >= 5 ? -0.5 : -4;
    case 'link':
      return -2;
    case 'boilerplate':
      return -2.5;
    case 'caption':
      return -3;
    case 'repeated':
      return -5;
    case 'date':
      return -6;
    case 'label':
      return -8;
    case 'teaser':
      return -10;
    case 'notice':
      return -15;
    case 'aside':
      return -16;
    case 'end':
      return 0;
  }
}

function sentenceShare(text: string): number {
  if (endsSentence(text)) return 0.6;
  return /[.!?…。！？]["”’»)]{0,3} ?[\p{Lu}\p{Lo}]/u.test(text) ? 0.5 : 0.12;
}
