import { isWide } from '../lines/line.ts';
import { endsSentence } from '../lines/line-shape.ts';
import type { DumpSegment } from './dump-segments.ts';

/**
 * The kind of a segment of a dumped page, by its words and its shape alone: prose and list items are an article's;
 * short lines may be its headings; the others are boilerplate around and in it. `end` is what only follows an article:
 * its comments.
 */
export type SegmentKind =
  | 'prose'
  | 'item'
  | 'short'
  | 'link'
  | 'label'
  | 'boilerplate'
  | 'date'
  | 'caption'
  | 'teaser'
  | 'repeated'
  | 'aside'
  | 'notice'
  | 'end';

/** Classifies a segment; `count` is how often the same line, numbers aside, occurs on the page. */
export function segmentKind({ text, bullet }: DumpSegment, words: number, count: number): SegmentKind {
  if (text.length > 2000) return words >= 20 ? 'prose' : 'short';
  if (isBoilerplate(text)) return 'boilerplate';
  if (words <= 12 && isCommentsHeading(text)) return 'end';
  if (words <= 12 && isAsideHeading(text)) return 'aside';
  if (words < 120 && isNotice(text)) return 'notice';
  if (words < 90 && isCaption(text)) return 'caption';
  if (words <= 12 && isDateLine(text)) return 'date';
  const sentence = endsSentence(text);
  if (count > 1 && words >= 6) return 'repeated';
  if (count > 2 && words <= 5 && !sentence) return 'label';
  if (words > 8 && words < 60 && /[^.]\.\.\.$|…$/.test(text)) return 'teaser';
  if (bullet) return words >= 8 && sentence ? 'item' : 'link';
  return (words >= 5 && sentence) || words >= 20 ? 'prose' : 'short';
}

/** Reports whether a line is boilerplate: buttons, forms, frames, names of images, bare addresses, no word at all. */
function isBoilerplate(text: string): boolean {
  return (
    text === '' ||
    /\(BUTTON\)|_{10}|\[ {3,}\]|\[ ?(?:Search|Submit|Go|OK|Send|Subscribe) ?\]$/.test(text) ||
    /^\[(?:INS|DEL|USEMAP|EMBED)\b|^I?FRAME:|^#\S.*\b(?:feed|alternate)\b/i.test(text) ||
    /^[[(][^\s\])]*\.(?:gif|jpe?g|png|svg|webp)\S*[\])]$|^(?:\[[\w-]*\])+$|^https?:\/\/\S+$/i.test(text) ||
    /^[\d\s/|.,:•·_=━─*-]+$/.test(text)
  );
}

function isCommentsHeading(text: string): boolean {
  return (
    /^\W{0,3}(?:\d+ |view |show |all |top |\w+ rated |post |user |reader ){0,3}(?:comments?|responses?|replies|thoughts)(?: ?\(\d+\)| ?\]|:| to\b| on\b|$)/i.test(
      text,
    ) ||
    /^(?:(?:leave|post|add|write) (?:a|your) (?:reply|comment)|(?:laisser|ajouter|poster) un commentaire|lascia un commento|schreibe einen kommentar|dej[ae] un comentario|deixe um comentário)\b/i.test(
      text,
    ) ||
    /^(?:\d+ )?(?:commentaires?|kommentare?|comentarios|comentários|commenti)(?: ?\(\d+\)|:|$)/i.test(text)
  );
}

function isAsideHeading(text: string): boolean {
  return (
    /^(?:related|recommended|most (?:popular|read|viewed)|trending|read (?:more|also|next)|see also|more (?:from|on|stories|in)|you (?:may|might) (?:also )?like|popular|latest|sponsored|advertisement|sign up|subscribe|newsletter|share this|follow us|about the author|tags?:|filed under|previous|next)\b/i.test(
      text,
    ) ||
    /^(?:lire aussi|à lire|sur le même|les plus lus|partager|publicité|lesen sie|mehr zum|meistgelesen|anzeige|te puede|más leídas|leia (?:mais|também)|leggi anche|関連記事|人気記事)/i.test(
      text,
    )
  );
}

/** Reports whether a line is a legal notice. */
function isNotice(text: string): boolean {
  return (
    /©|\(c\) ?\d{4}|\bcookies?\b|\btrademarks?\b|\bcopyright\b/i.test(text) ||
    /all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos|todos os direitos|tutti i diritti/i.test(
      text,
    ) ||
    /privacy policy|politique de confidentialité|terms (?:of|and) (?:use|service|conditions)|user agreement|mentions légales/i.test(
      text,
    )
  );
}

/** Reports whether a line is an image's caption: it describes the image, or names its owner. */
function isCaption(text: string): boolean {
  return (
    /\((?:[^()]{0,60}\b)?(?:AP|Reuters|AFP|Getty|Photos?|File|Credit|Image|Foto|Source|Courtesy)\b[^()]{0,80}\)$/i.test(
      text,
    ) ||
    /\bfile photo\b|\bvia AP\b|\b(?:photo|image|credit|photograph|foto|crédits?)(?: by)?:|\bAP Photo$/i.test(text) ||
    /(?:getty images|\/ ?afp|photo|shutterstock|reuters)\)?$|\bless$|\.\.\. more$/i.test(text) ||
    /^(?:photo|image|credit|caption|foto|picture|source) ?[:|]/i.test(text)
  );
}

/** Reports whether a line is a date of publication. */
function isDateLine(text: string): boolean {
  if (!/\d/.test(text) || /[.!?]$/.test(text)) return false;
  return (
    /\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}:\d{2})(?!\d)/.test(
      text,
    ) ||
    /\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bil y a \d/i.test(text) ||
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? (?:19|20)\d{2}\b/i.test(text) ||
    /\b\d{1,2}(?:st|nd|rd|th|er|\.)?(?: de)? \p{L}{3,10}\.?,?(?: de)? (?:19|20)\d{2}\b/iu.test(text)
  );
}

/** Estimates words by spaces and wide characters: a dump is scored quickly, by weights that are fitted to this count. */
export function estimateWords(text: string): number {
  let words = text === '' ? 0 : 1;
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) words++;
    else if (isWide(code)) wide++;
  }
  return words + (wide >> 1);
}
