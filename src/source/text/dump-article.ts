import type { Piece } from './dump.ts';
import { isWide } from './line.ts';

export const W = {
  prose: 0.6, proseMax: 34, bulletProse: 0.5, longNoEnd: 0.12, inner: 0.5,
  short: -4, medium: -0.5, apart: -2, apartShort: -2, nav: -2, furniture: -2.5, notice: -15, soft: -16, caption: -3, repeated: -5, teaser: -10, heading: -2,
  after: 0.25, lead: 9, nearWords: 5, longWords: 20, early: 0.7, otherIndent: 0.4, date: -6, labels: 3, label: -8,
};

/** The pieces of a dumped page that are its article: the run with the most prose in it, without what is set among it. */
export function findArticle(pieces: readonly Piece[]): Piece[] {
  const traits = readTraits(pieces);
  let best: Run = { from: 0, to: 0, sum: 0 };
  for (const indent of proseIndents(pieces, traits)) {
    const run = bestRun(pieces, traits, indent);
    if (run.sum > best.sum) best = run;
  }
  // It begins with a sentence, and with the heading right above it.
  let start = best.from;
  while (start < best.to && !(traits[start]?.kind === 'prose' && (traits[start]?.words ?? 0) >= W.lead)) start++;
  if (start === best.to) start = best.from;
  return pieces.slice(start, best.to).filter((_, at) => isKept(traits, start + at));
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
}

/** The indents that most of the prose stands at: an article's paragraphs share one, teasers beside it have another. */
function proseIndents(pieces: readonly Piece[], traits: readonly Trait[]): number[] {
  const words = new Map<number, number>();
  for (const [at, { indent }] of pieces.entries()) {
    const trait = traits[at];
    if (trait?.kind === 'prose') words.set(indent, (words.get(indent) ?? 0) + trait.words);
  }
  return [...words.keys()].sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0)).slice(0, 3);
}

function bestRun(pieces: readonly Piece[], traits: readonly Trait[], indent: number): Run {
  let best: Run = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  let trust = 1;
  for (const [at, trait] of traits.entries()) {
    if (sum <= 0 || trait.kind === 'end') {
      sum = 0;
      from = trait.kind === 'end' ? at + 1 : at;
    }
    if (trait.kind === 'end') {
      trust = W.after;
      continue;
    }
    sum += trait.score > 0 && pieces[at]?.indent !== indent && trait.kind === 'prose' ? trait.score * W.otherIndent : trait.score;
    if (sum * trust > best.sum && (from === best.from || sum * trust * W.early > best.sum)) best = { from, to: at + 1, sum: sum * trust };
  }
  return best;
}

type PieceKind = 'prose' | 'item' | 'short' | 'nav' | 'furniture' | 'notice' | 'caption' | 'soft' | 'end' | 'heading' | 'teaser' | 'repeated' | 'date' | 'label';
interface Trait {
  readonly kind: PieceKind;
  readonly score: number;
  readonly words: number;
}

function isKept(traits: readonly Trait[], at: number): boolean {
  const trait = traits[at];
  if (!trait) return false;
  switch (trait.kind) {
    case 'prose':
    case 'item':
    case 'heading':
    case 'short':
      return true;
    case 'nav': {
      // An item among others that are sentences is part of their list.
      return (traits[at - 1]?.kind === 'item' || traits[at + 1]?.kind === 'item') && trait.words > 0;
    }
    default:
      return false;
  }
}

export function debugScores(pieces: readonly Piece[]): number[] {
  return readTraits(pieces).map(({ score }) => score);
}
export function debugKinds(pieces: readonly Piece[]): string[] {
  return readTraits(pieces).map(({ kind }) => kind);
}

function readTraits(pieces: readonly Piece[]): Trait[] {
  const counts = new Map<string, number>();
  for (const { text } of pieces) counts.set(labelOf(text), (counts.get(labelOf(text)) ?? 0) + 1);
  return pieces.map((piece) => {
    const words = wordsOf(piece.text);
    const kind = kindOfPiece(piece, words, counts.get(labelOf(piece.text)) ?? 1);
    return { kind, words, score: scoreOf(kind, words, piece) };
  });
}

/** Texts that differ in their numbers alone are one label: `12 votes`, `3 votes`. */
function labelOf(text: string): string {
  return text.length > 40 ? text : text.replace(/\d+/g, '0');
}

function scoreOf(kind: PieceKind, words: number, piece: Piece): number {
  switch (kind) {
    case 'prose':
      return Math.min(words, W.proseMax) * (endsSentence(piece.text) ? W.prose : /[.!?…。！？]["”’»)]* ?[\p{Lu}\p{Lo}]/u.test(piece.text) ? W.inner : W.longNoEnd);
    case 'item':
      return Math.min(words, W.proseMax) * W.bulletProse;
    case 'short':
      return piece.apart ? (words >= 5 ? W.apart : W.apartShort) : words >= 5 ? W.medium : W.short;
    case 'heading': return W.heading;
    case 'nav': return W.nav;
    case 'furniture': return W.furniture;
    case 'notice': return W.notice;
    case 'soft': return W.soft;
    case 'caption': return W.caption;
    case 'teaser': return W.teaser;
    case 'repeated': return W.repeated;
    case 'date': return W.date;
    case 'label': return W.label;
    case 'end': return 0;
  }
}

function kindOfPiece({ text, bullet }: Piece, words: number, count: number): PieceKind {
  if (isFurniture(text)) return 'furniture';
  if (words <= 12 && /^\W{0,3}(?:\d+ |view |show |all |top |\w+ rated |post |user |reader ){0,3}(?:comments?|responses?|replies|thoughts)(?: ?\(\d+\)| ?\]|:| to\b| on\b|$)|^(?:leave|post|add|write) (?:a|your) (?:reply|comment)|^(?:lascia un commento|schreibe einen kommentar|laisser un commentaire|deja un comentario|deixe um comentário|commentaires?|kommentare?|comentarios|comentários|commenti)\b/i.test(text)) return 'end';
  if (words <= 12 && /^(?:related|recommended|most (?:popular|read|viewed)|trending|read (?:more|also|next)|see also|more (?:from|on|stories|in)|you (?:may|might) (?:also )?like|popular|latest|sponsored|advertisement|sign up|subscribe|newsletter|share this|follow us|about the author|lire aussi|à lire|sur le même|lesen sie|mehr zum|te puede|leia (?:mais|também)|leggi anche|tags?:|filed under|previous|next)\b/i.test(text)) return 'soft';
  if (/©|\(c\) ?\d{4}|copyright|all rights reserved|tous droits réservés|alle rechte|todos los derechos|todos os direitos|tutti i diritti|\bcookies?\b|privacy policy|terms (?:of|and) (?:use|service|conditions)|user agreement|trademarks?\b/i.test(text) && words < 120) return 'notice';
  if (/\((?:[^()]{0,60}\b)?(?:AP|Reuters|AFP|Getty|Photos?|File|Credit|Image|Foto|Source|Courtesy)\b[^()]{0,80}\)$|\bfile photo\b|\bvia AP\b|(?:getty images|\/ ?afp|photo|shutterstock|reuters|file photo)\)?$|^(?:photo|image|file photo|credit|caption|foto|picture|source)\b ?[:|]|\b(?:photo|image|credit|photograph|foto|crédits?)(?: by)?:|\b(?:AP Photo|Getty Images|less|\.\.\. more)$/i.test(text) && words < 90) return 'caption';
  if (words <= 12 && isDateLine(text)) return 'date';
  const sentence = endsSentence(text);
  if (count > 1 && words >= 6) return 'repeated';
  if (count >= W.labels && words <= 5 && !sentence) return 'label';
  if (/[^.]\.\.\.$|…$/.test(text) && words < 60 && words > 8) return 'teaser';
  if (bullet) return words >= 8 && sentence ? 'item' : 'nav';
  if (words >= W.nearWords && sentence) return 'prose';
  if (words >= W.longWords) return 'prose';
  if (sentence && words >= 3) return 'short';
  return 'short';
}

/** A line that says when something was published. */
function isDateLine(text: string): boolean {
  return /\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}:\d{2}|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d{2}|\d{1,2}(?:st|nd|rd|th|\.)?(?: de)? \p{L}{3,10}\.?,?(?: de)? (?:19|20)\d{2})(?!\p{L})/iu.test(text) && !/[.!?]$/.test(text);
}

function isFurniture(text: string): boolean {
  return text === '' || /\(BUTTON\)|_{10,}|^\[(?:INS|DEL|USEMAP|EMBED)\b|^I?FRAME:|^#\S.*\b(?:feed|alternate)\b|^[[(][^\s\])]*\.(?:gif|jpe?g|png|svg|webp)\S*[\])]$|^(?:\[[\w-]*\])+$|\[ {3,}\]|^[━_=-]{5,}$|^https?:\/\/\S+$|^[\d\s/|.,:•·-]+$/i.test(text);
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？:][\])"”’»」』*]*$/.test(text.slice(-8));
}

/** Words; two characters of a script without spaces count as one. */
function wordsOf(text: string): number {
  let words = text === '' ? 0 : 1;
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) words++;
    else if (isWide(code)) wide++;
  }
  return words + (wide >> 1);
}
