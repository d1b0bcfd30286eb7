import { isTrailSurrogate } from '../text/code-units.ts';
import { isTailoredAway, pathPunctuation } from './tailored-breaks.ts';
import { isNarrow } from './width.ts';

/**
 * Unicode's line breaking (UAX 14) for any script: returns the offsets before which a line may begin. See {@link
 * loadLineBreaker}.
 */
export type LineBreaker = (text: string) => Iterable<number>;

export interface BreakOptions {
  /** Typography of French: no break at an ordinary space before `; : ! ? »` and after `«`. */
  readonly french?: boolean;
  /** Without it, text beyond Latin, Greek and Cyrillic is broken by the same rules and coarser classes. */
  readonly breaker?: LineBreaker | undefined;
  /** Break all lines of a paragraph together, as evenly as possible; `justified` spreads them to the width as well. */
  readonly fit?: 'even' | 'justified' | undefined;
}

/** Loads UAX 14's rules and tables, which takes some 25 ms: only for a text that {@link needsLineBreaker}. */
export async function loadLineBreaker(): Promise<LineBreaker> {
  const { Rules } = await import('@cto.af/linebreak');
  const rules = new Rules();
  return function* (text) {
    for (const { position } of rules.breaks(text)) yield position;
  };
}

/** Reports whether a text has a script of East or South-East Asia, which breaks by more than spaces and punctuation. */
export function needsLineBreaker(text: string): boolean {
  return /[\u0900-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u1aaf\u2e80-\ua4cf\ua960-\ua97f\ua9e0-\uaa7f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud888]/.test(
    text,
  );
}

/** Finds where lines may begin: `result[i]` is 1 if a line may begin at offset `i`. Linear in the text's length. */
export function breakOpportunities(text: string, options: BreakOptions): Uint8Array {
  const allowed = new Uint8Array(text.length + 1);
  if (options.breaker && needsLineBreaker(text)) {
    for (const at of options.breaker(text)) allowed[at] = isTailoredAway(text, at, options) ? 0 : 1;
    for (let at = text.indexOf(' ', 1); at >= 0; at = text.indexOf(' ', at + 1)) {
      if (pathPunctuation(text, at + 1) > 0) allowed[at + 1] = 1;
    }
  } else {
    for (let at = 1; at < text.length; at++) if (mayBreakBefore(text, at, options)) allowed[at] = 1;
  }
  if (!isNarrow(text)) breakWithinWords(text, allowed);
  return allowed;
}

/**
 * Reports whether a line may begin at an offset, by the characters around it: by UAX 14's rules for the classes that
 * occur in Latin, Greek and Cyrillic text, and by coarser classes for other scripts.
 */
export function mayBreakBefore(text: string, at: number, options: BreakOptions): boolean {
  const after = classAt(text, at);
  if (after === SP || after === CM || text.charCodeAt(at) === zeroWidthSpace) return false;
  if (text.charCodeAt(at - 1) === zeroWidthSpace) return true;
  let index = at - 1;
  let before = index < 0 ? SP : classAt(text, index);
  if (before === AL && after === AL) return false;
  let spaces = false;
  while (index >= 0 && (before === SP || before === CM)) {
    if (before === SP) spaces = true;
    index--;
    before = index < 0 ? SP : classAt(text, index);
  }
  if (index < 0) return false;
  if (spaces && (after === IS || after === SY) && pathPunctuation(text, at) > 0) return true;
  if (!mayBreak(before, after, spaces)) return false;
  if (before === OP || (before === QU && opensQuote(text, index))) return false;
  if (after === QU && closesQuote(text, at)) return false;
  return !isTailoredAway(text, at, options);
}

// Whose only use is to let a line end.
const zeroWidthSpace = 0x200b;
const wordJoiner = 0x2060;

// UAX 14's classes that occur in narrow text, and representatives of the others.
const SP = 0;
const AL = 1;
const NU = 2;
const QU = 3;
const OP = 4;
const CL = 5;
const CP = 6;
const EX = 7;
const IS = 8;
const SY = 9;
const HY = 10;
const BA = 11;
const BB = 12;
const B2 = 13;
const IN = 14;
const GL = 15;
const PR = 16;
const PO = 17;
const NS = 18;
const ID = 19;
const CM = 20;

const members: readonly (readonly [number, string])[] = [
  [SP, ' \n'],
  [NU, '0123456789'],
  [QU, '"\'\u00ab\u00bb\u2018\u2019\u201b\u201c\u201d\u201f\u2039\u203a'],
  [OP, '([{\u207d\u208d\u00a1\u00bf\u201a\u201e'],
  [CL, '}\u207e\u208e'],
  [CP, ')]'],
  [EX, '!?'],
  [IS, ',.:;'],
  [SY, '/'],
  [HY, '-'],
  [BA, '|\u00ad\u2010\u2012\u2013\u2027'],
  [BB, '\u00b4\u02c8\u02cc\u02df'],
  [B2, '\u2014'],
  [IN, '\u2024\u2025\u2026\u22ef'],
  [GL, '\u00a0\u2011\u202f'],
  [PR, '$+\\\u00a3\u00a4\u00a5\u00b1\u20ac\u2212'],
  [PO, '%\u00a2\u00b0\u2030\u2031\u2032\u2033\u2034\u2035\u2036\u2037'],
];

let classes: Uint8Array | undefined;
const tableEnd = 0x2800;

function classTable(): Uint8Array {
  const table = new Uint8Array(tableEnd).fill(AL);
  for (const [kind, characters] of members) {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  }
  return table;
}

const initial = '\u00ab\u2018\u201b\u201c\u201f\u2039';
const final = '\u00bb\u2019\u201d\u203a';

function classAt(text: string, at: number): number {
  classes ??= classTable();
  const code = text.charCodeAt(at);
  if (code < 0x300) return classes[code] as number;
  if (code >= tableEnd || !isNarrow(text.charAt(at))) return classBeyond(text, at);
  return classes[code] as number;
}

let marks: RegExp | undefined;
const closers =
  '\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff61\uff63\uff64';
const openers = '\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b\uff62';
const nonStarters =
  '\u3005\u301c\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u309d\u309e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30fb\u30fc\u30fd\u30fe\uff65';

/** Classifies a character that the table does not hold: its kind in East Asian typography, else a letter. */
function classBeyond(text: string, at: number): number {
  const character = text.charAt(at);
  const code = text.charCodeAt(at);
  if (code === wordJoiner) return GL;
  if ((code >= 0x3400 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)) return ID;
  if (closers.includes(character)) return CL;
  if (openers.includes(character)) return OP;
  if (nonStarters.includes(character)) return NS;
  if (isTrailSurrogate(code)) return CM;
  // Emoji and the rarer ideographs, but neither mathematical letters nor old scripts.
  if (code >= 0xd83c && code <= 0xd888 && code !== 0xd835) return ID;
  if ((code >= 0x2e80 && code < 0x3400) || (code >= 0xf900 && code <= 0xfaff)) return ID;
  if (code >= 0xff00 && code <= 0xffef) return ID;
  marks ??= /[\p{M}\u200d]/u;
  return marks.test(character) ? CM : AL;
}

/** Applies UAX 14's rules LB12–LB31 to two classes with or without spaces between them. */
function mayBreak(before: number, after: number, spaces: boolean): boolean {
  if (after === CL || after === CP || after === EX || after === IS || after === SY) return false;
  if (before === B2 && after === B2) return false;
  if (spaces) return true;
  if (before === GL) return false;
  if (after === GL) return before === BA || before === HY;
  if (before === QU || after === QU) return false;
  if (before === BB || after === BA || after === HY || after === NS || after === IN) return false;
  switch (before) {
    case AL:
    case NU:
      return !(after === AL || after === NU || after === PR || after === PO || after === OP);
    case ID:
      return after !== PO;
    case PR:
      return !(after === AL || after === NU || after === OP || after === ID);
    case PO:
      return !(after === AL || after === NU || after === OP);
    case CP:
      return !(after === AL || after === NU || after === PR || after === PO);
    case CL:
      return !(after === PR || after === PO);
    case IS:
      return !(after === AL || after === NU);
    case HY:
    case SY:
      return after !== NU;
    default:
      return true;
  }
}

/** Applies LB15a: an initial quotation mark at the start of a word keeps what follows, over spaces too. */
function opensQuote(text: string, at: number): boolean {
  if (!initial.includes(text.charAt(at))) return false;
  if (at === 0) return true;
  const before = classAt(text, at - 1);
  return before === SP || before === OP || before === QU || before === GL;
}

/** Applies LB15b: a final quotation mark at the end of a word stays with what precedes. */
function closesQuote(text: string, at: number): boolean {
  if (!final.includes(text.charAt(at))) return false;
  return at + 1 >= text.length || [SP, GL, CL, QU, CP, EX, IS, SY].includes(classAt(text, at + 1));
}

// Of the scripts without spaces between words those that UAX 14 leaves to a dictionary, which Intl.Segmenter has.
let southEastAsian: RegExp | undefined;
let words: Intl.Segmenter | undefined;
// Punctuation, marks and signs of repetition or abbreviation, which end what is before them.
let clinging: RegExp | undefined;

function breakWithinWords(text: string, allowed: Uint8Array): void {
  southEastAsian ??= /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,256}/gu;
  for (const match of text.matchAll(southEastAsian)) {
    words ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    clinging ??= /^[\p{P}\p{M}\p{Lm}\u0e2f]/u;
    for (const { index, segment } of words.segment(match[0])) {
      if (index > 0 && !clinging.test(segment)) allowed[match.index + index] = 1;
    }
  }
}
