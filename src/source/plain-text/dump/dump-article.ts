import type { Piece } from './dump-segments.ts';
import { countWords, endsSentence, type PieceKind, pieceKind } from './segment-kind.ts';

/** A stretch of a page's pieces, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface JudgedPiece extends Piece {
  readonly kind: PieceKind;
  readonly words: number;
}

export function judgePieces(pieces: readonly Piece[]): JudgedPiece[] {
  const counts = new Map<string, number>();
  for (const { text } of pieces) counts.set(labelOf(text), (counts.get(labelOf(text)) ?? 0) + 1);
  return pieces.map((piece) => {
    const words = countWords(piece.text);
    return { ...piece, words, kind: pieceKind(piece, words, counts.get(labelOf(piece.text)) ?? 1) };
  });
}

/** Lines that differ in their numbers alone are one label: `12 votes`, `3 votes`. */
function labelOf(text: string): string {
  return text.length > 40 ? text : text.replace(/\d+/g, '0');
}

/**
 * Where a dumped page has its article: the stretch with the most prose and the least of a page's furniture in it, from
 * its first full sentence on. Empty where there is no prose at all.
 */
export function findArticle(pieces: readonly JudgedPiece[]): Stretch {
  let best: Stretch & { readonly worth: number } = { from: 0, to: 0, worth: 0 };
  for (const indent of proseIndents(pieces)) {
    const run = bestStretch(pieces, indent);
    if (run.worth > best.worth) best = run;
  }
  for (let from = best.from; from < best.to; from++) {
    if (pieces[from]?.kind === 'prose' && (pieces[from]?.words ?? 0) >= 9) return { from, to: best.to };
  }
  return best;
}

/** Whether a piece within the article belongs to it; pictures' captions, teasers and buttons among it do not. */
export function belongs(pieces: readonly JudgedPiece[], at: number): boolean {
  switch (pieces[at]?.kind) {
    case 'prose':
    case 'item':
    case 'short':
      return true;
    case 'link':
      // An item without a sentence among items that are sentences.
      return pieces[at - 1]?.kind === 'item' || pieces[at + 1]?.kind === 'item' || isAnnounced(pieces, at);
    default:
      return false;
  }
}

/** Whether an item is of a list that the words above it announce: they end with a colon. */
function isAnnounced(pieces: readonly JudgedPiece[], at: number): boolean {
  let above = at - 1;
  while (above > at - 50 && pieces[above]?.bullet) above--;
  const piece = pieces[above];
  return (piece?.kind === 'prose' || piece?.kind === 'short') && /[:：]$/.test(piece.text);
}

/** The indents that most prose stands at: an article's paragraphs share one, the teasers beside it have another. */
function proseIndents(pieces: readonly JudgedPiece[]): number[] {
  const words = new Map<number, number>();
  for (const piece of pieces) {
    if (piece.kind === 'prose') words.set(piece.indent, (words.get(piece.indent) ?? 0) + piece.words);
  }
  return [...words.keys()].sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0)).slice(0, 3);
}

/** The stretch of the greatest sum, found in one pass; an earlier one holds against a later that is not much better. */
function bestStretch(pieces: readonly JudgedPiece[], indent: number): Stretch & { readonly worth: number } {
  let best = { from: 0, to: 0, worth: 0 };
  let from = 0;
  let sum = 0;
  let trust = 1;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'end') {
      // No article goes on below its comments, but some pages count them above it.
      trust = 0.25;
      sum = 0;
      continue;
    }
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    const worth = worthOf(piece);
    sum += piece.kind === 'prose' && piece.indent !== indent ? worth * 0.4 : worth;
    const trusted = sum * trust;
    if (trusted > best.worth && (from === best.from || trusted * 0.7 > best.worth)) {
      best = { from, to: at + 1, worth: trusted };
    }
  }
  return best;
}

/** What a piece says for (in words of prose, about) or against being in an article. Fitted to the pages of a benchmark. */
function worthOf(piece: JudgedPiece): number {
  switch (piece.kind) {
    case 'prose':
      return Math.min(piece.words, 34) * sentenceShare(piece.text);
    case 'item':
      return Math.min(piece.words, 34) * 0.5;
    case 'short':
      return piece.apart ? -2 : piece.words >= 5 ? -0.5 : -4;
    case 'link':
      return -2;
    case 'furniture':
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
